/// How wide the columns of a table are drawn, in twentieths of a point.
///
/// Each has room for its longest word, and for the whole of figures and short texts. What is left goes to the columns
/// whose texts would otherwise run over most lines; one that is to be filled in counts as long.
struct GridWidths {
    let widths: [Int]

    /// - Parameter whole: what the widths sum to.
    init(_ grid: Document.Grid, of whole: Int) {
        let columns = grid.header.indices.map { Column(grid, place: $0) }
        let least = columns.map(\.least)
        var spare = whole - least.reduce(0, +)
        guard spare > 0 else {
            widths = GridWidths.filled(least.map { whole * $0 / least.reduce(0, +) }, to: whole)
            return
        }
        var widths = least
        var open = columns.indices.filter { columns[$0].wanted > 0 }
        while spare > 0, !open.isEmpty {
            let wanted = open.reduce(0) { $0 + columns[$1].wanted }
            let given = open.map { min(spare * columns[$0].wanted / wanted, columns[$0].most - widths[$0]) }
            for (place, column) in open.enumerated() { widths[column] += given[place] }
            spare -= given.reduce(0, +)
            let isStill = open.count
            open = open.filter { widths[$0] < columns[$0].most }
            if open.count == isStill { break }
        }
        let all = widths.reduce(0, +)
        self.widths = GridWidths.filled(widths.map { $0 + spare * $0 / all }, to: whole)
    }

    /// With what rounding left in the last column.
    private static func filled(_ widths: [Int], to whole: Int) -> [Int] {
        var widths = widths
        widths[widths.count - 1] += whole - widths.reduce(0, +)
        return widths
    }

    private struct Column {
        /// Room for the longest word, or for all of a short text or figure.
        var least: Int
        /// Room for the longest text on one line.
        var most: Int
        /// What its texts lack at the least width, summed over the rows.
        var wanted: Int

        init(_ grid: Document.Grid, place: Int) {
            let texts = grid.rows.map { $0[place] }
            let isNumeric = grid.numericColumns.contains(place)
            let word = texts.reduce(0) { longest, text in
                let isWhole = isNumeric || text.count <= 16
                return max(longest, isWhole ? text.count : min(Column.longestWord(of: text), 24))
            }
            // A header is bold, and so a little wider.
            let least = Column.width(max(Column.longestWord(of: grid.header[place]) + 1, word))
            let toFillIn = texts.count { $0.isEmpty } * Column.width(Column.charactersToFillIn)
            self.least = least
            most = max(least, Column.width(max(texts.reduce(grid.header[place].count) { max($0, $1.count) }, 40)))
            wanted = toFillIn + texts.reduce(0) { $0 + max(0, Column.width($1.count) - least) }
        }

        /// Somebody will write about so many characters into a cell that is left blank.
        private static let charactersToFillIn = 30

        private static func longestWord(of text: String) -> Int {
            text.split(separator: " ").reduce(0) { max($0, $1.count) }
        }

        /// A figure of Arial 10 is 5.6 points wide, and few letters more; a cell has 5.4 points at either side.
        private static func width(_ characters: Int) -> Int { 216 + 112 * characters }
    }
}
