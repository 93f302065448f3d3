public import Vocabulary

/// How much of a year's distribution of money is only last year's.
public struct Inertia: Hashable, Sendable {
    public var year: FinancialYear
    /// Nil for all together.
    public var commissioner: OrganisationCode?
    public var name: String
    /// Contracts with a value in both years, none of their rows held out.
    public var contracts: Int
    /// Rank correlation of value by contract with the year before, −1 to 1; nil with fewer than two contracts.
    public var rankCorrelation: Double?
    /// Of all contracts together: the middle of this year's value over last year's; nil of nothing.
    public var medianUplift: Double?
    /// Contracts within the band around last year's value times the median uplift; nil of nothing.
    public var withinBand: Share?
    /// This year's value of the UDA lines of every contract that counts, new ones among them.
    public var value: Money
    /// Nil where no population was given.
    public var population: Int?

    /// To the nearest penny; nil without a population.
    public var valuePerHead: Money? {
        population.flatMap { $0 > 0 ? value.scaled(by: 1, over: $0) : nil }
    }
}
