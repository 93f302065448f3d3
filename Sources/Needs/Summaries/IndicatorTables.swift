import Methods
public import Tabular
import Vocabulary

/// Indicators as tables: what they are, and their figures by area.
public enum IndicatorTables {
    /// - Parameter missing: files that an indicator needs and that are not held; nil where nothing is said of that.
    public static func list(
        _ definitions: [IndicatorDefinition], missing: ((IndicatorDefinition) -> [NeedsFile])? = nil
    ) -> Table {
        var table = Table(
            key: "indicators", caption: "Indicators that can be worked out from public files",
            columns: [
                .init("id", "Indicator"), .init("title", "Title"), .init("method", "Method"), .init("file", "File"),
                .init("polarity", "Which way is worse"), .init("checkedBy", "Checked by"),
                .init("reviewBy", "Review by"),
            ] + (missing == nil ? [] : [.init("held", "Figures")]),
            notes: ["An indicator that nobody has checked at its source says so."])
        for definition in definitions {
            var held: [Cell] = []
            if let missing {
                let files = missing(definition)
                held = [
                    files.isEmpty ? .text("held") : .absent("needs \(files.map(\.inWords).joined(separator: ", "))")
                ]
            }
            table.append(
                [

                    .link(definition.id, path: "/needs/\(definition.id)"), .text(definition.title),
                    .text(definition.method.rawValue),
                    .text(definition.file.rawValue), .text(definition.polarity.rawValue),
                    .optional(definition.checkedBy, else: "nobody yet"), .day(definition.reviewBy),
                ] + held)
        }
        return table
    }

    public static func definition(_ definition: IndicatorDefinition) -> Table {
        var table = Table(
            key: "definition", caption: definition.title,
            columns: [.init("item", "Item"), .init("value", "What is so")])
        let rows: [(String, Cell)] = [
            ("what it is", .text(definition.what)), ("why it matters", .text(definition.why)),
            ("numerator", .text(definition.numerator)), ("denominator", .text(definition.denominator)),
            ("source", .text(definition.source)), ("which way is worse", .text(definition.polarity.rawValue)),
            ("method", .text(definition.method.rawValue)), ("for how many", .number(definition.per, places: 0)),
            ("file", .text(definition.file.inWords)),
            ("figure of the file", definition.figure.isEmpty ? .absent("the only one") : .text(definition.figure)),
            ("whom it counts", definition.parts.isEmpty ? .absent("everybody") : .text(named(definition.parts))),
            ("owner", .text(definition.owner)), ("checked by", .optional(definition.checkedBy, else: "nobody yet")),
            ("review by", .day(definition.reviewBy)),
        ]
        for (item, value) in rows { table.append([.text(item), value]) }
        return table
    }

    /// One row an area, in the order of the outcome.
    ///
    /// - Parameters:
    ///   - sources: the files that it was worked out from.
    ///   - levels: per cent, as the intervals of the outcome.
    public static func values(
        _ definition: IndicatorDefinition, _ outcome: WorkOutIndicator.Outcome, grouping: AreaGrouping?,
        sources: [String], levels: [Double], compared: CompareAreas? = nil
    ) -> Table {
        var columns: [Table.Column] = [
            .init("area", "Area"), .init("name", "Name"), .init("count", "Count"), .init("denominator", "Of"),
            .init("value", title(of: definition)),
        ]
        for level in levels {
            let key = shown(level).replacing(".", with: "_")
            columns.append(.init("low\(key)", "\(shown(level))% from"))
            columns.append(.init("high\(key)", "to"))
        }
        if compared != nil { columns.append(.init("compared", "Compared with all together")) }
        columns.append(.init("withheld", "Withheld because"))
        let period = outcome.period.isEmpty ? "" : ", \(outcome.period)"
        var table = Table(
            key: "values", caption: "\(definition.title)\(period)", columns: columns,
            notes: ["Worked out from: \(named(sources)).", "Numerator: \(definition.numerator)."]
                + ["Denominator: \(definition.denominator)."]
                + (outcome.method.map { ["Method: \($0.name) (\($0.citation))."] } ?? []) + outcome.notes
                + joined(outcome, grouping)
                + (definition.checkedBy == nil ? ["Nobody has checked this definition at its source yet."] : []))
        let isOfOrganisations =
            grouping != nil
            || [.registeredPatients, .qofPrevalence, .dentalAnnex].contains(definition.file)
        if let compared {
            table.notes.append(
                "Compared by funnel limits about all areas together, \(shown((compared.funnel.averagePer * 100).rounded() / 100)) "
                    + "(\(compared.funnel.method.name), \(compared.funnel.method.citation)). What lies beyond them is a question "
                    + "to ask, no verdict.")
        }
        for figure in outcome.figures {
            var cells = row(figure, levels, noCount: definition.method.addsUp ? "suppressed" : "not given")
            if isOfOrganisations { cells[0] = .link(figure.area, path: "/organisations/\(figure.area)") }
            if let compared {
                cells.insert(.optional(compared.words(for: figure.area), else: "–"), at: cells.count - 1)
            }
            table.append(cells)
        }
        return table
    }

