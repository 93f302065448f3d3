public import Vocabulary

/// Whether an area is further from the average than chance would have it, given its size.
///
/// - Reference: Spiegelhalter, Statistics in Medicine 24 (2005) 1185; Fingertips technical guidance.
public struct Funnel: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// People out of people.
        case proportion
        /// Events for so many people.
        case rate
        /// Events over those that were expected; the denominator is what was expected.
        case ratio
    }

    /// An area's numerator and denominator.
    public struct Area: Hashable, Sendable {
        public let name: String
        public let numerator: Double
        public let denominator: Double

        public init(name: String, numerator: Double, denominator: Double) {
            self.name = name
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// Where an area stands.
    public struct Flag: Hashable, Sendable {
        public let area: String
        public let value: Double
        /// As far as chance may take an area of this size, from the first level to the last.
        public let limits: [LevelInterval]
        public let side: Side
        /// The highest of the levels whose limits the area lies beyond; nil within all.
        public let level: ConfidenceLevel?
    }

    public enum Side: String, Sendable, CaseIterable {
        case low, within, high
    }

    public let kind: Kind
    /// All numerators over all denominators; 1 of a ratio.
    public let average: Double
    public let per: Double
    public let levels: [ConfidenceLevel]
    private let areas: [Area]
    private let exactBelow: Double

    /// - Parameters:
    ///   - per: 100 for per cent, 100,000 for a rate, 1 or 100 for a ratio.
    ///   - exactBelow: the number of events below which a count is tested exactly; of the Rulebook.
    /// - Throws: `Refusal`: `no-areas`, `area-twice`, `negative-count`, `zero-denominator`, `numerator-above`.
    public init(
        _ areas: [Area], kind: Kind, per: Double, at levels: [ConfidenceLevel], exactBelow: Double
    ) throws(Refusal) {
        guard !areas.isEmpty else {
            throw Refusal(.input, code: "no-areas", "There are no areas.")
        }
        try AreaNames.check(areas.map(\.name))
        for area in areas {
            try AreaFigures.check(count: area.numerator, whole: area.denominator, per: per, area: area.name)
            guard kind != .proportion || area.numerator <= area.denominator else {
                throw Refusal(
                    .input, code: "numerator-above",
                    "\(area.name) has \(digits(area.numerator)) out of \(digits(area.denominator)): a part is no larger "
                        + "than its whole.", remedy: "Correct the figures, or ask for a funnel of rates.")
            }
        }
        self.areas = areas
        self.kind = kind
        self.per = per
        self.levels = levels.sorted()
        self.exactBelow = exactBelow
        let whole = areas.reduce(0) { $0 + $1.denominator }
        average = kind == .ratio ? 1 : areas.reduce(0) { $0 + $1.numerator } / whole
    }

    /// The average on the scale of the figures.
    public var averagePer: Double { average * per }

    public var method: MethodCitation { kind == .proportion ? .scoreFunnel : .poissonFunnel }

    /// The limits for an area of a size, none below nothing nor, of a proportion, above all.
    public func limits(denominator: Double) -> [LevelInterval] {
        precondition(denominator > 0, "a size is above 0")
        return levels.map { level in
            if kind == .proportion {
                let half = level.width * (average * (1 - average) / denominator).squareRoot()
                return LevelInterval(
                    level: level, low: max(0, average - half) * per, high: min(1, average + half) * per)
            }
            return Funnel.poisson(expected: average * denominator, at: level).mapped { $0 / denominator * per }
        }
    }

    /// Each area, in the order given.
    public var flags: [Flag] {
        areas.map { area in
            let limits = limits(denominator: area.denominator)
            let value = area.numerator / area.denominator * per
            let sides = zip(levels, limits).map { level, interval in (level, side(of: area, value, interval)) }
            let furthest = sides.last { $0.1 != .within }
            return Flag(
                area: area.name, value: value, limits: limits, side: furthest?.1 ?? .within, level: furthest?.0)
        }
    }

    /// Of a count, whether its own interval holds what was to be expected.
    private func side(of area: Area, _ value: Double, _ interval: LevelInterval) -> Side {
        if kind == .proportion {
            // Clipped limits would hide that an area lies beyond; none can lie beyond 0 or 1.
            return value < interval.low ?? 0 ? .low : value > interval.high ?? per ? .high : .within
        }
        let expected = average * area.denominator
        let own = CountInterval.limits(area.numerator, at: [interval.level], exactBelow: exactBelow).intervals[0]
        if let low = own.low, low > expected { return .high }
        if let high = own.high, high < expected { return .low }
        return .within
    }

    /// The counts, not rounded, beyond which so few or so many have no more than the level's tail for a chance.
    static func poisson(expected: Double, at level: ConfidenceLevel) -> LevelInterval {
        func solved(_ isBelow: (Double) -> Bool) -> Double {
            var (low, high) = (0.0, max(1, expected))
            while isBelow(high) { (low, high) = (high, 2 * high) }
            for _ in 0..<100 where high - low > 1e-12 * high {
                let middle = (low + high) / 2
                if isBelow(middle) { low = middle } else { high = middle }
            }
            return (low + high) / 2
        }
        guard expected > 0 else { return LevelInterval(level: level, low: 0, high: 0) }
        // At most k events: the probability that a gamma variable of shape k + 1 is above what is expected.
        func atMost(_ count: Double) -> Double {
            GammaDistribution.probabilities(of: expected, shape: count + 1).above
        }
        func atLeast(_ count: Double) -> Double {
            count <= 0 ? 1 : GammaDistribution.probabilities(of: expected, shape: count).atMost
        }
        return LevelInterval(
            level: level, low: atMost(0) >= level.tail ? 0 : solved { atMost($0) < level.tail },
            high: solved { atLeast($0) > level.tail })
    }
}

/// What every working refuses of a list of areas.
enum AreaNames {
    /// - Throws: `Refusal`, code `area-twice`.
    static func check(_ names: [String]) throws(Refusal) {
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) {
            throw Refusal(
                .input, code: "area-twice", "“\(twice)” stands twice.",
                remedy: "Give each area once; add up its parts first if they are parts.")
        }
    }
}
