public import Vocabulary

/// The choices that the year-end forecast rests on, reviewed together: nothing here is a rule of the NHS.
///
/// Every number was chosen on the nine years from April 2016 to March 2025 of NHSBSA's monthly file, always
/// judging a year by what was learned from the others. Shares are of the contract's target.
public struct ForecastDefinition: Hashable, Sendable {
    public var owner: String
    public var reviewed: Day
    /// Looked at again by this day: after the next whole year is held.
    public var reviewBy: Day

    /// Years that the pandemic shaped: never learned from, nor is the year after such a year compared with
    /// it.
    public var pandemicYears: Set<FinancialYear>
    /// A year weighs this much more when it lies on the same side of the pandemic as the year that is
    /// forecast: contracts that fell behind before it caught up as a rule, and after it do not.
    public var sameSideWeight: Double
    /// A year is disrupted, and its forecast not judged, below this pace of delivery against all targets.
    public var leastPace: Share
    /// Fewer usable years than this, and the straight line is used.
    public var leastYears: Int

    /// A smaller contract is forecast by the straight line: its delivery comes in lumps.
    public var leastTarget: Units
    /// A larger target is a slip of the keyboard (41,666,716 in February 2020), and the month before is
    /// taken.
    public var largestTarget: Units

    /// Three shares of the target at which the features turn: how contracts behave when far short, near and
    /// past it.
    public var knots: [Double]
    /// Forecasts are compared with others in the same band: cut at these shares.
    public var bands: [Double]
    /// Contracts are compared with others of the same usual size of miss: this many classes.
    public var missClasses: Int
    /// Fewer comparable contracts than this, and all are compared.
    public var leastCompared: Int
    /// No usual miss is taken as smaller.
    public var leastMiss: Double
    /// Intervals are wider than the fitting years alone ask for: a handful of years cannot show how years
    /// differ.
    public var wideningOfHalf: Double
    /// Likewise for the interval at 90 per cent.
    public var wideningOfNineTenths: Double

    /// From this month on the rule of three months earlier is tried on the months just seen, and intervals
    /// become wider or narrower by the power below of how its usual miss compares with other years.
    public var firstMonthOfRecentSpread: Int
    public var powerOfRecentSpread: Double
    /// From this month on the part by which that earlier rule missed in the middle is carried on to the
    /// year's end.
    public var firstMonthOfDrift: Int
    /// No more than this part is carried on, either way.
    public var largestDrift: Double

    /// The straight line's distribution: what is left, as a multiple of the pace so far, at each probability.
    public var straightLine: [Multiple]
    /// What a contract that has delivered next to nothing may still deliver, as a share of its target's pace.
    public var leastPaceShare: Double
    /// A contract that had delivered less than this part of its last year by the month is given the national
    /// profile, in the simple rule that the back-test compares with.
    public var leastProfile: Double

    public struct Multiple: Hashable, Sendable {
        public var probability: Double
        public var ofPace: Double

        public init(_ probability: Double, _ ofPace: Double) {
            self.probability = probability
            self.ofPace = ofPace
        }
    }

    /// The probabilities of a forecast's distribution, from low to high; the middle is the forecast itself.
    public var probabilities: [Double] { straightLine.map(\.probability) }

    /// In use since November 2026.
    ///
    /// - `leastPace`: 2020/21 ran at 3 to 25 per cent of its targets and 2021/22 at 59 to 62; the slowest
    ///   year since, 2022/23, at 71 to 77.
    /// - `wideningOfHalf`, `wideningOfNineTenths` and the powers: the least for which nearly every judged
    ///   year has its coverage at months 6 and 9; the back-test prints where they fall short.
    /// - `straightLine`: quantiles of what contracts with targets below 500 delivered, in six ordinary years,
    ///   against their pace at months 3 to 11.
    public static let reviewed = ForecastDefinition(
        owner: "Contracts", reviewed: Day(year: 2026, month: 11, day: 21)!,
        reviewBy: Day(year: 2027, month: 7, day: 31)!,
        pandemicYears: [
            FinancialYear(startingIn: 2019), FinancialYear(startingIn: 2020), FinancialYear(startingIn: 2021),
        ],
        sameSideWeight: 4, leastPace: Share(percent: 70), leastYears: 2, leastTarget: Units(500),
        largestTarget: Units(1_000_000), knots: [0.8, 0.96, 1.04], bands: [0.6, 0.9, 1], missClasses: 3,
        leastCompared: 100, leastMiss: 0.004, wideningOfHalf: 1.05, wideningOfNineTenths: 1.12,
        firstMonthOfRecentSpread: 6, powerOfRecentSpread: 0.5, firstMonthOfDrift: 7, largestDrift: 0.25,
        straightLine: [
            Multiple(0.05, 0.2), Multiple(0.1, 0.45), Multiple(0.25, 0.78), Multiple(0.5, 1),
            Multiple(0.75, 1.3), Multiple(0.9, 1.85), Multiple(0.95, 2.6),
        ],
        leastPaceShare: 0.1, leastProfile: 0.02)
}
