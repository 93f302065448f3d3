public import Vocabulary

/// What happened beside what would have happened at the reference's rates by age.
public enum IndirectRate {
    /// An age band of the reference, and an area's people in it.
    public struct Band: Hashable, Sendable {
        public let name: String
        /// Nil where only the area's total is known, or it is suppressed.
        public let count: Double?
        public let population: Double

        public init(_ name: String, count: Double?, population: Double) {
            self.name = name
            self.count = count
            self.population = population
        }
    }

    /// The rates by age to which areas are compared.
    public struct Reference: Hashable, Sendable {
        let standard: StandardPopulation
        let rates: [Double]
        /// Events over people, all ages together.
        public let rate: Double

        public func rate(per: Double) -> Double { rate * per }

        /// - Throws: `Refusal`: `bad-standard`, `negative-count`, `zero-denominator`, `suppressed-reference`.
        public init(_ bands: [Band]) throws(Refusal) {
            standard = try StandardPopulation(
                name: "the reference", bands: bands.map(\.name), people: bands.map(\.population))
            var (rates, events, people) = ([Double](), 0.0, 0.0)
            for band in bands {
                let whose = "The reference, \(band.name)"
                try AreaFigures.check(count: band.count, whole: band.population, per: 1, area: whose)
                guard let count = band.count else {
                    throw Refusal(
                        .input, code: "suppressed-reference", "\(whose) has no count: nothing can be compared to it.")
                }
                rates.append(count / band.population)
                events += count
                people += band.population
            }
            self.rates = rates
            rate = events / people
        }
    }

    /// An area's ratio and rate, with what they rest on.
    public struct Result: Hashable, Sendable {
        public let area: String
        public let observed: Double?
        public let expected: Double
        /// Observed over expected.
        public let ratio: MeasuredValue
        /// The ratio times the reference's crude rate.
        public let rate: MeasuredValue
    }

    /// - Parameters:
    ///   - observed: the area's events where its bands have none.
    ///   - ratioPer: what the ratio is multiplied by: 1, or 100.
    ///   - ratePer: for how many people the rate is: 100,000.
    /// - Throws: `Refusal`: `bands-differ`, `negative-count`, `zero-denominator`, `nothing-expected`.
    /// - Reference: Breslow and Day II (IARC, 1987), 65 to 72.
    public static func estimate(
        area: String, bands: [Band], observed total: Double? = nil, reference: Reference, ratioPer: Double,
        ratePer: Double, at levels: [ConfidenceLevel], exactBelow: Double
    ) throws(Refusal) -> Result {
        let places = try reference.standard.places(of: bands.map(\.name), area: area)
        var (observed, expected): (Double?, Double) = (0, 0)
        for (band, place) in zip(bands, places) {
            let whose = "\(area), \(band.name)"
            // Nobody of an age is no fault here: nothing is divided by it.
            try AreaFigures.check(count: min(band.count ?? 0, band.population), whole: nil, per: 1, area: whose)
            observed = band.count.flatMap { count in observed.map { $0 + count } }
            expected += band.population * reference.rates[place]
        }
        try AreaFigures.check(count: total, whole: nil, per: min(ratioPer, ratePer), area: area)
        if let total { observed = total }
        guard expected > 0 else {
            throw Refusal(
                .input, code: "nothing-expected",
                "At the reference's rates \(area) would have no events: there is nothing to compare with.")
        }
        guard let observed else {
            let none = MeasuredValue.none(.suppressed("A count of \(area)"), by: .byar)
            return Result(area: area, observed: nil, expected: expected, ratio: none, rate: none)
        }
        let limits = CountInterval.limits(observed, at: levels, exactBelow: exactBelow)
        func scaled(by factor: Double) -> MeasuredValue {
            MeasuredValue(
                observed / expected * factor,
                limits.intervals.map { interval in interval.mapped { $0 / expected * factor } }, by: limits.method)
        }
        return Result(
            area: area, observed: observed, expected: expected, ratio: scaled(by: ratioPer),
            rate: scaled(by: reference.rate * ratePer))
    }
}
