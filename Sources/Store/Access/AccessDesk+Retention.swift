package import Access
import GRDB
package import Vocabulary

/// A closed account whose texts are to be disposed of.
package struct EndedTexts: Hashable, Sendable {
    package let ended: EndedAccount
    /// Every name, address and reason that its acts ever had and that is still held.
    package let texts: [Personal]
}

extension AccessDesk {
    /// Closed accounts whose holders' names and addresses have been kept for as long as the rules say.
    package func endedTexts(on day: Day) throws -> [EndedTexts] {
        try store.read { db in
            let book = try AccessRows.book(under: rules, db)
            return try FindEndedAccounts(rulebook: rules.rulebook)(in: book, on: day).compactMap { ended in
                let texts = try AccessActHeld.all(of: ended.account, db).flatMap { try $0.value().texts }
                let held = try texts.filter { try PersonalTexts.text(of: $0, db) != nil }
                return held.isEmpty ? nil : EndedTexts(ended: ended, texts: held)
            }
        }
    }

    /// Disposes of them for good: their digests stay in the acts, and the journal still verifies.
    ///
    /// - Returns: those whose texts went; empty where no time is over, and then nothing was written.
    package func disposeOfEndedTexts(by author: Author, at moment: Moment) throws -> [EndedTexts] {
        let ended = try endedTexts(on: moment.inLondon.day)
        guard !ended.isEmpty else { return [] }
        try store.perform(
            DisposeOfPersonalText(
                digests: ended.flatMap(\.texts).map(\.digest),
                reason: "Accounts closed for longer than \(FindEndedAccounts.rule) says"),
            by: author, at: moment, under: rules)
        return ended
    }
}

extension AccessAct {
    /// The personal texts that it names.
    fileprivate var texts: [Personal] {
        switch self {
        case let act as AddAccount: [act.name, act.email]
        case let act as ChangeAccountName: [act.name]
        case let act as ChangeEmail: [act.email]
        case let act as SuspendAccount: [act.reason].compactMap(\.self)
        default: []
        }
    }
}
