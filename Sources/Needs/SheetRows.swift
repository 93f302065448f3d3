import Tabular
import Vocabulary

/// The rows of one table on a sheet as values.
struct SheetRows {
    private let table: SheetTable
    private let section: SheetSections.Section
    private let codes: [Int]
    private let names: [Int]
    /// Codes again, of tables that stand beside the first.
    private let again: [Int]
    private var figures: [(column: Int, title: String, meaning: SheetMeaning)]
    private(set) var notes: [Problem] = []
    private let sheet: String

    init(_ section: SheetSections.Section, on sheet: String) {
        table = section.table
        self.section = section
        self.sheet = sheet
        figures = section.figures
        let keys = section.header.map { TrimmedText.headerKey($0) }
        func places(_ titles: [String]) -> [Int] {
            titles.compactMap { title in keys.firstIndex(of: TrimmedText.headerKey(title)) }
        }
        codes = places(section.table.codes)
        names = places(section.table.names)
        let own = Set(section.table.codes.map { TrimmedText.headerKey($0) })
        let first = Set(codes)
        again = keys.indices.filter { own.contains(keys[$0]) && !first.contains($0) }
        if !section.unknown.isEmpty {
            let few = section.unknown.prefix(3).map { TrimmedText.quoted($0) }.joined(separator: ", ")
            let columns = section.unknown.count
            notes.append(
                Problem.noted(
                    "column-not-known",
                    (columns == 1 ? "One column of \(sheet) is" : "\(grouped(columns)) columns of \(sheet) are")
                        + " not kept: \(few)"
                        + (section.unknown.count > 3 ? ", …" : "") + "."))
        }
    }

    /// - Throws: `Refusal`, code `required-column`, for the areas' own columns.
    mutating func drop(_ drop: inout DroppedTitles, from file: String) throws(Refusal) {
        for place in codes + names where drop.takes(section.header[place]) {
            throw Refusal(
                .usage, code: "required-column",
                "\(section.header[place]) cannot be dropped: \(file) is not read without it.")
        }
        var kept: [(column: Int, title: String, meaning: SheetMeaning)] = []
        for figure in figures {
            let own = figure.title.split(separator: ", ").last.map(String.init) ?? figure.title
            let (whole, last) = (drop.takes(figure.title), drop.takes(own))
            if !whole, !last { kept.append(figure) }
        }
        figures = kept
    }

    /// False for titles and notes among the rows.
    func hasFigures(_ row: Sheet.Row) -> Bool { figures.contains { !row[$0.column].isEmpty } }

    /// - Throws: `RowFault`, as `IndicatorWorkbook.read` has it.
    func values(of row: Sheet.Row) throws(RowFault) -> [IndicatorValue] {
        let code = codes.lazy.map { row[$0] }.first { !$0.isEmpty }
        let name = names.lazy.map { row[$0] }.first { !$0.isEmpty }
        let labels = labels(of: row)
        let said = table.row(labels)
        guard let area = said?.area ?? code ?? name, !area.isEmpty else {
            throw RowFault(
                column: (codes + names).first.map { section.header[$0] }, code: "blank",
                "The row has figures and says no area.")
        }
        if let other = again.first(where: { !row[$0].isEmpty && row[$0] != code }) {
            throw RowFault(
                column: section.header[other], code: "other-area",
                "A table beside the first stands against \(row[other]) in this row, the first against \(area).")
        }
        var found: [(place: IndicatorValue.Place, figures: [SheetMeaning.Field: PublishedFigure])] = []
        var placeOf: [IndicatorValue.Place: Int] = [:]
        for figure in figures {
            let meaning = figure.meaning
            let place = IndicatorValue.Place(
                indicator: meaning.indicator + table.kind(labels), area: area, period: said?.period ?? meaning.period,
                part: [said?.part ?? "", meaning.part].filter { !$0.isEmpty }.joined(separator: ", "))
            let read = try number(row[figure.column], figure)
            if let known = placeOf[place] {
                guard found[known].figures.updateValue(read, forKey: meaning.field) == nil else {
                    throw RowFault(
                        column: figure.title, code: "conflicting-row",
                        "Two columns say the same figure of \(area): \(figure.title).")
                }
            } else {
                placeOf[place] = found.count
                found.append((place, [meaning.field: read]))
            }
        }
        var values: [IndicatorValue] = []
        for (place, figures) in found {
            let (count, whole) = (figures[.count] ?? .absent, figures[.denominator] ?? .absent)
            if let part = count.number, let of = whole.number, part > of {
                throw RowFault(
                    column: nil, code: "numerator-above",
                    "\(area) has \(shown(part)) out of \(shown(of)): a part is no larger than its whole.")
            }
            var limits: [IndicatorValue.Limits] = []
            if let low = figures[.low]?.number, let high = figures[.high]?.number {
                limits.append(.init(level: 95, low: low, high: high))
            }
            values.append(
                IndicatorValue(
                    indicator: place.indicator, area: place.area, period: place.period, part: place.part, count: count,
                    denominator: whole, value: figures[.value] ?? .absent, limits: limits, areaName: name))
        }
        // What does not apply in some years is no figure of these.
        let given = values.filter { $0.count != .absent || $0.denominator != .absent || $0.value != .absent }
        return given.isEmpty ? values : given
    }

