public import Vocabulary

/// A table as a value: what the terminal, the page, the CSV, the JSON and the workbook all show.
///
/// A summary makes one; every door writes it in its own way, so a figure can be the same in all of them.
public struct Table: Sendable {
    /// The plural noun under which JSON lists the rows, and the stem of file names: `positions`.
    public var key: String
    public var caption: String
    public var columns: [Column]
    public var rows: [[Cell]]
    /// What a reader must know: the source, "data to" which month, what was left out. One sentence each.
    public var notes: [String]

    public init(key: String, caption: String, columns: [Column], rows: [[Cell]] = [], notes: [String] = []) {
        self.key = key
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    /// - Precondition: as many cells as there are columns.
    public mutating func append(_ cells: [Cell]) {
        precondition(cells.count == columns.count, "a row of \(key) has \(columns.count) cells")
        rows.append(cells)
    }

    public struct Column: Hashable, Sendable {
        /// The key in JSON, camelCase; a money column's ends in `Pence`.
        public var key: String
        public var title: String
        /// True for personal data (a sole trader's name): left out of exports unless asked for.
        public var isPersonal: Bool

        public init(_ key: String, _ title: String, isPersonal: Bool = false) {
            self.key = key
            self.title = title
            self.isPersonal = isPersonal
        }
    }

    /// The table without its personal columns, saying so.
    public func withoutPersonalColumns() -> Table {
        let kept = columns.indices.filter { !columns[$0].isPersonal }
        guard kept.count < columns.count else { return self }
        return Table(
            key: key, caption: caption, columns: kept.map { columns[$0] },
            rows: rows.map { row in kept.map { row[$0] } },
            notes: notes + ["Names that may be personal data are left out."])
    }
}

/// One figure or word of a table, with its unit.
public enum Cell: Hashable, Sendable {
    case text(String)
    /// Text that leads to a page of ours: the path begins with `/`.
    case link(String, path: String)
    case count(Int)
    case money(Money)
    case units(Units)
    case share(Share)
    /// A figure that is neither money nor units; `places` decimals are shown.
    case number(Double, places: Int)
    case day(Day)
    case month(Month)
    case flag(Bool)
    /// Nothing to show, and why, in a word or two: `suppressed`, `no target`.
    case absent(String)

    /// Numbers stand to the right.
    public var isNumeric: Bool {
        switch self {
        case .count, .money, .units, .share, .number: true
        default: false
        }
    }

    public static func optional(_ money: Money?, else why: String) -> Cell { money.map(Cell.money) ?? .absent(why) }
    public static func optional(_ units: Units?, else why: String) -> Cell { units.map(Cell.units) ?? .absent(why) }
    public static func optional(_ share: Share?, else why: String) -> Cell { share.map(Cell.share) ?? .absent(why) }
    public static func optional(_ day: Day?, else why: String) -> Cell { day.map(Cell.day) ?? .absent(why) }
    public static func optional(_ text: String?, else why: String) -> Cell { text.map(Cell.text) ?? .absent(why) }
}
