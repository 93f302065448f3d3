public import Vocabulary

extension Table {
    /// The table as CSV: RFC 4180 but for line breaks, which are LF, so that tools that work by lines are not left
    /// with a CR in the last column; every spreadsheet takes it.
    ///
    /// The header has the columns' keys and the cells the values of `json`, so that the two agree: money is whole
    /// pence (its key ends in `Pence`), units plain decimals, a share its per cent, days and months ISO, a flag
    /// `true` or `false`, absent an empty cell. Text that a spreadsheet could take for a formula (it begins with
    /// `=`, `+`, `-`, `@`, a tab or a CR) gets an apostrophe before it; numbers never do.
    public var csv: String {
        var text = columns.map { Table.quoted($0.key) }.joined(separator: ",") + "\n"
        for row in rows {
            text += row.map { Table.quoted($0.csv) }.joined(separator: ",") + "\n"
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    /// The table as JSON: the rows as objects under the table's key, then `caption` and `notes`.
    ///
    /// Money is whole pence, a share its per cent as a number, a figure is rounded to its places, absent is null.
    public var json: JSONValue {
        .object([
            .init(
                key,
                .list(
                    rows.map { row in
                        .object(zip(columns, row).map { .init($0.key, $1.json) })
                    })),
            .init("caption", .text(caption)),
            .init("notes", .list(notes.map { .text($0) })),
        ])
    }
}

extension Cell {
    /// The cell as a value of JSON; absent is null.
    public var json: JSONValue {
        switch self {
        case .text(let text), .link(let text, _): .text(text)
        case .count(let count): .integer(count)
        case .money(let money): .money(money)
        case .units(let units): .units(units)
        case .share(let share): .decimal(share.percentNumber)
        case .number(let value, let places): .decimal(Cell.rounded(value, places: places))
        case .day(let day): .day(day)
        case .month(let month): .month(month)
        case .flag(let flag): .flag(flag)
        case .absent: .null
        }
    }

    var csv: String {
        switch self {
        case .text(let text), .link(let text, _): Cell.harmless(text)
        case .count(let count): String(count)
        case .money(let money): String(money.pence)
        case .units(let units): units.decimalText
        case .share, .number, .flag: Cell.plain(json)
        case .day(let day): day.description
        case .month(let month): month.description
        case .absent: ""
        }
    }

    private static func plain(_ value: JSONValue) -> String {
        if case .decimal(let number) = value, !number.isFinite { return "" }
        return value.canonical
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, [61, 43, 45, 64, 9, 13].contains(first) else { return text }
        return "'" + text
    }

    private static func rounded(_ value: Double, places: Int) -> Double {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * scale).rounded() / scale
        return scaled.isFinite ? scaled : value
    }
}
