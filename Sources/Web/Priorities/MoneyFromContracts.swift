import Contracts
import Markup
import Pages
import Priorities
import Store
import Vocabulary

/// The money of a round begun with what the contract data have.
enum MoneyFromContracts {
    private static func held(_ question: Question, _ work: RoundAtWork) throws -> MovableEnvelope {
        try MovableEnvelope(question.desk, of: work.round.programme.commissioner, on: question.now.inLondon.day)
    }

    private static func page(
        _ question: Question, _ work: RoundAtWork, _ refusal: String? = nil
    ) throws -> FormPage {
        let money = try held(question, work)
        let left =
            "Not in it: \(money.notMovable.locked) in contracts that run until they are ended, and "
            + "\(money.notMovable.unclear) that is unclear until a person rules on the contracts."
        return SetUpPages(work).moneyFromContracts(money.envelope, left: left, refusal: refusal)
    }

    static func page(_ question: Question) throws -> Answer { Answer(try page(question, try question.roundRun())) }

    static func take(_ sent: Sent) throws -> Outcome {
        let work = try sent.question.roundRun()
        let envelope = try held(sent.question, work).envelope
        do {
            try sent.question.perform(on: work.id) { round in
                guard round.envelope == nil else {
                    throw Refusal(
                        .rule, code: "envelope-said", "The round has money already; nothing was changed.",
                        remedy: "Change it source by source.")
                }
                return SetEnvelope(round: round.id, envelope: envelope, rules: round.rules)
            }
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(try page(sent.question, work, refusal.told))
        }
        return .done(.money, in: work.id, "The money is taken from the contract data. Correct what is not so.")
    }
}
