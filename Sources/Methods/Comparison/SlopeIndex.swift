#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

public import Vocabulary

/// How far a measure goes with disadvantage: the slope and the relative index of inequality.
///
/// Groups stand from the least to the most advantaged. Each has the middle of its part of the people for its rank, from 0
/// to 1; a line is fitted to the measure by rank, weighted by people. The slope index is the line's end less its
/// beginning, the relative index its end over its beginning.
///
/// - Reference: Low and Low, Journal of Public Health 26 (2004) 388; Fingertips technical guidance.
public struct SlopeIndex: Sendable {
    /// What the measure is: decides the scale on which it varies like a normal variable.
    public enum Kind: String, Sendable, CaseIterable {
        /// Varies as it stands: life expectancy.
        case plain
        /// By its logarithm.
        case rate
        /// By its logit; from 0 to 1.
        case proportion
    }

    /// A group's people and measure.
    public struct Group: Hashable, Sendable {
        public let name: String
        public let population: Double
        public let value: Double
        /// On the scale of the kind: of the logarithm for a rate, of the logit for a proportion.
        public let standardError: Double

        public init(name: String, population: Double, value: Double, standardError: Double) {
            self.name = name
            self.population = population
            self.value = value
            self.standardError = standardError
        }

        /// From the limits of the measure at 95 per cent.
        ///
        /// - Throws: `Refusal`, code `off-scale`, where a limit has no logarithm or logit.
        public init(name: String, population: Double, value: Double, low: Double, high: Double, kind: Kind)
            throws(Refusal)
        {
            let (from, to) = (try kind.scaled(low, of: name), try kind.scaled(high, of: name))
            self.init(
                name: name, population: population, value: value,
                standardError: (to - from) / (2 * StandardNormal.quantile(0.975)))
        }
    }

    /// A group's measure, or its count out of its people.
    ///
    /// - Throws: `Refusal`: `no-value` where it has neither, or both; `zero-denominator`; `negative-count`.
    public static func value(
        _ value: Double?, count: Double?, population: Double, of name: String
    ) throws(Refusal) -> Double {
        try AreaFigures.check(count: count, whole: population, per: 1, area: name)
        switch (value, count) {
        case (let value?, nil): return value
        case (nil, let count?): return count / population
        default:
            throw Refusal(
                .input, code: "no-value", "\(name) needs either a value or a count, and has neither or both.",
                remedy: "A group whose figure is suppressed is joined with its neighbour first.")
        }
    }

    /// Both indices, with limits from simulation.
    public struct Result: Hashable, Sendable {
        public let slope: MeasuredValue
        /// Withheld where the line begins at zero or below.
        public let relative: MeasuredValue
        /// Where the line begins, on the scale of the measure.
        public let intercept: Double
        public let draws: Int
        public let seed: UInt64
    }

    private let kind: Kind
    private let transform: Bool
    private let measures: [Double]
    private let errors: [Double]
    /// What the line begins with, and its slope, are these sums of the measures.
    private let beginnings: [Double]
    private let slopes: [Double]

    /// - Parameters:
    ///   - groups: three or more, from the least to the most advantaged.
    ///   - transform: true fits the line to the logarithm or logit, and turns its ends back.
    /// - Throws: `Refusal`: `too-few-groups`, `zero-denominator`, `off-scale`, `negative-error`.
    public init(_ groups: [Group], kind: Kind, transform: Bool) throws(Refusal) {
        guard groups.count > 2 else {
            throw Refusal(
                .input, code: "too-few-groups", "A line through \(groups.count) groups says nothing.",
                remedy: "Give three groups or more; five or ten are usual.")
        }
        var (measures, errors) = ([Double](), [Double]())
        for group in groups {
            try AreaFigures.check(count: nil, whole: group.population, per: 1, area: group.name)
            guard group.standardError >= 0, group.standardError.isFinite else {
                throw Refusal(
                    .input, code: "negative-error",
                    "\(group.name) has a standard error of \(digits(group.standardError)).",
                    remedy: "See that the lower limit is not above the upper one.")
            }
            measures.append(try kind.scaled(group.value, of: group.name))
            errors.append(group.standardError)
        }
        (self.kind, self.transform, self.measures, self.errors) = (kind, transform && kind != .plain, measures, errors)
        let people = groups.reduce(0) { $0 + $1.population }
        let parts = groups.map { $0.population / people }
        var (ranks, before) = ([Double](), 0.0)
        for part in parts {
            ranks.append(before + part / 2)
            before += part
        }
        // Weighted least squares: slope = Σ a(b − b̄)y / Σ a(b − b̄)², with Σ a = 1.
        let middle = zip(parts, ranks).reduce(0) { $0 + $1.0 * $1.1 }
        let spread = zip(parts, ranks).reduce(0) { $0 + $1.0 * ($1.1 - middle) * ($1.1 - middle) }
        slopes = zip(parts, ranks).map { $0 * ($1 - middle) / spread }
        beginnings = zip(parts, slopes).map { $0 - middle * $1 }
    }

