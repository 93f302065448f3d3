import Files
import Pages
import Tabular
import Vocabulary

/// The committee paper as a Word document.
enum PaperFile {
    /// - Parameter template: the organisation's own document; nil for Remit's plain one.
    /// - Returns: a .docx whose parts are stored as they are, so that its bytes do not depend on the version of a
    ///   program that packs.
    /// - Throws: `Refusal` where the template cannot be filled.
    static func bytes(of view: RecordView, in template: PublishedFile?) throws(Refusal) -> [UInt8] {
        let document = document(PaperDocument(view))
        let packed =
            if let template {
                try DocumentTemplate(template.bytes, named: template.path).bytes(filledWith: document)
            } else {
                document.bytes()
            }
        return StoredZip.bytes(members: try ZipFile.members(of: packed, named: "paper.docx"))
    }

    private static func document(_ paper: PaperDocument) -> Document {
        Document(title: paper.title, blocks: paper.blocks.flatMap(blocks), footer: paper.footer)
    }

    private static func blocks(_ block: PaperDocument.Block) -> [Document.Block] {
        switch block {
        case .heading(let words, let level): [.heading(words, level: level)]
        case .paragraph(let words): [.paragraph(words)]
        case .bullets(let items): [.bullets(items)]
        case .facts(let facts): [.facts(facts.map { Document.Fact($0.term, $0.text) })]
        case .table(let table): tables(table)
        case .picture(let picture): tables(picture.table())
        case .pageBreak: [.pageBreak]
        }
    }

    /// The table with its notes; one too wide for a page in parts that each repeat the first column.
    private static func tables(_ table: Table) -> [Document.Block] {
        guard !table.rows.isEmpty else { return [] }
        let most = 6
        var parts: [[Int]] = [Array(table.columns.indices)]
        if table.columns.count > most {
            let rest = Array(table.columns.indices.dropFirst())
            let count = (rest.count + most - 2) / (most - 1)
            let size = (rest.count + count - 1) / count
            parts = stride(from: 0, to: rest.count, by: size).map { start in
                [0] + rest[start..<min(start + size, rest.count)]
            }
        }
        return parts.enumerated().map { place, part in
            grid(table, columns: part, number: parts.count > 1 ? (place + 1, parts.count) : nil)
        } + table.notes.map { .paragraph($0) }
    }

    private static func grid(_ table: Table, columns: [Int], number: (part: Int, of: Int)?) -> Document.Block {
        let caption = number.map { "\(table.caption) (part \($0.part) of \($0.of))" } ?? table.caption
        let numeric = columns.indices.filter { place in
            let cells = table.rows.map { $0[columns[place]] }.filter { if case .absent = $0 { false } else { true } }
            return !cells.isEmpty && cells.allSatisfy(\.isNumeric)
        }
        return .table(
            Document.Grid(
                caption: caption, header: columns.map { table.columns[$0].title },
                rows: table.rows.map { row in columns.map { row[$0].shown } }, numericColumns: Set(numeric)))
    }
}
