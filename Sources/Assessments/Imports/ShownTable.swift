public import Tabular
public import Vocabulary

/// The table of a figure, read from what `remit … --json` writes, or from columns copied out of a spreadsheet.
public struct ShownTable: Hashable, Sendable {
    public var caption: String?
    public var columns: [Column]
    /// As many values as there are columns: texts, numbers, flags, or null where there is none.
    public var rows: [[JSONValue]]
    public var notes: [String]
    /// What the document says of itself, where it does.
    public var indicator: String?
    public var period: String?
    public var sources: [String]
    /// What a map or a funnel is drawn from, an object that `Pages` reads; kept with the table that stands under it.
    public var picture: JSONValue?

    public struct Column: Hashable, Sendable {
        public var key: String
        public var title: String
    }

    /// How many rows a document shows; the others stand in the evidence.
    public static let rowsShown = 60

    /// - Parameters:
    ///   - json: one object with a list of rows, each an object of plain values; `columns` may give titles to keys.
    ///   - name: of the file, for refusals.
    /// - Throws: `Refusal` of kind `input`: `no-table` where there are no rows, `table-nested` where a row holds more
    ///   than plain values.
    public init(_ json: JSONValue, named name: String) throws(Refusal) {
        guard case .object(let members) = json, let (key, rows) = ShownTable.rows(of: members) else {
            throw Refusal(
                .input, code: "no-table", "\(name) holds no table: one object with a list of rows is expected.",
                remedy: "Give what a command of Remit writes with --json, such as remit indicators value.")
        }
        var keys: [String] = []
        for row in rows {
            for member in row {
                switch member.value {
                case .list, .object:
                    throw Refusal(
                        .input, code: "table-nested",
                        "\(name): a row of “\(key)” has more than one value under “\(member.key)”.",
                        remedy: "Give a table whose cells are numbers and texts.")
                default: if !keys.contains(member.key) { keys.append(member.key) }
                }
            }
        }
        // Members of an object have no order of their own; the list of columns has.
        let listed = ShownTable.titles(json["columns"])
        let titles = Dictionary(uniqueKeysWithValues: listed.map { ($0.key, $0.title) })
        let inOrder = listed.map(\.key).filter(Set(keys).contains)
        keys = inOrder + keys.filter { titles[$0] == nil }
        columns = keys.map { Column(key: $0, title: titles[$0] ?? ShownTable.words(of: $0)) }
        self.rows = rows.map { row in keys.map { key in row.last { $0.key == key }?.value ?? .null } }
        caption = ShownTable.text(json["caption"])
        notes = ShownTable.texts(json["notes"])
        indicator = ShownTable.text(json["indicator"])
        period = ShownTable.text(json["period"])
        sources = ShownTable.sources(json["sources"])
        if case .object? = json["picture"] { picture = json["picture"] }
    }

    /// A table as Remit has it: its columns keep their titles.
    ///
    /// - Parameters:
    ///   - indicator: that it shows, by its short name.
    ///   - sources: files with their digests, in words.
    public init(_ table: Table, indicator: String? = nil, sources: [String] = [], picture: JSONValue? = nil) {
        let table = table.withoutPersonalColumns()
        caption = table.caption
        columns = table.columns.map { Column(key: $0.key, title: $0.title) }
        rows = table.rows.map { row in row.map(\.json) }
        notes = table.notes
        self.indicator = indicator
        self.sources = sources
        self.picture = picture
    }

    /// What is copied out of a spreadsheet or written as CSV: a header, then rows; cells that are numbers become
    /// numbers.
    ///
    /// - Throws: `Refusal` of kind `input`: what `Sheet` refuses, and `no-table` for a header without rows.
    public init(copied text: String, named name: String) throws(Refusal) {
        let isTabbed = text.prefix { $0 != "\n" && $0 != "\r\n" }.contains("\t")
        let sheet = try Sheet(csv: Array(text.utf8), named: name, delimiter: isTabbed ? 9 : 44)
        guard !sheet.rows.isEmpty else {
            throw Refusal(
                .input, code: "no-table", "\(name) has a header and no rows.",
                remedy: "Copy the header and the rows below it.")
        }
        columns = sheet.header.enumerated().map { Column(key: "column\($0 + 1)", title: $1.isEmpty ? "–" : $1) }
        rows = sheet.rows.map { row in
            sheet.header.indices.map { place in
                ShownTable.value(of: place < row.cells.count ? row.cells[place] : "")
            }
        }
        notes = []
        sources = []
    }

    /// A file among `sources`, as it is cited: `prevalence.csv (SHA-256 0f3a…)`.
    public static func cited(_ name: String, digest: String) -> String { "\(name) (SHA-256 \(digest))" }

