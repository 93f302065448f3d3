import Vocabulary

extension Table {
    /// True where the table stands in lines of that width side by side, with nothing cut.
    public func fits(width: Int) -> Bool {
        let cells = rows.map { row in row.map { $0.shown.count } }
        let needed = columns.indices.map { column in
            let longestWord = columns[column].title.split(separator: " ").map(\.count).max() ?? 1
            return max(longestWord, cells.map { $0[column] }.max() ?? 0)
        }
        return needed.reduce(0, +) + 2 * max(0, needed.count - 1) <= width
    }

    /// The table row by row, for a terminal in which its columns have no room: nothing is cut.
    ///
    /// A row is headed by its first cell; each further cell stands on lines of its own behind its column's title, and
    /// of what is absent the reason does, unless there is simply none. A table of two columns stays one, its second
    /// column over as many lines as need be.
    /// - Parameter width: characters in a line; at least 40 are used. A word that is longer stands whole.
    public func records(width: Int = 80) -> String {
        var lines = [caption]
        let room = max(40, width)
        guard columns.count != 2 || rows.isEmpty else { return pairs(room) }
        let label = min(columns.dropFirst().map(\.title.count).max() ?? 0, 22)
        for row in rows {
            lines.append("")
            lines += Table.folded(row.first?.shown ?? "", to: room)
            for (column, cell) in zip(columns, row).dropFirst() {
                if case .absent("none") = cell { continue }
                let gap = String(repeating: " ", count: max(0, label - column.title.count) + 2)
                let indent = label + 4
                let parts = Table.folded(cell.shown, to: max(16, room - indent))
                lines.append("  \(column.title)\(gap)\(parts.first ?? "")")
                lines += parts.dropFirst().map { String(repeating: " ", count: indent) + $0 }
            }
        }
        if rows.isEmpty { lines += ["", "(none)"] }
        if !notes.isEmpty { lines.append("") }
        return (lines + notes.flatMap { Table.folded($0, to: room) }).joined(separator: "\n") + "\n"
    }

    private func pairs(_ room: Int) -> String {
        let indent = min(rows.map(\.[0].shown.count).max() ?? 0, room / 2) + 2
        let lines = rows.flatMap { row in
            let parts = Table.folded(row[1].shown, to: room - indent)
            let first = row[0].shown
            let gap = String(repeating: " ", count: max(2, indent - first.count))
            return ["\(first)\(gap)\(parts[0])"]
                + parts.dropFirst().map { String(repeating: " ", count: indent) + $0 }
        }
        let below = notes.isEmpty ? [] : [""] + notes.flatMap { Table.folded($0, to: room) }
        return ([caption, ""] + lines + below).joined(separator: "\n") + "\n"
    }

    private static func folded(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}
