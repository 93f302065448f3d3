public import Methods
public import Vocabulary

/// An indicator of each area, from what was read: the product's own arithmetic is `Methods`'s alone.
///
/// A count that is suppressed is never taken for nothing: a sum that needs it is withheld. So is a larger area of which a
/// part lies across its border, and any area whose figures cannot be; each says why.
public enum WorkOutIndicator {
    /// What the rules say, by the day whose rules apply.
    public struct Terms: Sendable {
        public var levels: [ConfidenceLevel]
        public var leastEvents: Double
        public var exactBelow: Double

        public init(levels: [ConfidenceLevel], leastEvents: Double, exactBelow: Double) {
            self.levels = levels
            self.leastEvents = leastEvents
            self.exactBelow = exactBelow
        }
    }

    /// An area's figure, and what it rests on.
    public struct Figure: Sendable {
        public let area: String
        public let name: String?
        /// Nil where a count is suppressed or missing.
        public let count: Double?
        public let denominator: Double?
        /// Nil where it is withheld.
        public let value: Double?
        public let intervals: [LevelInterval]
        public let withheld: Withheld?
    }

    public struct Outcome: Sendable {
        public let period: String
        /// By area.
        public var figures: [Figure]
        public let method: MethodCitation?
        /// Codes that the lookup does not have, in order.
        public let unplaced: [String]
        /// Codes that lie in more than one of the larger areas, in order.
        public let across: [String]
        /// How many codes were looked for.
        public let looked: Int
        public let notes: [String]
    }

    /// - Parameters:
    ///   - readings: the file of the definition, and for deprivation its index too; each with its name.
    ///   - grouping: larger areas; nil for the areas of the file.
    ///   - level: which organisations of a file of patients.
    ///   - period: as the file writes it; the last of them where nothing is said.
    /// - Throws: `Refusal` of kind `usage`: `file-needed`, `no-such-period`, `no-such-figure`, `not-added-up`; and what the
    ///   sums of patients refuse.
    public static func outcome(
        _ definition: IndicatorDefinition, from readings: [(name: String, reading: NeedsReading)],
        grouping: AreaGrouping? = nil, level: PatientLevel = .practice, period: String? = nil, terms: Terms
    ) throws(Refusal) -> Outcome {
        var (values, notes) = try self.values(definition, readings, level)
        let periods = Set(values.map(\.period)).sorted()
        guard let last = periods.last else {
            throw Refusal(
                .usage, code: "no-such-figure",
                "The file has no figure “\(definition.figure)” of \(definition.parts.joined(separator: ", ")).",
                remedy: "See remit indicators show \(definition.id) for what it is worked out from.")
        }
        let chosen = period ?? last
        guard periods.contains(chosen) else {
            throw Refusal(
                .usage, code: "no-such-period", "The file has no figures of “\(chosen)”.",
                remedy: "It has: \(periods.joined(separator: ", ")).")
        }
        values.removeAll { $0.period != chosen }
        if periods.count > 1, period == nil {
            notes.append("Of \(periods.count) periods the last is shown, \(chosen).")
        }
        if !definition.method.addsUp {
            notes.append("Figures are the publisher's own, as published; nothing was worked out.")
            return Outcome(
                period: chosen, figures: try published(definition, values, grouping: grouping, terms: terms),
                method: nil,
                unplaced: [], across: [], looked: Set(values.map(\.area)).count, notes: notes)
        }
        let names = Dictionary(values.map { ($0.area, $0.areaName) }, uniquingKeysWith: { $0 ?? $1 })
        let sums = Sums(values, by: grouping, parts: definition.method == .directRate ? definition.parts : [""])
        let standard = definition.method == .directRate ? try sums.standard(definition.parts) : nil
        if standard != nil {
            notes.append("The standard is the ages of all areas of the file together.")
        }
        var method: MethodCitation?
        let figures = sums.areas.map { area in
            let found = figure(definition, area, sums, standard, terms)
            method = method ?? found.method
            return found.figure.named(grouping.map { $0.name(of: area) } ?? names[area] ?? nil)
        }
        return Outcome(
            period: chosen, figures: figures, method: method, unplaced: sums.unplaced.sorted(),
            across: sums.across.sorted(), looked: sums.looked, notes: notes)
    }

