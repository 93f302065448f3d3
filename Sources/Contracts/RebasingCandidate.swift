public import Vocabulary

/// A contract that fell below the test in each year of it: a commissioner may look at rebasing it.
///
/// Nothing is movable until notice is recorded (`RecordRelease`).
public struct RebasingCandidate: Hashable, Sendable {
    public var contract: ContractNumber
    public var commissioner: OrganisationCode
    public var commissionerName: String
    /// A sole trader's is personal data; see `ProviderName`.
    public var providerName: String
    /// The years of the test in order, with what was achieved of the target in each.
    public var years: [Year]
    public var contracted: Units
    public var value: Money
    /// The most delivered in any year of the test, but no more than is contracted.
    public var highestDelivered: Units

    public struct Year: Hashable, Sendable {
        public var year: FinancialYear
        public var delivered: Units
        public var achieved: Share
    }

    public var releasableUnits: Units { contracted - highestDelivered }

    /// At the contract's own value per UDA, of one year.
    public var releasableMoney: Money {
        value.scaled(by: releasableUnits.hundredths, over: contracted.hundredths)
    }
}

/// The test that makes a contract a candidate for rebasing; in the Rulebook it is not verified.
public struct RebasingTest: Hashable, Sendable {
    /// Below it in every year of the test.
    public var threshold: Share
    /// Consecutive years, each of them judged.
    public var years: Int

    public init(threshold: Share, years: Int) {
        precondition(years >= 1, "a test has a year")
        self.threshold = threshold
        self.years = years
    }
}