    /// One object that `init(_:named:)` reads to the same table.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init(
                "rows",
                .list(rows.map { row in .object(zip(columns, row).map { .init($0.key, $1) }) })),
            .init("columns", .list(columns.map { ["key": .text($0.key), "title": .text($0.title)] })),
            .init("notes", .list(notes.map(JSONValue.text))), .init("sources", .list(sources.map(JSONValue.text))),
        ]
        if let caption { members.append(.init("caption", .text(caption))) }
        if let indicator { members.append(.init("indicator", .text(indicator))) }
        if let period { members.append(.init("period", .text(period))) }
        if let picture { members.append(.init("picture", picture)) }
        return .object(members)
    }

    /// As it is shown: the decimals of a column are the most that one of its figures needs, three at most; a column that
    /// says nothing in any row is left out.
    ///
    /// - Parameter most: rows; the others are counted in a note.
    public func table(key: String, caption: String, most: Int = ShownTable.rowsShown) -> Table {
        let told = columns.indices.filter { column in rows.contains { $0[column] != .null } }
        let places = told.map { column in rows.map { ShownTable.places($0[column]) }.max() ?? 0 }
        var table = Table(
            key: key, caption: caption, columns: told.map { Table.Column(columns[$0].key, columns[$0].title) },
            notes: notes)
        for row in rows.prefix(most) {
            table.append(zip(told, places).map { ShownTable.cell(row[$0], places: $1) })
        }
        if rows.count > most {
            table.notes.insert(
                "The first \(most) of \(rows.count) rows; all stand in the evidence.", at: 0)
        }
        return table
    }

    // MARK: - Reading

    /// The first list that holds objects only; the titles of columns and the files beside are none.
    private static func rows(of members: [JSONValue.Member]) -> (String, [[JSONValue.Member]])? {
        for member in members where member.key != "columns" && member.key != "sources" {
            guard case .list(let items) = member.value, !items.isEmpty else { continue }
            let rows = items.compactMap { item -> [JSONValue.Member]? in
                if case .object(let cells) = item { cells } else { nil }
            }
            if rows.count == items.count, rows.contains(where: { !$0.isEmpty }) { return (member.key, rows) }
        }
        return nil
    }

    /// In the order in which they are given; each key once.
    private static func titles(_ columns: JSONValue?) -> [(key: String, title: String)] {
        guard case .list(let items)? = columns else { return [] }
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let key = text(item["key"]), let title = text(item["title"]), seen.insert(key).inserted else {
                return nil
            }
            return (key, title)
        }
    }

    private static func text(_ value: JSONValue?) -> String? {
        if case .text(let text)? = value, !text.isEmpty { text } else { nil }
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        guard case .list(let items)? = value else { return [] }
        return items.compactMap { text($0) }
    }

    /// By their names, or as `{"name": …, "digest": …}`, which is told as `prevalence.csv (SHA-256 0f3a…)`.
    private static func sources(_ value: JSONValue?) -> [String] {
        guard case .list(let items)? = value else { return [] }
        return items.compactMap { item in
            guard let name = text(item["name"]) else { return text(item) }
            return text(item["digest"]).map { cited(name, digest: $0) } ?? name
        }
    }

    /// `lowerLimit95` as `Lower limit 95`.
    private static func words(of key: String) -> String {
        var words = ""
        for letter in key {
            let isStart = letter.isUppercase || (letter.isNumber && !(words.last?.isNumber ?? true))
            if isStart, !words.isEmpty { words.append(" ") }
            words += words.isEmpty ? letter.uppercased() : letter.lowercased()
        }
        return words
    }

    private static func value(of cell: String) -> JSONValue {
        let digits = cell.replacing(",", with: "")
        if let whole = Int(digits), digits.first != "0" || digits == "0" { return .integer(whole) }
        if let number = Double(digits), number.isFinite, digits.contains("."), digits.first != "." {
            return .decimal(number)
        }
        return cell.isEmpty ? .null : .text(cell)
    }

    private static func places(_ value: JSONValue) -> Int {
        guard case .decimal(let number) = value, number.isFinite else { return 0 }
        return (0..<3).first { place in
            let scale = [1.0, 10, 100][place]
            return abs((number * scale).rounded() - number * scale) < 1e-9 * max(1, abs(number * scale))
        } ?? 3
    }

    private static func cell(_ value: JSONValue, places: Int) -> Cell {
        switch value {
        case .text(let text): .text(text)
        case .integer(let number): places > 0 ? .number(Double(number), places: places) : .count(number)
        case .decimal(let number): .number(number, places: places)
        case .flag(let flag): .flag(flag)
        case .null, .list, .object: .absent("none")
        }
    }
}
