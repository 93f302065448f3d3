import Markup
import Tabular

/// The committee paper as a page that prints on A4.
enum PaperPage {
    static func document(_ paper: PaperDocument, _ view: RecordView) -> Html {
        var number = 0
        let parts = paper.blocks.map { block -> Html in
            number += 1
            return html(block, number: number, in: view.shell)
        }
        return RecordFrame.document("Committee paper: \(paper.title)", here: "paper.html", view, parts)
    }

    /// - Parameter number: of the block, so that two tables of one kind have different identifiers.
    private static func html(_ block: PaperDocument.Block, number: Int, in shell: Shell) -> Html {
        switch block {
        case .heading(let words, let level): return .heading(level + 1, .name(words))
        case .paragraph(let words): return .paragraph(.sentence(words))
        case .bullets(let items): return .list(items.map { .sentence($0) })
        case .facts(let facts):
            return .descriptions(facts.map { (.text($0.term), .name($0.text)) }, class: "facts")
        case .table(let table):
            return TableView(table, id: ElementID("table-\(number)-\(table.key)")).html(in: shell)
        case .picture(let picture): return picture.figure(in: shell)
        case .pageBreak: return .block([], class: "page-break")
        }
    }
}
