public import Vocabulary

/// How sure an interval is meant to be, per cent: 95, 99.8.
public struct ConfidenceLevel: Hashable, Sendable, Comparable {
    /// 50 or more, below 100.
    public let percent: Double
    /// How many standard deviations of a normal variable hold the level about the middle: 1.96 for 95.
    public let width: Double

    /// - Throws: `Refusal`, code `confidence-level`: below 50, or 100 and more. 0.95 is taken for a slip of 95.
    public init(percent: Double) throws(Refusal) {
        guard percent >= 50, percent < 100 else {
            throw Refusal(
                .input, code: "confidence-level", "A confidence level of \(percent) per cent cannot be used.",
                remedy: "Give it in per cent, 50 or more and below 100, such as 95 or 99.8.")
        }
        self.percent = percent
        self.width = StandardNormal.quantile(0.5 + percent / 200)
    }

    /// The share that falls outside at one end: 0.025 for 95.
    public var tail: Double { (100 - percent) / 200 }

    public static func < (left: Self, right: Self) -> Bool { left.percent < right.percent }
}
