public import Vocabulary

/// Conclusions on many challenges at once: as they were answered, or one for all that are chosen.
public enum ProposeConclusions {
    /// Which open challenges are meant; what is nil or empty leaves none out.
    public struct Choice: Hashable, Sendable {
        public var rule: String?
        public var numbers: Set<Int>
        public var answer: Answer?

        public enum Answer: String, Hashable, Sendable, CaseIterable { case accepted, part, rejected, none }

        public init(rule: String? = nil, numbers: Set<Int> = [], answer: Answer? = nil) {
            (self.rule, self.numbers, self.answer) = (rule, numbers, answer)
        }

        public func holds(_ challenge: Challenge) -> Bool {
            guard rule.map({ $0 == challenge.raised.rule }) ?? true else { return false }
            guard numbers.isEmpty || numbers.contains(challenge.number) else { return false }
            guard let answer else { return true }
            return (challenge.answer?.kind.rawValue ?? Answer.none.rawValue) == answer.rawValue
        }
    }

    /// What the provider accepted, whole or in part, is upheld so; what it rejected or left open stays open.
    public static func asAnswered(_ bundle: ChallengeBundle, _ choice: Choice = Choice()) -> [ConcludeChallenges.Row] {
        bundle.challenges.filter { $0.isOpen && choice.holds($0) }.compactMap { challenge in
            switch challenge.answer?.kind {
            case .accepted:
                .init(number: challenge.number, outcome: .upheld, reason: "The provider accepted it.")
            case .part:
                .init(
                    number: challenge.number, outcome: .part, amount: challenge.answer?.amount,
                    reason: "The provider accepted this part, and we agree.")
            case .rejected, nil: nil
            }
        }
    }

    /// One outcome with one reason for all that are chosen and open; those named by number also where they are concluded.
    public static func all(
        _ bundle: ChallengeBundle, _ choice: Choice, outcome: ChallengeConclusion.Outcome, amount: Money? = nil,
        reason: String
    ) -> [ConcludeChallenges.Row] {
        bundle.challenges.filter { ($0.isOpen || choice.numbers.contains($0.number)) && choice.holds($0) }.map {
            .init(number: $0.number, outcome: outcome, amount: amount, reason: reason)
        }
    }
}
