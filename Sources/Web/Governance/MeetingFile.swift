import Files
import Governance
import Tabular

/// Minutes, an agenda or a list of papers as a Word document.
enum MeetingFile {
    static func bytes(_ title: String, _ blocks: [MinutesText.Block], footer: String) -> [UInt8] {
        Document(title: title, blocks: blocks.map(block), footer: footer).bytes()
    }

    private static func block(_ block: MinutesText.Block) -> Document.Block {
        switch block {
        case .heading(let words, let level): return .heading(words, level: level)
        case .paragraph(let words): return .paragraph(words)
        case .bullets(let lines): return .bullets(lines)
        case .table(let table):
            // The name stands for the person, and short names are for programs.
            let kept = table.columns.indices.filter { table.columns[$0].key != "person" }
            return .table(
                Document.Grid(
                    caption: table.caption, header: kept.map { table.columns[$0].title },
                    rows: table.rows.map { row in kept.map { row[$0].shown } }))
        }
    }
}
