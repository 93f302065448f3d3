import Tabular

/// The tables of one sheet, one below the other: where their titles stand, and which rows are theirs.
struct SheetSections {
    /// One table with its rows.
    struct Section {
        let table: SheetTable
        let heading: String
        /// The number of the row by which it was found.
        let titleRow: Int
        let header: [String]
        /// Each column with figures, with what it says.
        let figures: [(column: Int, title: String, meaning: SheetMeaning)]
        /// Columns whose titles nobody knows.
        let unknown: [String]
        let rows: ArraySlice<Sheet.Row>
    }

    private(set) var all: [Section] = []
    /// Rows of the sheet that belong to no table: titles above and text.
    private(set) var textRows = 0

    /// Titles stand in at most so many rows above the one by which a table is known.
    private static let rowsAbove = 3

    init(_ sheet: SheetGrid, _ tables: [SheetTable]) {
        var found: [(first: Int, section: Section, after: Int)] = []
        let rows = sheet.rows
        for place in rows.indices where place >= (found.last?.after ?? 0) {
            // Among titles stands no number; most rows are done with at their first.
            if rows[place].cells.contains(where: { PublishedNumber.read($0) != nil }) { continue }
            let keys = Set(rows[place].cells.lazy.filter { !$0.isEmpty }.map { TrimmedText.headerKey($0) })
            for table in tables
            where table.known.allSatisfy({ $0.contains { keys.contains(TrimmedText.headerKey($0)) } }) {
                let titles = Titles(rows, at: place, of: table)
                let section = titles.section(of: table, in: rows)
                if !section.figures.isEmpty {
                    found.append((titles.first, section, titles.after))
                    break
                }
            }
        }
        for (place, each) in found.enumerated() {
            let end = place + 1 < found.count ? found[place + 1].first : rows.count
            let section = each.section
            all.append(
                Section(
                    table: section.table, heading: section.heading, titleRow: section.titleRow, header: section.header,
                    figures: section.figures, unknown: section.unknown, rows: rows[each.after..<max(each.after, end)]))
        }
        textRows = rows.count - all.reduce(0) { $0 + $1.rows.count }
    }

    /// The rows in which a table's titles stand.
    private struct Titles {
        let found: Int
        let first: Int
        let after: Int
        let labels: Set<String>

        init(_ rows: [Sheet.Row], at place: Int, of table: SheetTable) {
            found = place
            labels = table.labels
            let labels = labels
            let places = rows[place].filled.filter { labels.contains(TrimmedText.headerKey(rows[place][$0])) }
            // Of tables side by side, the first one's.
            var edge = places.first ?? 0
            for column in places where column == edge + 1 { edge = column }
            var first = place
            while first > 0, place - first < SheetSections.rowsAbove {
                let above = rows[first - 1]
                guard above.filled.contains(where: { $0 > edge }), !above.cells.contains(where: Titles.isNumber)
                else { break }
                first -= 1
            }
            var after = place + 1
            while after < rows.count, places.allSatisfy({ rows[after][$0].isEmpty }),
                !rows[after].cells.contains(where: Titles.isNumber)
            {
                after += 1
            }
            (self.first, self.after) = (first, after)
        }

        func section(of table: SheetTable, in rows: [Sheet.Row]) -> Section {
            let text = first > 0 ? rows[..<first].last { $0.filled.first == 0 } : nil
            let top = rows.first.map { $0[$0.filled.first ?? 0] } ?? ""
            let below = text.map { $0[0] } ?? ""
            let heading = top == below ? top : "\(top) \(below)"
            let header = (0..<(rows[first..<after].map(\.cells.count).max() ?? 0)).map { rows[found][$0] }
            var figures: [(Int, String, SheetMeaning)] = []
            var unknown: [String] = []
            // A title above spans the columns to its right, up to the next one beside it.
            var above = [String](repeating: "", count: after - 1 - first)
            for column in header.indices {
                for (level, row) in (first..<(after - 1)).enumerated() where !rows[row][column].isEmpty {
                    above[level] = rows[row][column]
                    // What stands further down begins anew under another title.
                    for lower in above.indices where lower > level { above[lower] = rows[first + lower][column] }
                }
                let own = rows[after - 1][column]
                if labels.contains(TrimmedText.headerKey(header[column])) || own.isEmpty { continue }
                let titles = (above + [own]).filter { !$0.isEmpty }.map(cleaned)
                if let meaning = table.meaning(SheetColumn(heading: cleaned(heading), titles: titles)) {
                    figures.append((column, titles.joined(separator: ", "), meaning))
                } else {
                    unknown.append(titles.joined(separator: ", "))
                }
            }
            return Section(
                table: table, heading: cleaned(heading), titleRow: rows[found].number, header: header,
                figures: figures, unknown: unknown, rows: [])
        }

        private func cleaned(_ text: String) -> String {
            text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0.isNewline }).joined(separator: " ")
        }

        private static func isNumber(_ text: String) -> Bool { PublishedNumber.read(text) != nil }
    }
}
