import Foundation
import FoundationXML
import Testing
import Vocabulary

@testable import Files

struct DocumentTests {
    private let letter = Document(
        title: "Year-end position 2024/25 & what follows",
        blocks: [
            .paragraph("Dear <Contractor>\u{1},\nsecond line \u{7}with \"quotes\" & ampersands."),
            .heading("Your contract", level: 1),
            .facts([.init("Contract", "1000000001"), .init("Contracted", "12,000 UDAs"), .init("Value", "£336,000.00")]
            ),
            .heading("What was delivered", level: 2),
            .table(
                .init(
                    caption: "Delivery by month", header: ["Month", "UDAs", "Share of the year"],
                    rows: (1...60).map { ["Month \($0)", "\($0 * 950)", "\($0).5 %"] }, numericColumns: [1, 2])),
            .bullets(["Commit by 31 March.", "Write to us within 28 days."]),
            .pageBreak,
            .paragraph("The working: 11,400 ÷ 12,000 = 95.0 %."),
        ],
        footer: "Wexbourne ICB (invented)")

    private func part(_ path: String, of document: [UInt8]) throws -> String {
        let zip = try ZipReading(ZipSource(document), name: "letter.docx")
        return String(decoding: try #require(try zip.bytes(of: path, limit: 1 << 20)), as: UTF8.self)
    }

    /// All text of a part, by an XML parser that is not ours.
    private func words(_ markup: String) throws -> [String] {
        try XMLDocument(xmlString: markup).nodes(forXPath: "//*[local-name()='t']").map { $0.stringValue ?? "" }
    }

    @Test func `every part is well-formed and every text is in its place`() throws {
        let bytes = letter.bytes()
        let zip = try ZipReading(ZipSource(bytes), name: "letter.docx")
        for path in zip.paths { _ = try XMLDocument(xmlString: try part(path, of: bytes)) }
        let words = try words(try part("word/document.xml", of: bytes))
        #expect(words[0] == letter.title)
        #expect(words[1] == "Dear <Contractor>,")
        #expect(words[2] == "second line with \"quotes\" & ampersands.")
        for text in ["Your contract", "12,000 UDAs", "Delivery by month", "Month 60", "60.5 %", "Commit by 31 March."] {
            #expect(words.contains(text), "\(text)")
        }
        #expect(words.count == 3 + 1 + 6 + 1 + 1 + 3 + 180 + 2 + 1)
        #expect(try part("word/footer1.xml", of: bytes).contains("Wexbourne ICB (invented)"))
        #expect(try part("docProps/core.xml", of: bytes).contains("2024/25 &amp; what follows</dc:title>"))
    }

    @Test func `a table's header is repeated, and its figures stand to the right`() throws {
        let markup = try part("word/document.xml", of: letter.bytes())
        #expect(markup.components(separatedBy: "<w:tblHeader/>").count == 2)
        #expect(markup.components(separatedBy: "\"TableTextRight\"").count == 121)
    }

    @Test func `every part that is named is there, and every style that is used`() throws {
        let bytes = letter.bytes()
        let paths = Set(try ZipReading(ZipSource(bytes), name: "l").paths)
        let named = try part("[Content_Types].xml", of: bytes).matches(of: /PartName="\/([^"]+)"/).map { String($0.1) }
        #expect(Set(named).isSubset(of: paths))
        let targets = try part("word/_rels/document.xml.rels", of: bytes).matches(of: /Target="([^"]+)"/).map {
            "word/\($0.1)"
        }
        #expect(Set(targets).isSubset(of: paths))
        let styles = try part("word/styles.xml", of: bytes)
        for use in try part("word/document.xml", of: bytes).matches(of: /<w:(?:pStyle|tblStyle) w:val="([^"]+)"/) {
            #expect(styles.contains("w:styleId=\"\(use.1)\""), "\(use.1)")
        }
    }

    @Test func `the foot of a page is one line, with the page number to the right`() throws {
        let title = String(repeating: "What should come first with the money that can be moved? ", count: 4)
        let long = Document(title: "T", blocks: [.paragraph("P")], footer: title)
        let foot = try words(try part("word/footer1.xml", of: long.bytes()))
        #expect(foot[0].count <= 81 && foot[0].hasSuffix("…") && title.hasPrefix(foot[0].dropLast()))
        #expect(!foot[0].dropLast().hasSuffix(" "))
        #expect(foot.dropFirst().joined() == "Page 1 of 1")
        let markup = try part("word/footer1.xml", of: long.bytes())
        #expect(markup.contains("<w:tab w:val=\"right\"") && markup.contains("<w:r><w:tab/></w:r>"))
    }

    private func widths(_ grid: Document.Grid) -> [Int] { GridWidths(grid, of: 9_026).widths }

    @Test func `long texts get the room that short ones leave, and the widths fill the page`() {
        let reason = String(repeating: "Good value, but others do more for the same money. ", count: 3)
        let table = Document.Grid(
            caption: "Decided", header: ["Option", "Outcome", "Reason", "A full year costs"],
            rows: Array(repeating: ["Urgent sessions in the North Fens", "Not funded", reason, "£180,000"], count: 20),
            numericColumns: [3])
        let drawn = widths(table)
        #expect(drawn.reduce(0, +) == 9_026)
        #expect(drawn[2] > 2 * drawn[0] && drawn[0] > drawn[1], "\(drawn)")
    }

    @Test func `columns to be filled in are as wide as one another, and wider than what names the row`() {
        let form = Document.Grid(
            caption: "Effects", header: ["Characteristic", "Effect", "How it is known", "What is done"],
            rows: ["Age", "Disability", "Pregnancy and maternity"].map { [$0, "", "", ""] })
        let drawn = widths(form)
        #expect(drawn[1...].max()! - drawn[1...].min()! < 1_200, "\(drawn)")
        #expect(drawn[0] < drawn[3] && drawn.reduce(0, +) == 9_026, "\(drawn)")
    }

    @Test func `a table wider than the page is drawn on the page`() {
        let words = (1...12).map { "Column\($0)withalongname" }
        let wide = widths(Document.Grid(caption: "Wide", header: words, rows: [words]))
        #expect(wide.reduce(0, +) == 9_026 && wide.allSatisfy { $0 > 0 })
    }

    @Test func `the same document gives the same bytes`() {
        #expect(letter.bytes() == letter.bytes())
    }

    @Test func `any text at all gives a document that can be read`() throws {
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        for _ in 0..<50 {
            let scalars = (0..<40).compactMap { _ in Unicode.Scalar(UInt32(next() % 0x300)) }
            let text = String(String.UnicodeScalarView(scalars))
            let document = Document(title: text, blocks: [.paragraph(text), .bullets([text])], footer: text)
            _ = try words(try part("word/document.xml", of: document.bytes()))
        }
    }
}