    /// One row a group from the most deprived to the least, and both indices under it.
    ///
    /// - Parameter areas: what is grouped, in the plural: `practices`.
    public static func inequality(
        _ definition: IndicatorDefinition, _ outcome: WorkOutInequality.Outcome, of areas: String, sources: [String]
    ) -> Table {
        let level = outcome.slope.intervals.first
        let percent = level.map { shown($0.level.percent) } ?? ""
        var table = Table(
            key: "inequality", caption: "\(definition.title), by deprivation",
            columns: [
                .init("group", "Group"), .init("areas", areas.prefix(1).uppercased() + areas.dropFirst()),
                .init("count", "Count"), .init("denominator", "Of"),
                .init("value", definition.per == 100 ? "Per cent" : "Per \(grouped(Int(definition.per)))"),
                .init("low", "\(percent)% from"), .init("high", "to"),
            ],
            notes: [
                "Groups have an equal number of \(areas), by deprivation among those shown.",
                "Slope index: the end of the line at the least deprived less that at the most deprived. Relative index: the "
                    + "one over the other. Limits from \(grouped(outcome.draws)) draws with the seed \(outcome.seed) "
                    + "(\(outcome.slope.method.citation)).",
                "Worked out from: \(named(sources)).",
            ])
        let last = outcome.groups.count
        for group in outcome.groups {
            let name =
                group.place == 1
                ? "1, most deprived" : group.place == last ? "\(last), least deprived" : "\(group.place)"
            table.append(
                [
                    .text(name), .count(group.areas), .number(group.count, places: 0),
                    .number(group.denominator, places: 0),
                ]
                    + cells(group.figure, places: 2))
        }
        table.append(
            [.text("Slope index"), .absent("–"), .absent("–"), .absent("–")] + cells(outcome.slope, places: 2))
        table.append(
            [.text("Relative index"), .absent("–"), .absent("–"), .absent("–")] + cells(outcome.relative, places: 2))
        func left(_ codes: [String], _ why: String) {
            guard !codes.isEmpty else { return }
            table.notes.append(
                "\(grouped(codes.count)) \(areas) \(why) and are in no group: "
                    + codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? ", …" : "") + ".")
        }
        left(outcome.withoutScore, "have no score of deprivation")
        left(outcome.withoutFigure, "have no figure")
        return table
    }

    private static func cells(_ figure: MeasuredValue, places: Int) -> [Cell] {
        func number(_ value: Double?) -> Cell { value.map { .number($0, places: places) } ?? .absent("withheld") }
        return [
            number(figure.value), number(figure.intervals.first?.low), number(figure.intervals.first?.high),
        ]
    }

    /// What the figures are, in a word or two.
    private static func title(of definition: IndicatorDefinition) -> String {
        switch definition.per {
        case 1: "Value"
        case 100: "Per cent"
        default: "Per \(grouped(Int(definition.per)))"
        }
    }

    private static func row(_ figure: WorkOutIndicator.Figure, _ levels: [Double], noCount: String) -> [Cell] {
        func number(_ value: Double?, _ places: Int, else why: String) -> Cell {
            value.map { .number($0, places: places) } ?? .absent(why)
        }
        var cells: [Cell] = [
            .text(figure.area), .optional(figure.name, else: "–"), number(figure.count, 0, else: noCount),
            number(figure.denominator, 0, else: "not given"), number(figure.value, 2, else: "withheld"),
        ]
        for level in levels {
            let interval = figure.intervals.first { $0.level.percent == level }
            cells.append(number(interval?.low, 2, else: "–"))
            cells.append(number(interval?.high, 2, else: "–"))
        }
        return cells + [.optional(figure.withheld?.sentence, else: "–")]
    }

    /// What became of each code at the join with larger areas.
    private static func joined(_ outcome: WorkOutIndicator.Outcome, _ grouping: AreaGrouping?) -> [String] {
        guard let grouping else { return [] }
        let placed = outcome.looked - outcome.unplaced.count
        var notes = [
            "\(grouped(placed)) of \(grouped(outcome.looked)) codes were placed in \(grouping.kind) by \(grouping.source)."
        ]
        if !outcome.unplaced.isEmpty {
            notes.append(
                "\(grouped(outcome.unplaced.count)) codes are not in it and count nowhere: "
                    + outcome.unplaced.prefix(8).joined(separator: ", ") + (outcome.unplaced.count > 8 ? ", …" : "")
                    + ".")
        }
        if !outcome.across.isEmpty {
            notes.append(
                "These lie in more than one of the \(grouping.kind): \(outcome.across.joined(separator: ", ")).")
        }
        return notes
    }
}
