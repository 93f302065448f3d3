/// The parts of a Word document that do not depend on its blocks.
///
/// A4; Arial 11 for text, with room between lines; headings in bold; numbers of pages at the foot.
enum DocumentParts {
    static let head: XMLText = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let word: XMLText = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let office: XMLText = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package: XMLText = "http://schemas.openxmlformats.org/package/2006"

    static let contentTypes: XMLText = """
        \(head)<Types xmlns="\(package)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/>\(contentType("/word/document.xml", "document.main"))\
        \(contentType("/word/styles.xml", "styles"))\(contentType("/word/numbering.xml", "numbering"))\
        \(contentType("/word/settings.xml", "settings"))\(contentType("/word/footer1.xml", "footer"))\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """

    private static func contentType(_ part: String, _ kind: String) -> XMLText {
        """
        <Override PartName="\(part)" \
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"/>
        """
    }

    static let roots: XMLText = """
        \(head)<Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
        Type="\(office)/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" \
        Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
        """

    static let relations: XMLText = """
        \(head)<Relationships xmlns="\(package)/relationships">\(relation("rId1", "styles"))\
        \(relation("rId2", "numbering"))\(relation("rId3", "settings"))<Relationship Id="rId4" \
        Type="\(office)/footer" Target="footer1.xml"/></Relationships>
        """

    private static func relation(_ id: String, _ kind: String) -> XMLText {
        "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(kind).xml\"/>"
    }

    /// The time is fixed, so that equal documents have equal bytes.
    static func properties(title: String) -> XMLText {
        """
        \(head)<cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(title)</dc:title>\
        <dc:creator>Remit</dc:creator><dc:language>en-GB</dc:language>\
        <dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>
        """
    }

    static func document(body: XMLText) -> XMLText {
        """
        \(head)<w:document xmlns:w="\(word)" xmlns:r="\(office)"><w:body>\(body)<w:sectPr>\
        <w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>\
        <w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="709" w:footer="709" \
        w:gutter="0"/></w:sectPr></w:body></w:document>
        """
    }

    /// One line: the words to the left, cut where they would not fit, and the page number to the right.
    static func footer(_ text: String?) -> XMLText {
        let words: XMLText = text.map { "<w:r><w:t xml:space=\"preserve\">\(cut($0))</w:t></w:r>" } ?? ""
        return """
            \(head)<w:ftr xmlns:w="\(word)"><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" \
            w:pos="\(DocumentBody.textWidth)"/></w:tabs></w:pPr>\(words)<w:r><w:tab/></w:r>\
            <w:r><w:t xml:space="preserve">Page </w:t></w:r>\(field("PAGE"))\
            <w:r><w:t xml:space="preserve"> of </w:t></w:r>\(field("NUMPAGES"))</w:p></w:ftr>
            """
    }

    /// Characters of Arial 9 that leave room for the page number at their side.
    private static let footerWidth = 80

    /// Ends with the last whole word that fits.
    private static func cut(_ text: String) -> String {
        guard text.count > footerWidth else { return text }
        let part = text.prefix(footerWidth)
        let words = part.lastIndex(of: " ").map { part[..<$0] } ?? part
        return words + "…"
    }

    private static func field(_ name: String) -> XMLText {
        "<w:fldSimple w:instr=\" \(name) \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    }

    static let settings: XMLText = """
        \(head)<w:settings xmlns:w="\(word)"><w:defaultTabStop w:val="720"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat><w:themeFontLang w:val="en-GB"/></w:settings>
        """

    static let numbering: XMLText = """
        \(head)<w:numbering xmlns:w="\(word)"><w:abstractNum w:abstractNumId="0">\
        <w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>\
        <w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
        <w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>\
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """
}