    private func labels(of row: Sheet.Row) -> SheetLabels {
        var cells: [String: String] = [:]
        for (column, title) in section.header.enumerated() where !title.isEmpty {
            let key = TrimmedText.headerKey(title)
            if cells[key] == nil, table.labels.contains(key) { cells[key] = row[column] }
        }
        return SheetLabels(cells: cells)
    }

    private func number(
        _ text: String, _ figure: (column: Int, title: String, meaning: SheetMeaning)
    ) throws(RowFault) -> PublishedFigure {
        if text.isEmpty || text == "NA" { return .absent }
        if let mark = table.marks[text] { return mark }
        if text == "*" { return .suppressed }
        guard let number = PublishedNumber.read(text) else {
            throw RowFault(
                column: figure.title, code: "unreadable-figure", "\(TrimmedText.quoted(text)) is not a number.")
        }
        let field = figure.meaning.field
        if number < 0, field == .count || field == .denominator {
            throw RowFault(column: figure.title, code: "negative-count", "There are no \(shown(number)).")
        }
        if let most = figure.meaning.most, number > most {
            throw RowFault(
                column: figure.title, code: "above-most",
                "\(shown(number)) is more than \(shown(most)), the most that it can be.")
        }
        return .number(number)
    }
}

/// What sheets have said so far, so that an area twice is seen.
struct SeenValues {
    private var seen: [IndicatorValue.Place: (row: Int, sheet: String, value: IndicatorValue)] = [:]

    /// - Throws: `RowFault`: `duplicate-row`, `conflicting-row`; nothing of the row is taken then.
    mutating func add(_ values: [IndicatorValue], row: Int, sheet: String) throws(RowFault) {
        for value in values {
            guard let first = seen[value.place] else { continue }
            let isSame = first.value.saysAs(value)
            throw RowFault(
                column: nil, code: isSame ? "duplicate-row" : "conflicting-row",
                "\(value.indicator) of \(value.area) stands in row \(first.row) of \(first.sheet) already, with "
                    + (isSame ? "the same figures." : "other figures."))
        }
        for value in values { seen[value.place] = (row, sheet, value) }
    }
}

extension IndicatorValue {
    /// True where what both say is the same, whatever their area is called.
    fileprivate func saysAs(_ other: IndicatorValue) -> Bool {
        func agree(_ one: PublishedFigure, _ two: PublishedFigure) -> Bool {
            one == two || one == .absent || two == .absent
        }
        return agree(count, other.count) && agree(denominator, other.denominator) && agree(value, other.value)
            && (limits == other.limits || limits.isEmpty || other.limits.isEmpty)
    }
}
