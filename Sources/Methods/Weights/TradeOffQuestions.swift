/// Questions that narrow the weights down, each a choice between improving one criterion or another.
///
/// The next question is on the pair of criteria about whose weights, side by side, least is known; it is cut
/// where half of a hundred draws lie on either side, so that each answer takes away about half of what is
/// open. The same seed and answers give the same questions.
///
/// - Reference: choice-based matching as in the MCDA elicitation web application of the Drugis project (its
///   source code); the width of an edge is taken here as that of `w_i ÷ (w_i + w_j)`, which is finite.
public struct TradeOffQuestions: Sendable {
    /// Would you rather have `firstPart` of the first criterion's way from worst to best, or `secondPart` of
    /// the second's?
    ///
    /// Parts are of value, not of the natural scale: a value function says what measurement they are.
    public struct Question: Hashable, Sendable {
        /// From 1.
        public let number: Int
        public let first: Int
        public let second: Int
        /// The first's weight over the second's at which the two are equally good.
        public let ratio: Double
        /// 1, or less where the first matters more at the cut.
        public var firstPart: Double { ratio > 1 ? 1 / ratio : 1 }
        public var secondPart: Double { ratio > 1 ? 1 : ratio }
    }

    public enum Answer: String, Sendable, CaseIterable {
        case first, second, same
    }

    /// What is known so far: what was said before, then one statement for each answer.
    public let polytope: WeightPolytope
    /// How many questions have been answered.
    public let answered: Int
    private let seed: UInt64

    private static let draws = 100
    /// A share known to within this is not asked about.
    private static let narrow = 1e-3

    /// - Parameter statements: what is known before the first question.
    /// - Throws: `WeightClash` where that cannot hold.
    public init(criteria: Int, statements: [WeightStatement] = [], seed: UInt64) throws(WeightClash) {
        self.init(
            polytope: try WeightPolytope(criteria: criteria, statements: statements), answered: 0, seed: seed)
    }

    private init(polytope: WeightPolytope, answered: Int, seed: UInt64) {
        self.polytope = polytope
        self.answered = answered
        self.seed = seed
    }

    /// How many questions there are at most: 4 (n − 1) up to four criteria, then 4 (n − 2).
    public static func count(criteria: Int) -> Int {
        4 * (criteria <= 4 ? criteria - 1 : criteria - 2)
    }

    /// - Returns: nil where all have been asked, or nothing is left to ask.
    public func next() -> Question? {
        let criteria = polytope.criteria
        guard answered < TradeOffQuestions.count(criteria: criteria), polytope.freedom > 0 else { return nil }
        var widest: (first: Int, second: Int, least: Double, most: Double)?
        for first in 0..<criteria {
            for second in (first + 1)..<max(criteria, first + 1) {
                guard let share = polytope.share(of: first, beside: second) else { continue }
                let width = share.most - share.least
                if width > max(TradeOffQuestions.narrow, widest.map { $0.most - $0.least + 1e-9 } ?? 0) {
                    widest = (first, second, share.least, share.most)
                }
            }
        }
        guard let widest else { return nil }
        let draws = polytope.draws(
            TradeOffQuestions.draws, from: RandomStream(seed: seed).substream(answered))
        let shares = stride(from: 0, to: draws.count, by: criteria).compactMap { start -> Double? in
            let (first, second) = (draws[start + widest.first], draws[start + widest.second])
            return first + second > 0 ? first / (first + second) : nil
        }
        // Kept off the ends, so that either answer leaves something.
        let margin = (widest.most - widest.least) / 20
        let middle = Quantiles.median(shares) ?? (widest.least + widest.most) / 2
        let cut = max(widest.least + margin, min(widest.most - margin, middle))
        return Question(
            number: answered + 1, first: widest.first, second: widest.second, ratio: cut / (1 - cut))
    }

    /// With one more answer; to the question that `next()` asks, or to any other on the same criteria.
    ///
    /// - Throws: `WeightClash` where the answer cannot hold together with what is known.
    public func answering(_ question: Question, _ answer: Answer) throws(WeightClash) -> TradeOffQuestions {
        let (first, second) = (question.first, question.second)
        let kind: WeightStatement.Kind =
            switch answer {
            case .first: .ratio(first, second, low: question.ratio, high: nil)
            case .second: .ratio(first, second, low: 0, high: question.ratio)
            case .same: .exactRatio(first, second, question.ratio)
            }
        guard let statement = try? WeightStatement(kind) else {
            preconditionFailure("a question is on two criteria, at a ratio above zero")
        }
        let further = try WeightPolytope(
            criteria: polytope.criteria, statements: polytope.statements + [statement])
        return TradeOffQuestions(polytope: further, answered: answered + 1, seed: seed)
    }
}
