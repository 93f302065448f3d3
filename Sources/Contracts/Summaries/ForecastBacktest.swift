public import Vocabulary

/// How one finished year would have been foretold at one month; misses and widths are shares of targets.
public struct ForecastTrial: Hashable, Sendable {
    public var year: FinancialYear
    public var month: Int
    /// Contracts that were judged.
    public var contracts: Int
    /// The mean size of a contract's miss.
    public var meanMiss: Double
    /// The middle of forecast less outcome: above zero where the year was foretold too high.
    public var middleExcess: Double
    public var straightLineMiss: Double
    /// Nil where the year before is not held.
    public var ownProfileMiss: Double?
    public var nationalProfileMiss: Double?
    /// Contracts whose outcome lay within the interval at 50 per cent, of all.
    public var withinHalf: Share
    public var withinNineTenths: Share
    public var meanWidthOfHalf: Double
    public var meanWidthOfNineTenths: Double
    public var forecastTotal: Units
    public var actualTotal: Units
    /// Of the contracts' own forecasts, in units: the sum of their standard deviations.
    public var deviationSum: Double
    /// Likewise of their variances, in units squared.
    public var varianceSum: Double
    /// Delivery up to the month, taken to twelve months, against all targets.
    public var pace: Double
    public var isPandemic: Bool
    /// False where the year was so disrupted by the month that nobody should have relied on a forecast.
    public var isJudged: Bool
    /// How the year was treated, in a sentence or two.
    public var treatment: String

    /// The smallest miss of the simple rules.
    public var bestSimpleMiss: Double {
        min(straightLineMiss, ownProfileMiss ?? .infinity, nationalProfileMiss ?? .infinity)
    }

    /// The miss against the best of the simple rules: below 1 is better than they are.
    public var ratioToBest: Double { bestSimpleMiss > 0 ? meanMiss / bestSimpleMiss : .infinity }

    /// How far the sum of all forecasts lay above the sum of all outcomes, as a part of the forecasts.
    public var totalExcess: Double {
        let forecast = forecastTotal.approximate
        return forecast > 0 ? (forecast - actualTotal.approximate) / forecast : 0
    }
}

/// The forecast tried on every finished year.
public struct ForecastBacktest: Hashable, Sendable {
    /// In order of year, then month.
    public var trials: [ForecastTrial]

    public init(_ trials: [ForecastTrial]) {
        self.trials = trials.sorted { $0.year == $1.year ? $0.month < $1.month : $0.year < $1.year }
    }

    /// The error that all contracts of a year share, as a part of the total forecast: it does not shrink
    /// however many contracts are summed.
    ///
    /// The root of the mean square of `totalExcess` over the ordinary judged years, so that a lean to one
    /// side counts.
    ///
    /// - Returns: nil with fewer than two such years at the month.
    public func sharedDeviation(at month: Int) -> Double? {
        let excesses = trials.filter { $0.month == month && $0.isJudged && !$0.isPandemic }.map(\.totalExcess)
        guard excesses.count >= 2 else { return nil }
        return (excesses.reduce(0) { $0 + $1 * $1 } / Double(excesses.count)).squareRoot()
    }

    /// The share of contracts' error that is common to all, so that totals come out as uncertain as they
    /// were.
    ///
    /// With a share `c`, the variance of a sum is `(1 − c) × Σ variance + c × (Σ deviation)²`; this is the
    /// `c` for which it equals the mean square of what the totals of the ordinary judged years were missed
    /// by.
    ///
    /// - Returns: nil with fewer than two such years at the month.
    public func commonShare(at month: Int) -> Share? {
        let chosen = trials.filter { $0.month == month && $0.isJudged && !$0.isPandemic && $0.deviationSum > 0 }
        guard chosen.count >= 2 else { return nil }
        let shares = chosen.map { trial -> Double in
            let excess = trial.forecastTotal.approximate - trial.actualTotal.approximate
            let together = trial.deviationSum * trial.deviationSum
            guard together > trial.varianceSum else { return 1 }
            return (excess * excess - trial.varianceSum) / (together - trial.varianceSum)
        }
        let mean = shares.reduce(0, +) / Double(shares.count)
        return Share(Int((min(max(mean, 0), 1) * 10_000).rounded()), of: 10_000)
    }

    /// The months tried, in order.
    public var months: [Int] { Set(trials.map(\.month)).sorted() }

    /// Coverage of one year over all months tried, each month weighing by its contracts.
    public func coverage(of year: FinancialYear) -> (half: Share, nineTenths: Share)? {
        let chosen = trials.filter { $0.year == year }
        let whole = chosen.reduce(0) { $0 + $1.withinHalf.whole }
        guard let half = Share(chosen.reduce(0) { $0 + $1.withinHalf.part }, of: whole),
            let nineTenths = Share(chosen.reduce(0) { $0 + $1.withinNineTenths.part }, of: whole)
        else { return nil }
        return (half, nineTenths)
    }
}