    /// The line's ends on the scale of the measure, for values on the scale of the kind.
    private func ends(_ values: [Double]) -> (first: Double, last: Double) {
        var (first, slope) = (0.0, 0.0)
        for place in values.indices {
            let value = transform ? values[place] : kind.back(values[place])
            first += beginnings[place] * value
            slope += slopes[place] * value
        }
        return transform ? (kind.back(first), kind.back(first + slope)) : (first, first + slope)
    }

    /// - Parameters:
    ///   - multiplier: 100 for per cent; negative where less is better: the slope turns its sign and the relative index
    ///     is turned over.
    ///   - draws: 1,000 or more.
    ///   - seed: the same seed gives the same limits.
    /// - Throws: `Refusal`: `bad-multiplier`, `too-few-draws`.
    public func result(
        multiplier: Double, at levels: [ConfidenceLevel], draws: Int, seed: UInt64
    ) throws(Refusal) -> Result {
        guard multiplier != 0, multiplier.isFinite else {
            throw Refusal(.input, code: "bad-multiplier", "A slope times \(digits(multiplier)) means nothing.")
        }
        guard (1_000...1_000_000).contains(draws) else {
            throw Refusal(
                .input, code: "too-few-draws", "Limits from \(draws) draws cannot be relied on or waited for.",
                remedy: "Ask for 1,000 to 1,000,000; 100,000 is usual.")
        }
        func indices(_ ends: (first: Double, last: Double)) -> (slope: Double, relative: Double) {
            let ratio = ends.last / ends.first
            return ((ends.last - ends.first) * multiplier, multiplier < 0 ? 1 / ratio : ratio)
        }
        let ends = ends(measures)
        let found = indices(ends)
        var (simulatedSlopes, simulatedRatios) = ([Double](), [Double]())
        simulatedSlopes.reserveCapacity(draws)
        simulatedRatios.reserveCapacity(draws)
        var stream = RandomStream(seed: seed)
        var values = measures
        for _ in 0..<draws {
            for place in values.indices { values[place] = measures[place] + errors[place] * stream.normal() }
            let drawn = indices(self.ends(values))
            simulatedSlopes.append(drawn.slope)
            simulatedRatios.append(drawn.relative)
        }
        simulatedSlopes.sort()
        simulatedRatios.sort()
        let relative: MeasuredValue =
            ends.first > 0 && ends.last > 0
            ? MeasuredValue(found.relative, SlopeIndex.limits(simulatedRatios, at: levels), by: .slope)
            : .none(
                Withheld(
                    code: "no-ratio",
                    "The line has an end at or below zero, so that one end over the other means nothing."),
                by: .slope)
        return Result(
            slope: MeasuredValue(found.slope, SlopeIndex.limits(simulatedSlopes, at: levels), by: .slope),
            relative: relative, intercept: ends.first, draws: draws, seed: seed)
    }

    /// The drawn values at the places that the levels say, the first having place 1.
    private static func limits(_ sorted: [Double], at levels: [ConfidenceLevel]) -> [LevelInterval] {
        levels.map { level in
            func value(_ probability: Double) -> Double {
                let place = Int((Double(sorted.count) * probability).rounded(.toNearestOrEven))
                return sorted[max(1, min(sorted.count, place)) - 1]
            }
            return LevelInterval(level: level, low: value(level.tail), high: value(1 - level.tail))
        }
    }
}

extension SlopeIndex.Kind {
    /// - Throws: `Refusal`, code `off-scale`.
    func scaled(_ value: Double, of name: String) throws(Refusal) -> Double {
        switch self {
        case .plain where value.isFinite: return value
        case .rate where value > 0 && value.isFinite: return log(value)
        case .proportion where value > 0 && value < 1: return log(value / (1 - value))
        default:
            let room = self == .rate ? "above 0" : "above 0 and below 1"
            throw Refusal(
                .input, code: "off-scale",
                "\(name) has the value or limit \(digits(value)), and one of a \(rawValue) is \(room) here.",
                remedy: "Join the group with its neighbour, or take the measure as plain with its standard errors.")
        }
    }

    func back(_ value: Double) -> Double {
        switch self {
        case .plain: value
        case .rate: exp(value)
        case .proportion: 1 / (1 + exp(-value))
        }
    }
}
