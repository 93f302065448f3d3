public import Priorities
import Vocabulary

/// How far a round has come, in the order of its stages.
public enum RoundProgress: Int, Comparable, Hashable, Sendable, CaseIterable {
    case collecting, weighing, scoring, scored, worked, voting, voted, decided, published

    public init(_ round: Round) {
        self =
            if !round.published.isEmpty { .published } else if round.decision != nil {
                .decided
            } else if round.ballot?.choices != nil { .voted } else if round.ballot != nil {
                .voting
            } else if round.result != nil { .worked } else if round.scoresClosedAt != nil {
                .scored
            } else if round.weightsClosedAt != nil { .scoring } else if round.anchorsClosedAt != nil { .weighing } else
            { .collecting }
    }

    public static func < (left: RoundProgress, right: RoundProgress) -> Bool { left.rawValue < right.rawValue }

    public var words: String {
        switch self {
        case .collecting: "Collecting options and criteria"
        case .weighing: "Members give their weights"
        case .scoring: "Members score"
        case .scored: "Scores are closed"
        case .worked: "Answer worked out"
        case .voting: "Ballot open"
        case .voted: "Ballot closed"
        case .decided: "Decided"
        case .published: "Published"
        }
    }

    /// What comes next, for a page that cannot yet show an answer.
    var next: String {
        switch self {
        case .collecting: "Once the criteria and their scales are closed, members give their weights."
        case .weighing: "Once weights are closed, members score; nobody sees scores before."
        case .scoring: "Once scores are closed, the answer can be worked out."
        case .scored: "The answer can be worked out now."
        case .worked, .voting, .voted, .decided, .published: ""
        }
    }
}
