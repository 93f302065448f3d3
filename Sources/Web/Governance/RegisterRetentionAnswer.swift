import Access
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// Personal texts of the register whose retention is over: they are shown, and disposed of.
enum RegisterRetentionAnswer {
    /// Of people whose register the visitor keeps.
    private static func ended(_ work: GovernanceWork) throws -> [RetainedEntry] {
        try FindEndedRetention(rulebook: work.desk.rules.rulebook)(in: work.book, on: work.day)
            .filter { work.may(.keepRegister, of: $0.person) }
    }

    static func page(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(RetentionPage(try ended(work), token: question.token, name: work.name))
    }

    static func dispose(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let entries = try ended(work)
        let people = Dictionary(grouping: entries, by: \.person)
        do {
            try work.perform { _, _ in
                people.keys.sorted().map { person in
                    DisposeOfRegisterTexts(person: person, texts: (people[person] ?? []).flatMap(\.texts))
                }
            }
        } catch let refusal as Refusal where refusal.kind != .engine {
            let told = work.book.naming(refusal, work.name).told
            return Outcome(
                kind: .again(RetentionPage(entries, token: sent.question.token, name: work.name, failure: told)))
        }
        return .done(
            .register(.keeping),
            entries.isEmpty ? nil : "The texts of \(counted(entries.count, "entry", "entries")) are gone.")
    }
}
