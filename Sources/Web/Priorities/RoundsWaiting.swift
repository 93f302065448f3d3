import Access
import Pages
import Priorities
import Vocabulary

extension Question {
    /// Where the visitor has work in a round.
    func work(in round: Round) -> [(words: String, part: RoundWork)] {
        var work: [(words: String, part: RoundWork)] = []
        if isSeated(in: round) { work.append(("Your part in this round", .mine)) }
        if may(.runRounds, in: round) { work.append(("Run this round", .manage)) }
        if may(.recordDecisions, in: round), round.result != nil { work.append(("Decide and publish", .decide)) }
        return work
    }

    private func isSeated(in round: Round) -> Bool {
        visitor.signedIn?.account.member(in: round.id).flatMap { round.member($0) } != nil
    }
}
