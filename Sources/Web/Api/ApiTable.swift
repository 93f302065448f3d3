import Pages
import Tabular
import Vocabulary

/// A table as programs read it: the one that the page, the CSV and the workbook write too, in parts.
struct ApiTable: Hashable, Sendable {
    /// Under which the rows stand: `contracts`.
    let key: String
    let columns: [Column]
    /// Figures in columns that the data name (criteria, places).
    let hasOthers: Bool

    struct Column: Hashable, Sendable {
        let key: String
        let title: String
        let kind: Kind
    }

    /// What a column's cells are, where they are not absent.
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case text, link, count, pence, units, percent, number, day, month, flag

        var shape: DocumentShape {
            switch self {
            case .text, .link: .text
            case .count: .whole
            case .pence: .pence
            case .units: .units
            case .percent, .number: .number
            case .day: .day
            case .month: .month
            case .flag: .flag
            }
        }

        /// Of a cell; nil where it is absent.
        init?(_ cell: Cell) {
            switch cell {
            case .text: self = .text
            case .link: self = .link
            case .count: self = .count
            case .money: self = .pence
            case .units: self = .units
            case .share: self = .percent
            case .number: self = .number
            case .day: self = .day
            case .month: self = .month
            case .flag: self = .flag
            case .absent: return nil
            }
        }
    }

    /// The path of a link stands in a column of its own, so that a program can follow it.
    static func pathKey(_ key: String) -> String { key + "Path" }

    static let longestPage = 1_000

    var parameters: [ApiCall.Parameter] {
        [
            .init("page", .between(1, 1_000_000), "which part of the table, from 1", example: "1"),
            .init(
                "pageSize", .between(1, ApiTable.longestPage), "how many rows to a part: 1 to \(ApiTable.longestPage)",
                example: "50"),
            .init("sort", sorts, "the key of a column; with - before it from the largest down"),
        ]
    }

    private var sorts: DocumentShape {
        hasOthers ? .text : .choice(columns.flatMap { [$0.key, "-" + $0.key] })
    }

    /// Of one part of the table.
    var shape: DocumentShape {
        var fields: [DocumentShape.Field] = []
        for column in columns {
            fields.append(.init(column.key, column.kind.shape, column.title, isOptional: true))
            if column.kind == .link {
                fields.append(
                    .init(ApiTable.pathKey(column.key), .text, "the page of it: a path of this site", isOptional: true))
            }
        }
        let row: DocumentShape = hasOthers ? .open(fields, others: .nullable(.number)) : .object(fields)
        return .object([
            .init(key, .list(row), "the rows of this part"),
            .init("caption", .text, "what the table shows"),
            .init("notes", .list(.text), "what a reader must know: the source, what was left out"),
            .init("page", .between(1, 1_000_000), "which part this is, from 1"),
            .init("pages", .count, "how many parts there are"),
            .init("total", .count, "how many rows there are in all"),
        ])
    }

    /// A part of a table's rows.
    struct Page: Sendable {
        let json: JSONValue
        let paging: Paging
    }

    /// - Parameters:
    ///   - table: whole, sorted as asked.
    ///   - size: at most `longestPage`.
    func page(_ page: Int, size: Int, of table: Table) -> Page {
        let table = table.withoutPersonalColumns()
        let paging = Paging(page: page, size: size, total: table.rows.count)
        // Behind the last part there is nothing, and not the last part again.
        let rows = page > paging.pages ? [] : Array(table.rows[paging.slice])
        let json: JSONValue = .object([
            .init(key, .list(rows.map { object($0, table.columns) })),
            .init("caption", .text(table.caption)), .init("notes", .list(table.notes.map { .text($0) })),
            .init("page", .integer(page)), .init("pages", .integer(paging.pages)),
            .init("total", .integer(paging.total)),
        ])
        return Page(json: json, paging: paging)
    }

    /// A column of words stays one where a cell is a number.
    private func object(_ row: [Cell], _ columns: [Table.Column]) -> JSONValue {
        let words = Set(self.columns.filter { $0.kind == .text }.map(\.key))
        var members: [JSONValue.Member] = []
        for (column, cell) in zip(columns, row) {
            if cell.isNumeric, words.contains(column.key) {
                members.append(.init(column.key, .text(cell.shown)))
            } else {
                members.append(.init(column.key, cell.json))
            }
            if case .link(_, let path) = cell { members.append(.init(ApiTable.pathKey(column.key), .text(path))) }
        }
        return .object(members)
    }
}

extension ApiTable {
    /// As a summary made it, for writing the reviewed list of columns.
    init(of table: Table) {
        let table = table.withoutPersonalColumns()
        self.init(
            key: table.key,
            columns: table.columns.indices.map { place in
                let column = table.columns[place]
                let kinds = table.rows.compactMap { Kind($0[place]) }
                // A column of codes of which some lead on is one of links.
                let kind = kinds.contains(.link) ? .link : kinds.first
                return Column(
                    key: column.key, title: column.title, kind: kind ?? (column.key.hasSuffix("Pence") ? .pence : .text)
                )
            }, hasOthers: false)
    }
}
