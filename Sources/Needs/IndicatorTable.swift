import Tabular
import Vocabulary

/// How a publisher's table says values of indicators: which columns name the area, the period and whom, and which hold
/// figures. Another table is another description.
struct IndicatorTable: Sendable {
    let layout: Layout
    /// The first of them that is filled names the area.
    let areas: [String]
    let period: Period
    /// Columns that say whom the row is about; a cell that says everybody adds nothing.
    var parts: [String] = []
    var everybody: Set<String> = ["", "NA"]
    let figures: [Figure]
    /// What a blank cell or `NA` among the figures means.
    var blank: PublishedFigure = .absent
    var note: String?
    /// The column with the area's name.
    var areaName: String?
    /// True where the publisher's texts hold line breaks.
    var breaksLines = false

    enum Period: Sendable {
        case column(String)
        /// Digits of the file's name that are a financial year (`PREVALENCE_2425`) or a month (`202312`).
        case fileName
    }

    /// One value of each row.
    struct Figure: Sendable {
        let indicator: Name
        var count: String?
        var denominator: String?
        var value: String?
        /// Level in per cent, and the columns of the lower and the upper limit.
        var limits: [(level: Double, low: String, high: String)] = []
        /// True where the count is a part of the denominator, and more than that is a fault.
        var isProportion = false
    }

    enum Name: Sendable {
        case own(String)
        case columns([String])
    }

    /// - Returns: rows refused with `blank` (no area or indicator), `unreadable-figure`, `numerator-above`,
    ///   `duplicate-row` and `conflicting-row` (an area twice, with the same figures or others), `ragged-row`. Noted:
    ///   `no-period`.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `patient-identifying`, `truncated`.
    func read(
        _ bytes: [UInt8], named name: String, dropping: [String]
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        let ofFile = IndicatorTable.year(in: name)
        var seen: [IndicatorValue.Place: (row: Int, value: IndicatorValue)] = [:]
        var reading = try RowReader.reading(
            bytes, named: name, as: layout, dropping: dropping, breaksLines: breaksLines,
            columns: { Columns(self, $0) }
        ) { reader, columns throws(RowFault) in
            let values = try row(reader, columns, ofFile)
            for value in values {
                if let first = seen[value.place] {
                    let isSame = first.value == value
                    throw RowFault(
                        column: nil, code: isSame ? "duplicate-row" : "conflicting-row",
                        "\(value.indicator) of \(value.area) stands in row \(first.row) already, with "
                            + (isSame ? "the same figures." : "other figures."))
                }
            }
            for value in values { seen[value.place] = (reader.row, value) }
            return values
        }
        if case .fileName = period, ofFile == nil {
            reading.problems.append(
                Problem(
                    row: nil, column: nil, code: "no-period",
                    "Neither the file nor its name says of which year it is; a name such as PREVALENCE_2425 does.",
                    effect: .noted))
        }
        return reading
    }

    /// Places of the columns, found once.
    private struct Columns {
        struct Cells {
            let names: [Int]
            let count, denominator, value: Int?
            let limits: [(low: Int, high: Int)?]
        }
        let areas: [Int]
        let period: Int?
        let parts: [Int]
        let figures: [Cells]
        let note: Int?
        let name: Int?

        init(_ table: IndicatorTable, _ match: HeaderMatch) {
            areas = table.areas.compactMap { match[$0] }
            parts = table.parts.compactMap { match[$0] }
            note = table.note.flatMap { match[$0] }
            name = table.areaName.flatMap { match[$0] }
            if case .column(let title) = table.period { period = match[title] } else { period = nil }
            figures = table.figures.map { figure in
                var names: [Int] = []
                if case .columns(let titles) = figure.indicator { names = titles.compactMap { match[$0] } }
                return Cells(
                    names: names, count: figure.count.flatMap { match[$0] },
                    denominator: figure.denominator.flatMap { match[$0] }, value: figure.value.flatMap { match[$0] },
                    limits: figure.limits.map { limit in
                        match[limit.low].flatMap { low in match[limit.high].map { (low, $0) } }
                    })
            }
        }
    }

    private func row(
        _ reader: RowReader, _ columns: Columns, _ ofFile: String?
    ) throws(RowFault) -> [IndicatorValue] {
        func filled(_ place: Int) -> String? {
            let text = reader.text(at: place)
            return text.isEmpty || text == "NA" ? nil : text
        }
        guard let area = columns.areas.lazy.compactMap(filled).first else {
            throw RowFault(column: areas.first, code: "blank", "\(areas.joined(separator: ", ")) is blank.")
        }
        let part = columns.parts.lazy.map { reader.text(at: $0) }.filter { !everybody.contains($0) }
            .joined(separator: ", ")
        let period = columns.period.map { reader.text(at: $0) } ?? ofFile ?? ""
        let note = columns.note.flatMap { filled($0) }
        let name = columns.name.flatMap { filled($0) }
        // A publisher that says so in a note leaves the cells blank.
        let isSuppressed = note.map { $0.lowercased().contains("suppressed") } ?? false
        let blank = isSuppressed ? .suppressed : blank
        var values: [IndicatorValue] = []
        for (figure, cells) in zip(figures, columns.figures) {
            let count = try reader.figure(at: cells.count, figure.count ?? "", blank: blank)
            let denominator = try reader.figure(at: cells.denominator, figure.denominator ?? "", blank: .absent)
            if figure.isProportion, let part = count.number, let whole = denominator.number, part > whole {
                throw RowFault(
                    column: figure.count, code: "numerator-above",
                    "\(area) has \(shown(part)) out of \(shown(whole)): a part is no larger than its whole.")
            }
            var indicator = ""
            switch figure.indicator {
            case .own(let name): indicator = name
            case .columns(let titles):
                indicator = cells.names.lazy.compactMap(filled).joined(separator: " ")
                guard !indicator.isEmpty else {
                    throw RowFault(column: titles.first, code: "blank", "\(titles[0]) is blank.")
                }
            }
            values.append(
                IndicatorValue(
                    indicator: indicator, area: area, period: period, part: part, count: count,
                    denominator: denominator,
                    value: try reader.figure(at: cells.value, figure.value ?? "", blank: blank),
                    limits: try limits(reader, figure, cells), note: note, areaName: name))
        }
        return values
    }

    private func limits(
        _ reader: RowReader, _ figure: Figure, _ cells: Columns.Cells
    ) throws(RowFault) -> [IndicatorValue.Limits] {
        var limits: [IndicatorValue.Limits] = []
        for (limit, places) in zip(figure.limits, cells.limits) {
            guard let places else { continue }
            let low = try reader.figure(at: places.low, limit.low, blank: .absent).number
            let high = try reader.figure(at: places.high, limit.high, blank: .absent).number
            if let low, let high { limits.append(.init(level: limit.level, low: low, high: high)) }
        }
        return limits
    }

    /// The financial year in a file's name as `2024/25`, or the month as `2023-12`.
    static func year(in name: String) -> String? {
        let runs = name.split { !$0.isNumber || !$0.isASCII }
        for run in runs where run.count == 4 {
            guard let start = Int(run.prefix(2)), let end = Int(run.suffix(2)), (start + 1) % 100 == end else {
                continue
            }
            return "20\(run.prefix(2))/\(run.suffix(2))"
        }
        return runs.lazy.filter { $0.count == 6 }.compactMap { Month(String($0)) }.first.map { "\($0)" }
    }
}

/// Without a `.0` after whole numbers: for sentences.
func shown(_ number: Double) -> String {
    number.magnitude < 1e15 && number.rounded() == number ? "\(Int(number))" : "\(number)"
}
