import Files
import Foundation
import Priorities
import Publication
import Store
import Testing
import Vocabulary

/// The committee paper in the organisation's own Word document.
struct TemplateTests {
    private func template(creator: String = "", extra: [(path: String, bytes: [UInt8])] = []) -> [UInt8] {
        let control =
            "<w:sdt><w:sdtPr><w:tag w:val=\"remit.body\"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
        return StoredZip.bytes(
            members: [
                ("[Content_Types].xml", Array("<Types/>".utf8)),
                (
                    "word/document.xml",
                    Array("<w:document><w:body><w:p>Crest of Wexbourne</w:p>\(control)</w:body></w:document>".utf8)
                ),
                ("word/styles.xml", Array("<w:styles></w:styles>".utf8)),
                ("docProps/core.xml", Array("<cp><dc:creator>\(creator)</dc:creator></cp>".utf8)),
            ] + extra)
    }

    @Test func `the paper stands in the template, which is published so that it can be made again`() throws {
        let sample = try Sample()
        let published = try sample.publish(to: "out", template: template())
        let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: sample.path("out/paper.docx"))))
        #expect(bytes.contains("Crest of Wexbourne"))
        #expect(bytes.contains("What is asked of the committee"))
        let held = try [UInt8](Data(contentsOf: URL(fileURLWithPath: sample.path("out/templates/paper.docx"))))
        #expect(held == template())
        let found = try VerifyRecord(published.folder, apart: published.apart, version: Sample.version).run()
        #expect(found.faults == [])
    }

    @Test func `a template that bears a name is refused, and the name is said`() throws {
        let sample = try Sample()
        let remark: [(path: String, bytes: [UInt8])] = [
            ("word/comments.xml", Array("<w:comment w:author=\"Perpetua Sandgate\"/>".utf8))
        ]
        for (bytes, name) in [
            (template(creator: "Ambrose Thistlewood"), "Ambrose Thistlewood"),
            (template(extra: remark), "Perpetua Sandgate"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try sample.publish(to: "out", template: bytes) }
            #expect(refusal?.code == "template-names-persons")
            #expect(refusal?.sentence.contains(name) == true)
        }
        #expect(try sample.round.published == [])
        #expect(!FileManager.default.fileExists(atPath: sample.path("out")))
    }

    @Test func `what is no template is refused`() throws {
        let sample = try Sample()
        for bytes in [[], Array("text".utf8), StoredZip.bytes(members: [("a.csv", [65])])] {
            let refusal = #expect(throws: Refusal.self) { try sample.publish(to: "out", template: bytes) }
            #expect(refusal?.kind == .input)
        }
    }
}
