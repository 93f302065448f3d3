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
        return work
    }

    private func isSeated(in round: Round) -> Bool {
        visitor.signedIn?.account.member(in: round.id).flatMap { round.member($0) } != nil
    }

    /// What waits for the visitor in rounds, as the home page says it.
    func waitingInRounds() throws -> [HomePage.Waiting] {
        var waiting: [HomePage.Waiting] = []
        for round in try rounds.rounds() where mayRead(round) {
            if let member = visitor.signedIn?.account.member(in: round.id), round.member(member) != nil {
                waiting += MemberTasks(of: member, in: round).waiting.map { task in
                    let (words, part) = Question.words(for: task)
                    return .init("\(words): \(round.title)", .roundWork(round.id, part))
                }
            }
            if may(.runRounds, in: round), round.published.isEmpty {
                waiting.append(
                    .init(
                        "Run the round: \(round.title)", .roundWork(round.id, .manage), note: RoundProgress(round).words
                    ))
            }
        }
        return waiting
    }

    private static func words(for task: MemberTasks.Waiting) -> (String, RoundWork) {
        switch task {
        case .rule: ("Rule on interests", .mine)
        case .weigh: ("Give your weights", .weights)
        case .score: ("Score the options", .scores)
        case .readAssessments: ("Read what the law asks for", .papers)
        case .vote: ("Vote", .vote)
        }
    }
}