    private static func figure(
        _ definition: IndicatorDefinition, _ area: String, _ sums: Sums, _ standard: StandardPopulation?, _ terms: Terms
    ) -> (figure: Figure, method: MethodCitation?) {
        let cells = sums.cells(of: area)
        let count = cells.reduce(Optional(0.0)) { sum, cell in sum.flatMap { sum in cell.count.map { sum + $0 } } }
        let whole = cells.reduce(Optional(0.0)) { sum, cell in
            sum.flatMap { sum in cell.denominator.map { sum + $0 } }
        }
        func none(_ withheld: Withheld) -> (Figure, MethodCitation?) {
            (
                Figure(
                    area: area, name: nil, count: count, denominator: whole, value: nil, intervals: [],
                    withheld: withheld), nil
            )
        }
        if let across = sums.acrossBorders[area] {
            return none(
                Withheld(code: "lies-across", "\(across) lies partly in \(area), and its figures cannot be divided."))
        }
        if let part = sums.incomplete[area] {
            return none(
                Withheld(
                    code: "incomplete",
                    "\(grouped(part.missing)) of the \(grouped(part.of)) \(part.kind) of \(area) have no figures."))
        }
        guard whole != nil else {
            return none(Withheld(code: "no-denominator", "\(area) has no number of people to divide by."))
        }
        let measured: MeasuredValue
        do throws(Refusal) {
            switch definition.method {
            case .proportion:
                measured = try Proportion.estimate(
                    count, of: whole, per: definition.per, at: terms.levels, area: area)
            case .crudeRate:
                measured = try CrudeRate.estimate(
                    count, population: whole, per: definition.per, at: terms.levels, exactBelow: terms.exactBelow,
                    area: area)
            case .published: preconditionFailure("what is published is not worked out")
            case .directRate:
                guard let standard else { preconditionFailure("a standardised rate has its standard") }
                measured = try DirectRate.estimate(
                    area: area,
                    bands: zip(definition.parts, cells).map { part, cell in
                        .init(part, events: .independent(cell.count), population: cell.denominator ?? 0)
                    }, standard: standard, per: definition.per, at: terms.levels, leastEvents: terms.leastEvents,
                    exactBelow: terms.exactBelow
                ).rate
            }
        } catch {
            return none(Withheld(code: error.code, error.sentence))
        }
        return (
            Figure(
                area: area, name: nil, count: count, denominator: whole, value: measured.value,
                intervals: measured.intervals, withheld: measured.withheld), measured.method
        )
    }

    /// What was read, added up by area and part.
    private struct Sums {
        struct Cell {
            /// Nil where any of them is suppressed or missing.
            var count: Double? = 0
            var denominator: Double? = 0
        }

        private let parts: [String]
        private var cells: [String: [Cell?]] = [:]
        private(set) var unplaced: Set<String> = []
        private(set) var across: Set<String> = []
        /// Larger areas of which a part lies across, with that part.
        private(set) var acrossBorders: [String: String] = [:]
        /// Larger areas of which a part has no figures at all.
        private(set) var incomplete: [String: (missing: Int, of: Int, kind: String)]
        private var all: [Cell]
        let looked: Int

        var areas: [String] { cells.keys.sorted() }

        init(_ values: [IndicatorValue], by grouping: AreaGrouping?, parts: [String]) {
            self.parts = parts
            all = parts.map { _ in Cell() }
            let areas = Set(values.map(\.area))
            looked = areas.count
            incomplete = grouping?.missing(areas) ?? [:]
            for value in values {
                guard let part = parts.count == 1 ? 0 : parts.firstIndex(of: value.part) else { continue }
                if let people = value.denominator.number { all[part].denominator! += people }
                let groups = grouping.map { $0.groups(of: value.area) } ?? [value.area]
                if groups.isEmpty { unplaced.insert(value.area) }
                if groups.count > 1 { across.insert(value.area) }
                for group in groups {
                    if groups.count > 1 { acrossBorders[group] = value.area }
                    add(value, to: group, part)
                }
            }
        }

        private mutating func add(_ value: IndicatorValue, to area: String, _ part: Int) {
            var row = cells[area] ?? parts.map { _ in nil }
            var cell = row[part] ?? Cell()
            cell.count = cell.count.flatMap { sum in value.count.number.map { sum + $0 } }
            cell.denominator = cell.denominator.flatMap { sum in value.denominator.number.map { sum + $0 } }
            row[part] = cell
            cells[area] = row
        }

        /// A cell for each part; without people where the file has no row of it.
        func cells(of area: String) -> [Cell] {
            (cells[area] ?? []).map { $0 ?? Cell(count: nil, denominator: nil) }
        }

        /// Everybody in the file, by part.
        func standard(_ bands: [String]) throws(Refusal) -> StandardPopulation {
            try StandardPopulation(
                name: "all areas of the file", bands: bands, people: all.map { $0.denominator ?? 0 })
        }
    }
}

extension WorkOutIndicator.Figure {
    /// The same with the area's name.
    public func named(_ name: String?) -> Self {
        .init(
            area: area, name: name, count: count, denominator: denominator, value: value, intervals: intervals,
            withheld: withheld)
    }
}
