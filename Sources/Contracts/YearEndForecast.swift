public import Vocabulary

/// Where a contract's delivery is expected to end the year, with how sure that is.
///
/// The quantiles are the whole predictive distribution, so that money which is not a straight line of delivery (a
/// recovery below a threshold) can be averaged over it rather than read at the middle.
public struct YearEndForecast: Hashable, Sendable {
    public var contract: ContractNumber
    public var year: FinancialYear
    /// The last month whose delivery was used: 3 (June) to 11 (February).
    public var madeAtMonth: Int
    public var deliveredSoFar: Units
    /// UDAs of the whole year, with intervals at 50 and 90 per cent.
    public var estimate: Estimate<Units>
    /// Ascending in probability and in units; linear between neighbours, flat beyond the first and the last.
    public var quantiles: [Quantile]
    public var standing: Standing

    /// One point of the predictive distribution: the year ends at or below `units` with `probability`.
    public struct Quantile: Hashable, Sendable {
        /// Above 0 and below 1.
        public var probability: Double
        public var units: Units

        public init(probability: Double, units: Units) {
            self.probability = probability
            self.units = units
        }
    }

    /// What kind of contract it was when the forecast was made, which chooses how it is forecast.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Held in every month, with a history.
        case established
        /// Began this year, or has no last year to learn from.
        case new
        /// Has no row in the month of the forecast.
        case closing
        /// Its target changed within the year.
        case rebased
        /// In a year that the pandemic shaped.
        case pandemic
    }

    /// - Precondition: 3 to 11 for the month; at least two quantiles, ascending.
    public init(
        contract: ContractNumber, year: FinancialYear, madeAtMonth: Int, deliveredSoFar: Units,
        estimate: Estimate<Units>, quantiles: [Quantile], standing: Standing
    ) {
        precondition((3...11).contains(madeAtMonth), "a forecast is made at month 3 to 11")
        precondition(quantiles.count >= 2, "a distribution has at least two quantiles")
        precondition(
            zip(quantiles, quantiles.dropFirst()).allSatisfy {
                $0.probability < $1.probability && $0.units <= $1.units
            }, "quantiles ascend")
        self.contract = contract
        self.year = year
        self.madeAtMonth = madeAtMonth
        self.deliveredSoFar = deliveredSoFar
        self.estimate = estimate
        self.quantiles = quantiles
        self.standing = standing
    }

    public var method: String { estimate.method }
}
