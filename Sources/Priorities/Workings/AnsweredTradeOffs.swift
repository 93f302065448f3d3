import Methods
public import Vocabulary

/// Trade-off questions as far as they have been answered: what is asked next, and what the answers say.
///
/// It is made anew from the answers each time, so that nobody has to remember a conversation: the same round, member and
/// answers ask the same question. Costs some milliseconds for each answer.
public struct AnsweredTradeOffs: Sendable {
    public enum Answer: String, Hashable, Sendable, CaseIterable {
        case first, second, same
    }

    /// Two improvements, of which the member says which they would rather have.
    public struct Question: Hashable, Sendable {
        /// From 1.
        public let number: Int
        public let first: String
        public let second: String
    }

    /// Those that were taken; answers beyond the last question are left out.
    public let answers: [Answer]
    /// The most questions that will be asked.
    public let most: Int
    /// Nil when enough is known.
    public let question: Question?
    /// What the answers say, as the member's weights.
    public let given: WeightsGiven

    /// - Parameter within: the branch whose criteria are asked about; nil for the top.
    /// - Throws: `Refusal` where there is no such member or branch, nothing to weigh, or answers that cannot all hold.
    public init(_ round: Round, member: Slug, within: Slug?, answers: [Answer]) throws(Refusal) {
        var asking = try AskTradeOffs(round, member: member, within: within)
        var taken: [Answer] = []
        var next = asking.question
        for answer in answers {
            guard let question = next else { break }
            let meant: TradeOffQuestions.Answer =
                switch answer {
                case .first: .first
                case .second: .second
                case .same: .same
                }
            try asking.take(meant, to: question)
            taken.append(answer)
            next = asking.question
        }
        self.answers = taken
        most = asking.most
        question = next.map { question in
            let choices = asking.choices(of: question)
            return Question(number: question.number, first: choices.first, second: choices.second)
        }
        given = asking.given
    }
}
