public import Rulebook
public import Vocabulary

/// The four conditions of accountability for reasonableness, and what a record lacks of each.
///
/// - Reference: Daniels and Sabin, Philosophy & Public Affairs 26 (1997) 303; BMJ 337 (2008) a1850.
public struct Accountability: Hashable, Sendable, Codable {
    public var kind: Kind
    /// In words; empty where the condition is met.
    public var lacking: [String]

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Weights, scores, result and decisions are there to be read.
        case publicity
        /// Criteria were agreed before anything was scored by them.
        case relevance
        /// There is a way to appeal, and how long.
        case appeals
        /// Each option has a decision with its reason, and what the law asks for was there.
        case enforcement

        /// For a sentence.
        public var words: String { self == .appeals ? "an appeals route" : rawValue }
    }

    public init(kind: Kind, lacking: [String]) {
        self.kind = kind
        self.lacking = lacking
    }

    /// All four, in order.
    ///
    /// - Throws: `Refusal` where the rulebook has no rule for the day of the decision.
    public static func conditions(of round: Round, rulebook: Rulebook) throws(Refusal) -> [Accountability] {
        [
            Accountability(kind: .publicity, lacking: publicity(of: round)),
            Accountability(kind: .relevance, lacking: relevance(of: round)),
            Accountability(
                kind: .appeals,
                lacking: round.appeals == nil ? ["nobody has said where to appeal and within how many days"] : []),
            Accountability(kind: .enforcement, lacking: try enforcement(of: round, rulebook: rulebook)),
        ]
    }

    private static func publicity(of round: Round) -> [String] {
        var lacking: [String] = []
        if round.result == nil { lacking.append("there is no result") }
        if round.scores.isEmpty { lacking.append("there are no scores") }
        if round.decision == nil { lacking.append("there is no decision") }
        if let ballot = round.ballot, ballot.choices == nil {
            lacking.append("the ballot “\(ballot.id)” is still open")
        }
        return lacking
    }

    private static func relevance(of round: Round) -> [String] {
        let steps: [(moment: Moment?, what: String)] = [
            (round.anchorsClosedAt, "the anchors closed"), (round.weightsClosedAt, "the weights closed"),
            (round.firstScoreAt, "the first score was given"), (round.scoresClosedAt, "the scores closed"),
            (round.result?.at, "the result was recorded"), (round.decidedAt, "the decision was recorded"),
        ]
        if let missing = steps.first(where: { $0.moment == nil }) {
            return ["there is no moment at which \(missing.what)"]
        }
        return zip(steps, steps.dropFirst()).compactMap { earlier, later in
            guard let first = earlier.moment, let second = later.moment, first > second else { return nil }
            return "\(later.what) before \(earlier.what)"
        }
    }

    private static func enforcement(of round: Round, rulebook: Rulebook) throws(Refusal) -> [String] {
        guard let decision = round.decision else { return ["nothing is decided"] }
        var lacking: [String] = []
        for option in round.options {
            let outcome = decision.outcomes.first { $0.option == option.id }
            guard let outcome, outcome.reason.contains(where: { !$0.isWhitespace }) else {
                lacking.append("“\(option.id)” has no decision with a reason")
                continue
            }
        }
        return lacking + (try round.missingForGate(decision, rulebook: rulebook))
    }
}
