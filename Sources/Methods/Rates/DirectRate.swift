public import Vocabulary

/// A rate as it would be if the area had the ages of a standard population.
public enum DirectRate {
    /// An age band of an area.
    public struct Band: Hashable, Sendable {
        public let name: String
        public let events: Events
        public let population: Double

        public init(_ name: String, events: Events, population: Double) {
            self.name = name
            self.events = events
            self.population = population
        }
    }

    /// What happened in a band.
    public enum Events: Hashable, Sendable {
        /// Each by itself; nil where suppressed or missing.
        case independent(Double?)
        /// People by how many events each of them had: admissions of the same person are not independent.
        case repeated([Repeated])
    }

    /// So many people who each had the event so many times.
    public struct Repeated: Hashable, Sendable {
        public let times: Double
        public let people: Double

        public init(times: Double, people: Double) {
            self.times = times
            self.people = people
        }
    }

    /// An area's rate and what it rests on.
    public struct Result: Hashable, Sendable {
        public let area: String
        /// Nil where a count is suppressed.
        public let events: Double?
        public let population: Double
        public let rate: MeasuredValue
    }

    /// - Parameters:
    ///   - bands: in any order; exactly those of the standard.
    ///   - per: for how many people the rate is: 100,000.
    ///   - leastEvents: with fewer the rate is withheld; of the Rulebook.
    ///   - exactBelow: the number of events below which limits are exact; of the Rulebook.
    /// - Throws: `Refusal`: `bands-differ`, `negative-count`, `zero-denominator`.
    /// - Reference: Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 10 (1991) 457.
    public static func estimate(
        area: String, bands: [Band], standard: StandardPopulation, per: Double, at levels: [ConfidenceLevel],
        leastEvents: Double, exactBelow: Double
    ) throws(Refusal) -> Result {
        let places = try standard.places(of: bands.map(\.name), area: area)
        let people = bands.reduce(0) { $0 + $1.population }
        var sums = WeightedSums()
        var suppressed: String?
        for (band, place) in zip(bands, places) {
            let whose = "\(area), \(band.name)"
            try AreaFigures.check(count: nil, whole: band.population, per: per, area: whose)
            switch band.events {
            case .independent(let count):
                try AreaFigures.check(count: count, whole: nil, per: per, area: whose)
                guard let count else {
                    suppressed = suppressed ?? whose
                    continue
                }
                sums.add(people: count, times: 1, population: band.population, weight: standard.people[place])
            case .repeated(let classes):
                for one in classes {
                    try AreaFigures.check(count: min(one.people, one.times), whole: nil, per: per, area: whose)
                    sums.add(
                        people: one.people, times: one.times, population: band.population,
                        weight: standard.people[place])
                }
            }
        }
        if let suppressed {
            return Result(
                area: area, events: nil, population: people,
                rate: .none(.suppressed("The count of \(suppressed)"), by: .dobson))
        }
        let whole = standard.people.reduce(0, +)
        return Result(
            area: area, events: sums.events, population: people,
            rate: sums.rate(whole: whole, per: per, at: levels, leastEvents: leastEvents, exactBelow: exactBelow))
    }
}

/// The sums over bands that a directly standardised rate and its limits need.
struct WeightedSums {
    private(set) var events = 0.0
    private var rates = 0.0
    private var variances = 0.0

    @inline(__always)
    mutating func add(people: Double, times: Double, population: Double, weight: Double) {
        let share = weight / population
        let happened = people * times
        events += happened
        rates += share * happened
        variances += share * share * happened * times
    }

    /// - Parameter whole: the people of the standard.
    func rate(
        whole: Double, per: Double, at levels: [ConfidenceLevel], leastEvents: Double, exactBelow: Double
    ) -> MeasuredValue {
        guard events >= leastEvents, events > 0 else {
            let least = digits(max(1, leastEvents))
            return .none(
                Withheld(
                    code: "too-few-events",
                    "There are \(digits(events)) events, and a rate that rests on fewer than \(least) is not shown."),
                by: .dobson)
        }
        let limits = CountInterval.limits(events, at: levels, exactBelow: exactBelow).intervals
        let (value, stretch) = (rates / whole, (variances / events).squareRoot() / whole)
        return MeasuredValue(
            value * per,
            limits.map { interval in interval.mapped { (value + stretch * ($0 - events)) * per } }, by: .dobson)
    }
}
