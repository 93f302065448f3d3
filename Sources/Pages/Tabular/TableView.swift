public import Markup
public import Tabular
import Vocabulary

/// A table on a page: caption, units in words, links, and under it the notes, further pages and files to take away.
public struct TableView: Sendable {
    public var table: Table
    /// How it is listed, and from where; nil for a table that stands on its page by the way.
    public var listing: Listing?
    /// What the element is called: `table-KEY`, unless two tables of a page share a key.
    public var id: ElementID
    /// Said in place of a table without rows.
    public var empty: String

    /// True where every amount is written with its pence: such as what somebody is to pay, beside what it bears.
    public var isToThePenny = false

    public init(
        _ table: Table, listing: Listing? = nil, id: ElementID? = nil, empty: String = "There is nothing to show."
    ) {
        self.table = table
        self.id = id ?? ElementID("table-\(table.key)")
        self.listing = listing
        self.empty = empty
    }

    /// The same with the pence of every amount.
    public func toThePenny() -> TableView {
        var view = self
        view.isToThePenny = true
        return view
    }

    public func html(in shell: Shell) -> Html {
        guard !table.rows.isEmpty else {
            return .block(
                [.paragraph([.strong(.text(table.caption)), ": ", .text(empty)], class: "empty"), notes([])])
        }
        var kinds = table.columns.indices.map { place in
            let kind = ColumnKind(of: place, in: table)
            return isToThePenny ? kind.toThePenny : kind
        }
        kinds[0].isNumeric = false
        let headings = table.columns.indices.map { place in
            heading(table.columns[place], kinds[place], in: shell)
        }
        let (rows, drawnKinds, position) = (table.rows, kinds, shell.querySuffix)
        let drawn = Html.table(
            id: id, caption: .text(table.caption), columns: headings, rows: rows.count
        ) { place, writer in
            let row = rows[place]
            writer.rowHeading { $0.write(row[0], as: drawnKinds[0], at: position) }
            for column in row.indices.dropFirst() {
                let cell = row[column]
                let kind = drawnKinds[column]
                writer.cell(isNumeric: kind.isNumeric) { $0.write(cell, as: kind, at: position) }
            }
        }
        let isRounded = kinds.contains { $0.isMoneyInPounds }
        let exact = listing?.route.download(.csv) == nil ? "" : "; the files to download have the pence"
        let rounding = isRounded ? ["Money is rounded to whole pounds here\(exact)."] : []
        return .block(
            [
                listing?.counted() ?? .none, drawn, listing?.pages(in: shell) ?? .none, notes(rounding),
                listing?.downloads(of: table, in: shell) ?? .none,
            ], class: "table-block")
    }

    private func heading(_ column: Table.Column, _ kind: ColumnKind, in shell: Shell) -> ColumnHeading {
        ColumnHeading(
            .text(column.title), unit: kind.unit(besides: column.title), isNumeric: kind.isNumeric,
            sorted: listing?.order(of: column.key), sortLink: listing?.sortLink(column.key, kind, in: shell))
    }

    private func notes(_ more: [String]) -> Html {
        let all = table.notes + more
        switch all.count {
        case 0: return .none
        case 1: return .paragraph(.sentence(all[0]), class: "notes")
        default: return .list(all.map { .sentence($0) }, class: "notes")
        }
    }
}
