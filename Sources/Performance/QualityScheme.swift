public import Vocabulary

/// Money that depends on indicators of quality: the national scheme (CQUIN) of a year, or a local one of the same shape.
///
/// What an indicator earns grows in a straight line from nothing at its minimum to all of its money at its maximum; where
/// lower is better the minimum is the higher number.
public struct QualityScheme: Hashable, Sendable, Codable {
    public var title: String
    public var provider: OrganisationCode
    public var year: FinancialYear
    public var kind: Kind
    /// The fixed element of the contract, of which the national scheme's money is a share; nil of a local scheme.
    public var fixedElement: Money?
    /// The contract's value in the year, where the rules of the year ask for a least one.
    public var contractValue: Money?
    /// The money of a local scheme; nil of the national one.
    public var value: Money?
    public var indicators: [Indicator]

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case national, local
    }

    /// One thing that is measured.
    public struct Indicator: Hashable, Sendable, Codable {
        public var id: String
        public var title: String
        public var kind: Kind
        /// What earns nothing; beyond it nothing either.
        public var minimum: IndicatorLevel
        /// What earns all.
        public var maximum: IndicatorLevel
        /// Its part of the money is its weight's part of all weights.
        public var weight: Int
        /// What was measured; nil where nothing is known yet.
        public var result: IndicatorLevel?

        public init(
            id: String, title: String, kind: Kind = .national, minimum: IndicatorLevel, maximum: IndicatorLevel,
            weight: Int = 1, result: IndicatorLevel? = nil
        ) {
            (self.id, self.title, self.kind) = (id, title, kind)
            (self.minimum, self.maximum, self.weight, self.result) = (minimum, maximum, weight, result)
        }

        /// True where the maximum is the lower number.
        public var isLowerBetter: Bool { maximum < minimum }
    }

    enum CodingKeys: String, CodingKey {
        case title, provider, year, kind, indicators
        case fixedElement = "fixedElementPence"
        case contractValue = "contractValuePence"
        case value = "valuePence"
    }

    public init(
        title: String, provider: OrganisationCode, year: FinancialYear, kind: Kind, fixedElement: Money? = nil,
        contractValue: Money? = nil, value: Money? = nil, indicators: [Indicator]
    ) {
        (self.title, self.provider, self.year, self.kind) = (title, provider, year, kind)
        (self.fixedElement, self.contractValue, self.value) = (fixedElement, contractValue, value)
        self.indicators = indicators
    }
}
