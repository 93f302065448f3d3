import Vocabulary

extension Table {
    /// The table for a terminal: the caption, an underlined header, aligned columns, the notes below.
    ///
    /// Numbers stand to the right. Long titles break over lines; where the table is too wide, long text is cut with
    /// `…`, and columns that still find no room follow in a second panel, which repeats the first column.
    /// - Parameter width: characters in a line; at least 40 are used.
    public func text(width: Int = 110) -> String {
        var parts = [caption, ""]
        let cells = rows.map { row in row.map { $0.shown.replacing("\n", with: " ") } }
        let widths = columnWidths(cells: cells, width: max(40, width))
        let panels = panels(widths: widths, width: max(40, width))
        for (place, panel) in panels.enumerated() {
            if place > 0 { parts.append("") }
            parts.append(contentsOf: lines(of: panel, widths: widths, cells: cells))
        }
        if rows.isEmpty { parts.append("(none)") }
        if !notes.isEmpty { parts.append("") }
        return (parts + notes).joined(separator: "\n") + "\n"
    }

    private var gap: Int { 2 }

    private func isNumeric(_ column: Int) -> Bool {
        let filled = rows.map { $0[column] }.filter { if case .absent = $0 { false } else { true } }
        return !filled.isEmpty && filled.allSatisfy(\.isNumeric)
    }

    private func columnWidths(cells: [[String]], width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let longestWord = columns[column].title.split(separator: " ").map(\.count).max() ?? 1
            let longestCell = cells.map { $0[column].count }.max() ?? 0
            let oneLine = isNumeric(column) ? 0 : min(columns[column].title.count, 24)
            return max(1, longestWord, longestCell, oneLine)
        }
        let shrinkable = columns.indices.filter { !isNumeric($0) }
        while widths.reduce(0, +) + gap * (widths.count - 1) > width,
            let widest = shrinkable.max(by: { widths[$0] < widths[$1] }), widths[widest] > 16
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func panels(widths: [Int], width: Int) -> [[Int]] {
        guard !columns.isEmpty else { return [] }
        var panels: [[Int]] = [[0]]
        var used = widths[0]
        for column in columns.indices.dropFirst() {
            if used + gap + widths[column] > width, panels[panels.count - 1].count > 1 {
                panels.append([0])
                used = widths[0]
            }
            panels[panels.count - 1].append(column)
            used += gap + widths[column]
        }
        return panels
    }

    private func lines(of panel: [Int], widths: [Int], cells: [[String]]) -> [String] {
        let titles = panel.map { wrapped(columns[$0].title, width: widths[$0]) }
        let height = titles.map(\.count).max() ?? 1
        func line(_ texts: [String]) -> String {
            let placed = zip(panel, texts).map { column, text in
                let shown = text.count > widths[column] ? "\(text.prefix(widths[column] - 1))…" : text
                let blanks = String(repeating: " ", count: widths[column] - shown.count)
                return isNumeric(column) ? blanks + shown : shown + blanks
            }
            let joined = placed.joined(separator: String(repeating: " ", count: gap))
            return String(joined.reversed().drop { $0 == " " }.reversed())
        }
        var lines = (0..<height).map { place in
            line(titles.map { $0.count - height + place >= 0 ? $0[$0.count - height + place] : "" })
        }
        lines.append(panel.map { String(repeating: "─", count: widths[$0]) }.joined(separator: "  "))
        return lines + cells.map { row in line(panel.map { row[$0] }) }
    }

    private func wrapped(_ title: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in title.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}

extension Cell {
    /// The cell for a person: money with its sign, shares with theirs, why something is absent.
    public var shown: String {
        switch self {
        case .text(let text), .link(let text, _): text
        case .count(let count): Cell.grouped(count)
        case .money(let money): money.description
        case .units(let units): units.description
        case .share(let share): share.description
        case .number(let value, let places): Cell.fixed(value, places: places)
        case .day(let day): day.description
        case .month(let month): month.description
        case .flag(let flag): flag ? "yes" : "no"
        case .absent(let why): why
        }
    }

    private static func grouped(_ value: Int) -> String {
        "\(value < 0 ? "−" : "")\(digits(value.magnitude))"
    }

    private static func digits(_ value: UInt) -> String {
        let rest = String(value % 1_000)
        return value < 1_000
            ? rest : digits(value / 1_000) + "," + String(repeating: "0", count: 3 - rest.count) + rest
    }

    /// With `places` decimals and commas between thousands; a figure that is not finite is a dash.
    private static func fixed(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (value * scale).rounded()
        guard scaled.isFinite, abs(scaled) < 9e15 else { return value.isFinite ? "\(value)" : "–" }
        let whole = UInt(abs(scaled))
        let rest = String(whole % UInt(scale))
        let decimals = places == 0 ? "" : "." + String(repeating: "0", count: places - rest.count) + rest
        return "\(scaled < 0 ? "−" : "")\(digits(whole / UInt(scale)))\(decimals)"
    }
}
