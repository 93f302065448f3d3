import Governance
import Markup
import Tabular

extension MinutesText.Block {
    /// The blocks of minutes, of an agenda or of papers as they stand on a page.
    ///
    /// - Parameter keys: the columns that are shown of each table; nil for all.
    static func html(
        of blocks: [TextBlock], in shell: Shell,
        showing keys: [String]? = ["name", "standing", "from", "until", "leftFor"]
    ) -> [Html] {
        blocks.enumerated().map { place, block in block.html(number: place + 1, in: shell, showing: keys) }
    }

    /// - Parameter number: of the block, so that two tables of one kind have different identifiers.
    private func html(number: Int, in shell: Shell, showing keys: [String]?) -> Html {
        switch self {
        case .heading(let words, let level): .heading(level + 1, .name(words))
        case .paragraph(let words): .paragraph(.name(words))
        case .bullets(let lines): .list(lines.map { .name($0) })
        case .table(let table):
            TableView(
                keys.map { table.showing($0) } ?? table,
                id: ElementID("table-\(number)-\(table.key)")
            ).html(in: shell)
        }
    }
}
