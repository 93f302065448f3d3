/// The blocks of a document in WordprocessingML.
///
/// Reference: ECMA-376 part 1, 17 (WordprocessingML).
enum DocumentBody {
    /// The text width of an A4 page with margins of 2.54 cm, in twentieths of a point.
    static let textWidth = 9_026

    static func markup(of blocks: [Document.Block]) -> XMLText {
        "\(blocks.map { markup(of: $0) })"
    }

    static func title(_ title: String) -> XMLText { paragraph(title, style: "Title") }

    private static func markup(of block: Document.Block) -> XMLText {
        switch block {
        case .heading(let text, let level): paragraph(text, style: "Heading\(min(max(level, 1), 3))")
        case .paragraph(let text): paragraph(text, style: nil)
        case .bullets(let items): "\(items.map { paragraph($0, style: "ListBullet") })"
        case .facts(let facts): self.facts(facts)
        case .table(let grid): table(grid)
        case .pageBreak: "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
        }
    }

    static func paragraph(_ text: String, style: String?, properties: XMLText = "") -> XMLText {
        let named: XMLText = style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? ""
        return "<w:p><w:pPr>\(named)\(properties)</w:pPr>\(run(text))</w:p>"
    }

    /// A new line in the text is one in the document.
    static func run(_ text: String) -> XMLText {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> XMLText in
            "<w:t xml:space=\"preserve\">\(String(line).replacing("\r", with: ""))</w:t>"
        }
        let joined = lines.dropFirst().reduce(lines[0]) { $0 + "<w:br/>" + $1 }
        return "<w:r>\(joined)</w:r>"
    }

    private static func facts(_ facts: [Document.Fact]) -> XMLText {
        guard !facts.isEmpty else { return "" }
        let widths = [textWidth * 3 / 10, textWidth - textWidth * 3 / 10]
        let rows = facts.map { fact -> XMLText in
            """
            <w:tr><w:trPr><w:cantSplit/></w:trPr>\(cell(fact.term, width: widths[0], style: "FactTerm"))\
            \(cell(fact.text, width: widths[1], style: "TableText"))</w:tr>
            """
        }
        return "\(grid(style: "Facts", widths: widths, description: nil, hasHeader: false))\(rows)</w:tbl>\(gap)"
    }

    private static func table(_ grid: Document.Grid) -> XMLText {
        let widths = GridWidths(grid, of: textWidth).widths
        func row(_ texts: [String], style: String, properties: XMLText) -> XMLText {
            let cells = texts.indices.map { column in
                cell(
                    texts[column], width: widths[column],
                    style: grid.numericColumns.contains(column) ? "\(style)Right" : style)
            }
            return "<w:tr><w:trPr><w:cantSplit/>\(properties)</w:trPr>\(cells)</w:tr>"
        }
        // A row that is to be filled in has room for some words, by hand too.
        let toFillIn: XMLText = "<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>"
        let rows = grid.rows.map { texts in
            row(texts, style: "TableText", properties: texts.contains("") ? toFillIn : "")
        }
        return """
            \(paragraph(grid.caption, style: "Caption"))\
            \(self.grid(style: "Figures", widths: widths, description: grid.caption, hasHeader: true))\
            \(row(grid.header, style: "TableHead", properties: "<w:tblHeader/>"))\(rows)</w:tbl>\(gap)
            """
    }

    private static func grid(style: String, widths: [Int], description: String?, hasHeader: Bool) -> XMLText {
        let columns = widths.map { width -> XMLText in "<w:gridCol w:w=\"\(width)\"/>" }
        let caption: XMLText = description.map { "<w:tblCaption w:val=\"\($0)\"/>" } ?? ""
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="\(style)"/><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
            <w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="\(hasHeader ? 1 : 0)" w:lastRow="0" \
            w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>\(caption)</w:tblPr>\
            <w:tblGrid>\(columns)</w:tblGrid>
            """
    }

    private static func cell(_ text: String, width: Int, style: String) -> XMLText {
        """
        <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/></w:tcPr>\(paragraph(text, style: style))</w:tc>
        """
    }

    /// A little room behind a table; without a paragraph there, two tables would become one.
    private static let gap: XMLText = "<w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>"
}
