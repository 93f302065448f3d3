public import Vocabulary

/// What a quality scheme comes to: earned, withheld and not yet known sum to its whole money.
public struct SchemeResult: Hashable, Sendable {
    public let scheme: QualityScheme
    public let whole: Money
    /// In the order of the scheme.
    public let indicators: [Earned]
    /// How the money was reckoned, rule by rule.
    public let steps: [Working.Step]

    /// One indicator's money.
    public struct Earned: Hashable, Sendable {
        public let indicator: QualityScheme.Indicator
        public let value: Money
        /// Nil where nothing was measured.
        public let earned: Money?

        public init(indicator: QualityScheme.Indicator, value: Money, earned: Money?) {
            (self.indicator, self.value, self.earned) = (indicator, value, earned)
        }

        public var withheld: Money { earned.map { value - $0 } ?? .zero }
        public var isOpen: Bool { earned == nil }
    }

    public init(scheme: QualityScheme, whole: Money, indicators: [Earned], steps: [Working.Step]) {
        (self.scheme, self.whole, self.indicators, self.steps) = (scheme, whole, indicators, steps)
    }

    public var earned: Money { indicators.compactMap(\.earned).total() }
    public var withheld: Money { indicators.map(\.withheld).total() }
    public var open: Money { indicators.filter(\.isOpen).map(\.value).total() }
}
