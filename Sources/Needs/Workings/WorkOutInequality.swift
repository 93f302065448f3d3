public import Methods
public import Vocabulary

/// How far an indicator goes with deprivation: by groups of areas of equal number from the most deprived to the least, with
/// the slope and the relative index.
public enum WorkOutInequality {
    public struct Terms: Sendable {
        /// 5 for fifths.
        public var groups: Int
        public var draws: Int
        public var seed: UInt64
        public var indicator: WorkOutIndicator.Terms

        public init(groups: Int, draws: Int, seed: UInt64, indicator: WorkOutIndicator.Terms) {
            self.groups = groups
            self.draws = draws
            self.seed = seed
            self.indicator = indicator
        }
    }

    /// What limits are drawn with where nobody says another.
    public static let usualSeed: UInt64 = 20_250_401

    /// The areas of a group together.
    public struct Group: Sendable {
        /// 1 is the most deprived.
        public let place: Int
        public let areas: Int
        public let count: Double
        public let denominator: Double
        public let figure: MeasuredValue
    }

    public struct Outcome: Sendable {
        /// From the most deprived.
        public let groups: [Group]
        /// The least deprived end of the line less the most deprived one.
        public let slope: MeasuredValue
        /// The least deprived end over the most deprived one.
        public let relative: MeasuredValue
        /// Areas that have no score, in order; they are in no group.
        public let withoutScore: [String]
        /// Areas whose count is suppressed or missing, in order; they are in no group.
        public let withoutFigure: [String]
        public let draws: Int
        public let seed: UInt64
    }

    /// - Parameters:
    ///   - figures: by the areas of the file, not by larger ones.
    ///   - scores: by area; higher is more deprived.
    ///   - within: only these areas; nil for all.
    /// - Throws: `Refusal`: `no-inequality` for an indicator that is standardised or has no people to weigh by;
    ///   `too-few-areas` where not each group has an area; and what the index refuses.
    public static func outcome(
        _ definition: IndicatorDefinition, _ figures: [WorkOutIndicator.Figure], scores: [String: Double],
        within: Set<String>? = nil, terms: Terms
    ) throws(Refusal) -> Outcome {
        guard definition.method == .proportion || definition.method == .crudeRate else {
            throw Refusal(
                .usage, code: "no-inequality",
                "“\(definition.title)” is standardised or as published, and its areas cannot be added up to groups.")
        }
        let asked = figures.filter { within?.contains($0.area) ?? true }
        let withoutScore = asked.filter { scores[$0.area] == nil }.map(\.area).sorted()
        let scored = asked.filter { scores[$0.area] != nil }.sorted { $0.area < $1.area }
        let withoutFigure = scored.filter { $0.count == nil || ($0.denominator ?? 0) <= 0 }.map(\.area)
        let used = scored.filter { $0.count != nil && ($0.denominator ?? 0) > 0 }
        let places = try QuantileGroups.places(
            of: used.map { scores[$0.area] }, count: terms.groups, highestFirst: true)
        var groups: [Group] = []
        var measured: [SlopeIndex.Group] = []
        for place in 1...terms.groups {
            let own = zip(used, places).filter { $0.1 == place }.map(\.0)
            let count = own.reduce(0) { $0 + ($1.count ?? 0) }
            let whole = own.reduce(0) { $0 + ($1.denominator ?? 0) }
            guard whole > 0 else {
                throw Refusal(
                    .input, code: "too-few-areas",
                    "\(used.count) areas with a score and a figure are too few for \(terms.groups) groups.",
                    remedy: "Ask for a larger area.")
            }
            let name = "group \(place)"
            let figure = try measure(definition, count, whole, terms.indicator, name)
            groups.append(Group(place: place, areas: own.count, count: count, denominator: whole, figure: figure))
            measured.append(try group(definition, name, count, whole, terms.indicator))
        }
        let index = try SlopeIndex(
            measured, kind: definition.method == .proportion ? .proportion : .rate, transform: false)
        let result = try index.result(
            multiplier: definition.per, at: terms.indicator.levels, draws: terms.draws, seed: terms.seed)
        return Outcome(
            groups: groups, slope: result.slope, relative: result.relative, withoutScore: withoutScore,
            withoutFigure: withoutFigure, draws: result.draws, seed: result.seed)
    }

    private static func measure(
        _ definition: IndicatorDefinition, _ count: Double, _ whole: Double, _ terms: WorkOutIndicator.Terms,
        _ name: String, per: Double? = nil, at levels: [ConfidenceLevel]? = nil
    ) throws(Refusal) -> MeasuredValue {
        if definition.method == .proportion {
            return try Proportion.estimate(
                count, of: whole, per: per ?? definition.per, at: levels ?? terms.levels, area: name)
        }
        return try CrudeRate.estimate(
            count, population: whole, per: per ?? definition.per, at: levels ?? terms.levels,
            exactBelow: terms.exactBelow, area: name)
    }

    /// As the index takes it: for one person, with the spread that limits at 95 per cent say.
    private static func group(
        _ definition: IndicatorDefinition, _ name: String, _ count: Double, _ whole: Double,
        _ terms: WorkOutIndicator.Terms
    ) throws(Refusal) -> SlopeIndex.Group {
        let level = try ConfidenceLevel(percent: 95)
        let one = try measure(definition, count, whole, terms, name, per: 1, at: [level])
        guard let value = one.value, let low = one.intervals.first?.low, let high = one.intervals.first?.high else {
            throw Refusal(.input, code: "no-value", "The figure of \(name) is withheld.")
        }
        return try SlopeIndex.Group(
            name: name, population: whole, value: value, low: low, high: high,
            kind: definition.method == .proportion ? .proportion : .rate)
    }
}
