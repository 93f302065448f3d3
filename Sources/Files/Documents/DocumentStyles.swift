/// The styles that the documents are written in.
///
/// Arial 11 for text, 10 in tables, with room between lines; headings in bold; a table's lines in grey.
enum DocumentStyles {
    static let markup: XMLText = """
        \(DocumentParts.head)<w:styles xmlns:w="\(DocumentParts.word)"><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/>\
        <w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
        <w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
        \(style("Title", "Title", "<w:keepNext/><w:spacing w:after='240'/>", "<w:b/><w:sz w:val='36'/>"))\
        \(style("Heading1", "heading 1", heading(0), "<w:b/><w:sz w:val='28'/>"))\
        \(style("Heading2", "heading 2", heading(1), "<w:b/><w:sz w:val='24'/>"))\
        \(style("Heading3", "heading 3", heading(2), "<w:b/><w:sz w:val='22'/>"))\
        \(style("ListBullet", "List Bullet", bullet, ""))\
        \(style("Caption", "caption", "<w:keepNext/><w:spacing w:before='160' w:after='80'/>", "<w:b/>"))\
        \(style("TableText", "Table Text", tight, "<w:sz w:val='20'/>"))\
        \(style("TableTextRight", "Table Text Right", tight + right, "<w:sz w:val='20'/>"))\
        \(style("TableHead", "Table Head", "<w:keepNext/>" + tight, "<w:b/><w:sz w:val='20'/>"))\
        \(style("TableHeadRight", "Table Head Right", "<w:keepNext/>" + tight + right, "<w:b/><w:sz w:val='20'/>"))\
        \(style("FactTerm", "Fact Term", tight, "<w:b/><w:sz w:val='20'/>"))\
        \(style("Gap", "Gap", "<w:spacing w:after='60' w:line='120' w:lineRule='exact'/>", ""))\
        \(style("Footer", "footer", "<w:spacing w:after='0'/>", "<w:color w:val='505A5F'/><w:sz w:val='18'/>"))\
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>\
        <w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>\
        <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
        \(tableStyle("Figures", head: "<w:tcPr><w:shd w:val='clear' w:color='auto' w:fill='E8EDEE'/></w:tcPr>"))\
        \(tableStyle("Facts", head: ""))</w:styles>
        """

    private static func heading(_ level: Int) -> XMLText {
        "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"\(level)\"/>"
    }

    private static let bullet: XMLText = """
        <w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>
        """
    private static let tight: XMLText = "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/>"
    private static let right: XMLText = "<w:jc w:val=\"right\"/>"

    private static func style(_ id: String, _ name: String, _ paragraph: XMLText, _ run: XMLText) -> XMLText {
        """
        <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/>\
        <w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>
        """
    }

    private static func tableStyle(_ id: String, head: XMLText) -> XMLText {
        let line: XMLText = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"768692\""
        let first: XMLText = head.bytes.isEmpty ? "" : "<w:tblStylePr w:type=\"firstRow\">\(head)</w:tblStylePr>"
        return """
            <w:style w:type="table" w:styleId="\(id)"><w:name w:val="\(id)"/><w:basedOn w:val="TableNormal"/><w:tblPr>\
            <w:tblBorders><w:top \(line)/><w:bottom \(line)/><w:insideH \(line)/></w:tblBorders></w:tblPr>\(first)</w:style>
            """
    }
}
