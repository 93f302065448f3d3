public import Vocabulary

/// An abridged life table: how many more years people of an age may expect at the death rates of a time.
///
/// - Reference: Chiang, The Life Table and its Construction (1968); Silcocks, Jenner and Reza, Journal of Epidemiology
///   and Community Health 55 (2001) 38, for the last age's part of the variance; Eayres and Williams, the same 58 (2004)
///   243.
public enum LifeTable {
    /// People of an age band and those of them who died.
    public struct Band: Hashable, Sendable {
        /// The youngest age, in years.
        public let age: Int
        public let population: Double
        /// Nil where suppressed or missing.
        public let deaths: Double?

        public init(age: Int, population: Double, deaths: Double?) {
            self.age = age
            self.population = population
            self.deaths = deaths
        }
    }

    /// What somebody who has reached an age may expect.
    public struct Expectation: Hashable, Sendable {
        public let age: Int
        /// In years.
        public let years: MeasuredValue
        /// People and deaths of this age and older.
        public let population: Double
        public let deaths: Double
    }

    /// An area's table, or why it has none.
    public struct Result: Hashable, Sendable {
        public let area: String
        /// From the youngest; empty where all is withheld.
        public let expectations: [Expectation]
        public let method: MethodCitation
        public let withheld: Withheld?
    }

    /// When a figure rests on too little to be shown; of the Rulebook.
    public struct Limits: Hashable, Sendable {
        public let leastPopulation: Double
        /// Years from limit to limit at 95 per cent; a wider figure is withheld, and its limits are shown.
        public let widestInterval: Double

        public init(leastPopulation: Double, widestInterval: Double) {
            self.leastPopulation = leastPopulation
            self.widestInterval = widestInterval
        }
    }

    /// - Parameter bands: in any order, the first year of life apart, each age once; the last is open.
    /// - Throws: `Refusal`: `life-table-bands`, `negative-count`, `zero-denominator`, `deaths-above`.
    public static func expectations(
        area: String, bands: [Band], at levels: [ConfidenceLevel], limits: Limits
    ) throws(Refusal) -> Result {
        let bands = bands.sorted { $0.age < $1.age }
        try check(bands, area: area)
        func none(_ withheld: Withheld) -> Result {
            Result(area: area, expectations: [], method: .chiang, withheld: withheld)
        }
        if let missing = bands.first(where: { $0.deaths == nil }) {
            return none(.suppressed("The deaths of \(area) from age \(missing.age)"))
        }
        let people = bands.reduce(0) { $0 + $1.population }
        guard people >= limits.leastPopulation else {
            return none(
                Withheld(
                    code: "too-few-people",
                    "\(area) has \(digits(people)) people, and life expectancy of fewer than "
                        + "\(digits(limits.leastPopulation)) is not shown."))
        }
        guard bands[bands.count - 1].deaths != 0 else {
            return none(
                Withheld(
                    code: "no-last-deaths",
                    "Nobody of the oldest in \(area) died, so how long they live cannot be said."))
        }
        let table = Columns(bands)
        let ninetyFive = StandardNormal.quantile(0.975)
        var expectations: [Expectation] = []
        var (population, deaths) = (0.0, 0.0)
        for place in bands.indices.reversed() {
            population += bands[place].population
            deaths += bands[place].deaths ?? 0
            expectations.append(
                Expectation(
                    age: bands[place].age,
                    years: table.years(
                        at: place, levels: levels, widest: limits.widestInterval, ninetyFive: ninetyFive),
                    population: population, deaths: deaths))
        }
        return Result(area: area, expectations: expectations.reversed(), method: .chiang, withheld: nil)
    }

    private static func check(_ bands: [Band], area: String) throws(Refusal) {
        for band in bands {
            let whose = "\(area) from age \(band.age)"
            try AreaFigures.check(count: band.deaths, whole: band.population, per: 1, area: whose)
            guard (band.deaths ?? 0) <= band.population else {
                throw Refusal(
                    .input, code: "deaths-above", "\(whose) has more deaths than people.",
                    remedy: "Give the population summed over the years that the deaths are of.")
            }
        }
        let ages = bands.map(\.age)
        guard ages.count > 2, ages[0] == 0, ages[1] == 1, zip(ages, ages.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw Refusal(
                .input, code: "life-table-bands",
                "The ages of \(area) are \(ages.map(String.init).joined(separator: ", ")).",
                remedy: "A life table needs each age once, the first year of life apart: 0, 1, 5, 10 and so on.")
        }
    }
}

/// The columns of a life table.
private struct Columns {
    private let survivors: [Double]
    private let years: [Double]
    private let variances: [Double]

    init(_ bands: [LifeTable.Band]) {
        let last = bands.count - 1
        let deaths = bands.map { $0.deaths ?? 0 }
        let rates = bands.indices.map { deaths[$0] / bands[$0].population }
        let widths = bands.indices.map { $0 < last ? Double(bands[$0 + 1].age - bands[$0].age) : 0 }
        // Who dies in the first year does so early in it; later, in the middle of the band.
        let parts = bands.indices.map { $0 == 0 ? 0.1 : 0.5 }
        let dying = bands.indices.map { place in
            place == last
                ? 1
                : min(1, rates[place] * widths[place] / (1 + rates[place] * widths[place] * (1 - parts[place])))
        }
        var alive = [1.0]
        for place in 0..<last { alive.append(alive[place] * (1 - dying[place])) }
        var (expected, spread) = (alive, alive)
        var (lived, squares) = (0.0, 0.0)
        for place in bands.indices.reversed() {
            if place == last {
                lived = alive[place] / rates[place]
                squares = alive[place] * alive[place] / (deaths[place] * rates[place] * rates[place])
            } else {
                let (width, part) = (widths[place], parts[place])
                let gone = alive[place] - alive[place + 1]
                lived += width * (alive[place + 1] + part * gone)
                if gone > 0 {
                    let variance = dying[place] * dying[place] * (1 - dying[place]) / deaths[place]
                    let reach = (1 - part) * width + expected[place + 1]
                    squares += variance * alive[place] * alive[place] * reach * reach
                }
            }
            expected[place] = alive[place] > 0 ? lived / alive[place] : 0
            spread[place] = alive[place] > 0 ? squares / (alive[place] * alive[place]) : 0
        }
        (survivors, years, variances) = (alive, expected, spread)
    }

    func years(at place: Int, levels: [ConfidenceLevel], widest: Double, ninetyFive: Double) -> MeasuredValue {
        guard survivors[place] > 0 else {
            return .none(Withheld(code: "nobody-left", "At these death rates nobody reaches the age."), by: .chiang)
        }
        let (value, error) = (years[place], variances[place].squareRoot())
        let intervals = levels.map { level in
            LevelInterval(level: level, low: value - level.width * error, high: value + level.width * error)
        }
        guard 2 * ninetyFive * error <= widest else {
            return MeasuredValue(
                nil, intervals, by: .chiang,
                withheld: Withheld(
                    code: "interval-too-wide",
                    "The 95 per cent interval is wider than \(digits(widest)) years, so the figure is not shown."))
        }
        return MeasuredValue(value, intervals, by: .chiang)
    }
}
