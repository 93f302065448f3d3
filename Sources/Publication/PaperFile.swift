import Files
import Pages
import Tabular
import Vocabulary
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
                try usable(template).bytes(filledWith: document)
            } else {
                document.bytes()
            }
        return StoredZip.bytes(members: try ZipFile.members(of: packed, named: "paper.docx"))
    }

    /// Where an organisation's own document stands in the record.
    static let templatePath = "templates/paper.docx"

    /// - Throws: `Refusal` where it is no template, or holds a part twice: nothing that packs can then be trusted to
    ///   take the same one.
    static func usable(_ template: PublishedFile) throws(Refusal) -> DocumentTemplate {
        let parts = try ZipFile.members(of: template.bytes, named: template.path).map(\.path)
        guard Set(parts).count == parts.count, !parts.contains("") else {
            throw Refusal(
                .input, code: "template-unusable",
                "\(template.path) cannot be used as a template: a part stands in it twice.",
                remedy: "Save it anew in Word.")
        }
        return try DocumentTemplate(template.bytes, named: template.path)
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
        case .picture(let picture): tables(ofPicture: picture.table())
        case .pageBreak: [.pageBreak]
        }
    }

    /// The figures of a picture, but for those that another table of the paper has.
    private static func tables(ofPicture table: Table) -> [Document.Block] {
        ["costValue", "weights"].contains(table.key) ? [] : tables(table)
    }

    /// The table with its notes; one too wide for a page in parts that each repeat the column that names the rows.
    private static func tables(_ table: Table) -> [Document.Block] {
        guard !table.rows.isEmpty else { return [] }
        let texts = table.columns.indices.map { column in shown(table.rows.map { $0[column] }) }
        let widths = table.columns.indices.map { width(title: table.columns[$0].title, texts[$0]) }
        // A table whose rows no column names is not taken apart: nobody could put it together again.
        let naming = table.columns.indices.prefix(2).first { Set(texts[$0]).count == table.rows.count }
        let parts = naming.map { split(widths, repeating: $0) } ?? [Array(table.columns.indices)]
        return parts.enumerated().map { place, columns in
            let caption =
                parts.count > 1 ? "\(table.caption) (part \(place + 1) of \(parts.count))" : table.caption
            let numeric = columns.indices.filter { place in isNumeric(table.rows.map { $0[columns[place]] }) }
            return .table(
                Document.Grid(
                    caption: caption, header: columns.map { table.columns[$0].title },
                    rows: table.rows.indices.map { row in columns.map { texts[$0][row] } },
                    numericColumns: Set(numeric)))
        } + (table.notes + rounding(of: table)).map { .paragraph($0) }
    }

    /// The columns of each part: as few parts as fit the page, and those as even as can be.
    private static func split(_ widths: [Int], repeating naming: Int) -> [[Int]] {
        func filled(to width: Int) -> [[Int]] {
            var parts: [[Int]] = [[naming]]
            var used = widths[naming]
            for column in widths.indices where column != naming {
                if used + widths[column] > width, parts[parts.count - 1].count > 1 {
                    parts.append([naming])
                    used = widths[naming]
                }
                parts[parts.count - 1].append(column)
                used += widths[column]
            }
            return parts
        }
        let fewest = filled(to: lineWidth)
        if fewest.count == 1 { return [Array(widths.indices)] }
        let least = widths.reduce(0, +) / fewest.count
        let even = (least..<Swift.max(least + 1, lineWidth)).lazy.map(filled).first { $0.count == fewest.count }
        return even ?? fewest
    }

    /// Characters of table text between the margins of A4, and what each column takes beside its text.
    private static let (lineWidth, gap) = (84, 2)

    /// What a column needs to be read: figures whole, a long text some words on a line.
    private static func width(title: String, _ texts: [String]) -> Int {
        let head = title.split(separator: " ").map(\.count).max() ?? 0
        let longest = texts.map(\.count).max() ?? 0
        let word = texts.map { $0.split(separator: " ").map(\.count).max() ?? 0 }.max() ?? 0
        let text = longest <= 16 ? longest : max(min(word, 24), longest > 60 ? 20 : 14)
        return max(head, text) + gap
    }

    private static func isNumeric(_ cells: [Cell]) -> Bool {
        let filled = cells.filter { if case .absent = $0 { false } else { true } }
        return !filled.isEmpty && filled.allSatisfy(\.isNumeric)
    }

    /// As a column shows its cells: amounts in whole pounds where one is of thousands, or where none has pence.
    private static func shown(_ cells: [Cell]) -> [String] {
        let amounts = cells.compactMap(money)
        let isInPounds =
            amounts.contains { $0.pence.magnitude >= 100_000 } || amounts.allSatisfy { $0.pence % 100 == 0 }
        return cells.map { cell in isInPounds ? money(cell)?.inPounds ?? cell.shown : cell.shown }
    }

    private static func money(_ cell: Cell) -> Money? {
        if case .money(let amount) = cell { amount } else { nil }
    }

    /// Said where a column leaves pence out.
    private static func rounding(of table: Table) -> [String] {
        let leavesOut = table.columns.indices.contains { column in
            let amounts = table.rows.compactMap { money($0[column]) }
            return amounts.contains { $0.pence.magnitude >= 100_000 } && amounts.contains { $0.pence % 100 != 0 }
        }
        return leavesOut ? ["Money is rounded to whole pounds here; record.json has the pence."] : []
    }
}
