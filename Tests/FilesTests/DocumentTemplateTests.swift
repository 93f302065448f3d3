import Testing
import Vocabulary

@testable import Files

struct DocumentTemplateTests {
    private let letter = Document(
        title: "Position & <next>",
        blocks: [.paragraph("First."), .bullets(["One.", "Two."]), .facts([.init("Contract", "1000000001")])])

    private func control(_ tag: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr><w:alias w:val=\"x > y\"/><w:tag w:val=\"\(tag)\"/></w:sdtPr><w:sdtContent>\(content)"
            + "</w:sdtContent></w:sdt>"
    }

    /// A template from the inside of its body, with a style and a picture of its own.
    private func template(_ body: String) -> [UInt8] {
        ZipFile.bytes(members: [
            ("[Content_Types].xml", Array("<Types/>".utf8)),
            ("word/document.xml", Array("<w:document><w:body>\(body)</w:body></w:document>".utf8)),
            ("word/styles.xml", Array("<w:styles><w:style w:styleId=\"Title\">theirs</w:style></w:styles>".utf8)),
            ("word/media/crest.png", [1, 2, 3]),
        ])
    }

    private func part(_ path: String, of bytes: [UInt8]) throws -> String {
        let zip = try ZipReading(ZipSource(bytes), name: "t.docx")
        return String(decoding: try #require(try zip.bytes(of: path, limit: 1 << 20)), as: UTF8.self)
    }

    @Test func `the document stands in the template's controls and nothing else has changed`() throws {
        let inline = "<w:p>\(control("remit.title", "<w:r><w:t>Title here</w:t></w:r>"))</w:p>"
        let body = control("remit.body", "<w:p><w:r><w:t>Body here</w:t></w:r></w:p>")
        let rest = "<w:p><!-- <w:sdt> --><w:r><w:t>Crest &amp; address</w:t></w:r></w:p>\(control("theirs", "<w:p/>"))"
        let made = try DocumentTemplate(template(inline + rest + body), named: "t.docx").bytes(filledWith: letter)
        let main = try part("word/document.xml", of: made)
        #expect(main.contains("<w:sdtContent><w:r><w:t xml:space=\"preserve\">Position &amp; &lt;next&gt;</w:t></w:r>"))
        #expect(main.contains("First.") && main.contains("•\u{A0}One.") && main.contains("1000000001"))
        #expect(!main.contains("here"))
        #expect(main.contains(rest))
        #expect(main.hasSuffix("</w:sdtContent></w:sdt></w:body></w:document>"))
        let styles = try part("word/styles.xml", of: made)
        #expect(styles.contains("theirs") && styles.contains("\"FactTerm\""))
        #expect(styles.matches(of: /w:styleId="Title"/).count == 1)
        #expect(try part("word/media/crest.png", of: made) == "\u{1}\u{2}\u{3}")
    }

    @Test func `a title on lines of its own becomes a paragraph`() throws {
        let both = control("remit.title", "<w:p/>") + control("remit.body", "<w:p/>")
        let made = try DocumentTemplate(template(both), named: "t.docx").bytes(filledWith: letter)
        #expect(try part("word/document.xml", of: made).contains("<w:pStyle w:val=\"Title\"/>"))
    }

    @Test func `a document of ours with a body control is a template itself`() throws {
        let zip = try ZipReading(ZipSource(letter.bytes()), name: "l.docx")
        let members = try zip.paths.map { path in
            let text = String(decoding: try zip.bytes(of: path, limit: 1 << 20) ?? [], as: UTF8.self)
            return (path, Array(text.replacing("<w:body>", with: "<w:body>\(control("remit.body", "<w:p/>"))").utf8))
        }
        let made = try DocumentTemplate(ZipFile.bytes(members: members), named: "l.docx").bytes(filledWith: letter)
        #expect(try part("word/document.xml", of: made).matches(of: /First\./).count == 2)
    }

    @Test func `what cannot be a template is refused with the reason`() {
        let within = "<w:p>\(control("remit.body", "<w:r/>"))</w:p>"
        for (bytes, reason) in [
            (Array("text".utf8), "not a .docx"), (ZipFile.bytes(members: [("a.csv", [65])]), "not a .docx"),
            (template("<w:p/>"), "has 0 content controls"), (template(within), "stands within a paragraph"),
            (template(control("remit.body", "<w:p/>") + control("remit.body", "<w:p/>")), "has 2 content controls"),
        ] {
            let found = refusal { _ = try DocumentTemplate(bytes, named: "t.docx") }
            #expect(found?.kind == .input)
            #expect(found?.sentence.contains(reason) == true, "\(found?.sentence ?? "made") should say \(reason)")
        }
    }
}
