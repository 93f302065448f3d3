import Access
import Contracts
import Digests
import Files
import Markup
import Pages
import Priorities
import Store
import Vocabulary

/// A round is begun.
enum NewRoundAnswer {
    private static func form(_ question: Question, _ filled: SentValues = SentValues()) -> NewRoundForm {
        let reach = question.reach(.runRounds)
        let day = question.now.inLondon.day
        let names = OrganisationNames(question.desk)
        let codes = Set(question.desk.book.terms.map(\.terms.commissioner)).union(question.grantedCommissioners)
        return NewRoundForm(
            filled,
            commissioners: codes.filter { reach.covers($0) }.map { code in
                Choice(code.description, names.name(of: code, on: day) ?? code.description)
            }.sorted { ($0.words, $0.value) < ($1.words, $1.value) })
    }

    static func page(_ question: Question) throws -> Answer { Answer(form(question).page(token: question.token)) }

    static func take(_ sent: Sent) throws -> Outcome {
        var form = form(sent.question, sent.filled)
        let token = sent.question.token
        guard let answer = form.read() else { return .again(form.page(token: token)) }
        do {
            try sent.question.perform { _ in answer.act }
        } catch let refusal as Refusal where refusal.isForForm {
            form.refuse(refusal)
            return .again(form.page(token: token))
        }
        return .done(.manage, in: answer.round, "The round is begun. Say next how much money there is.")
    }
}

extension Question {
    /// Those at which the visitor's own roles lie.
    var grantedCommissioners: Set<OrganisationCode> {
        Set(visitor.signedIn?.account.grants.compactMap(\.commissioner) ?? [])
    }
}

/// One thing of a round that is set up by a form: read, changed in the round as it stands, or taken out.
struct SetUpThing<Asked: AskedForm, Part: Equatable & Sendable> {
    let work: RoundAtWork
    let heading: String
    let place: RoundWork
    let back: RoundWork
    let button: String
    /// Words on the button that takes it out; nil for something new.
    let removing: String?
    /// The part of a round that the form is about; nil where it is not there.
    let part: (Round) -> Part?
    /// What it is now, said where somebody else changed it.
    let told: (Part) -> String
    let notice: String

    func page(_ form: Asked) -> FormPage {
        FormPage(
            setting: heading, in: work, at: place, back: back, form: form, button: button, removing: removing)
    }

    /// - Parameter make: the act that puts the answer into a round; with nil the act that takes the part out.
    func take<A: RoundAct & StoredAct>(
        _ sent: Sent, _ asked: Asked, _ make: (Round, Asked.Answer?) throws -> A
    ) throws -> Outcome {
        var form = asked
        var answer: Asked.Answer?
        if sent.values.step != .remove || removing == nil {
            guard let read = form.read() else { return .again(page(form)) }
            answer = read
        }
        let base = try sent.values.revision.flatMap { try RoundDesk(sent.question.store).round(work.id, at: $0) }
        do {
            try sent.question.perform(on: work.id) { round in
                if removing != nil, let base, part(base) != part(round) { throw Overtaken(part(round)) }
                return try make(round, answer)
            }
        } catch let overtaken as Overtaken<Part?> {
            let now = overtaken.held.map { "it is now: \(told($0))" } ?? "it was taken out"
            let fresh = SetUpThing(
                work: RoundAtWork(work.round, token: work.token, revision: sent.question.rounds.head), heading: heading,
                place: place, back: back, button: button, removing: removing, part: part, told: told, notice: notice)
            form.failures = [
                "Somebody else changed it since you opened this page; \(now). Send yours again to put it in its place."
            ]
            return .again(fresh.page(form))
        } catch let refusal as Refusal where refusal.isForForm {
            form.refuse(refusal)
            return .again(page(form))
        }
        return .done(back, in: work.id, notice)
    }
}
