import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Files

struct WorkbookTests {
    /// A workbook of one sheet from the inside of its `sheetData`.
    private func book(
        _ rows: String, workbook: String = "", shared: String = "", formats: String = "", state: String = ""
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ list: [(String, String, String)]) -> String {
            "<Relationships>"
                + list.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }.joined()
                + "</Relationships>"
        }
        let parts: [(String, String)] = [
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", relations([("r1", "officeDocument", "/xl/workbook.xml")])),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"\(office)\">\(workbook)<sheets><sheet name=\"A &amp; B\" \(state) r:id=\"r1\"/>"
                    + "<sheet name=\"Chart\" r:id=\"r4\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("r1", "worksheet", "worksheets/s.xml"), ("r2", "sharedStrings", "strings.xml"),
                    ("r3", "styles", "styles.xml"), ("r4", "chartsheet", "charts/c.xml"),
                ])
            ),
            ("xl/strings.xml", "<sst>\(shared)</sst>"),
            ("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>"),
            ("xl/worksheets/s.xml", "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData>\(rows)</x:sheetData></x:worksheet>"),
        ]
        return ZipFile.bytes(members: parts.map { ($0.0, Array($0.1.utf8)) })
    }

    private func sheet(_ bytes: [UInt8]) throws -> WorkbookSheet {
        let sheets = try Workbook.read(bytes, named: "book.xlsx")
        try #require(sheets.count == 1)
        return sheets[0]
    }

    @Test func `runs of a rich text are joined, and its phonetic guide is left out`() throws {
        let shared = """
            <si><t xml:space="preserve"> North </t></si><si><r><rPr><b/></rPr><t>East</t></r><r><t>_x000D_ &amp; \
            West</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si>
            """
        let rows = """
            <row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>
            """
        let sheet = try sheet(book(rows, shared: shared, state: "state=\"veryHidden\""))
        #expect(sheet.name == "A & B")
        #expect(sheet.isHidden)
        #expect(sheet.rows.map(\.number) == [3])
        #expect(sheet.rows[0].fields(3) == ["", " North ", "East\r & West"])
    }

    @Test func `each kind of cell is read as what it is`() throws {
        let rows = """
            <row><c><v>41666.669999999998</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><r><t>in</t></r><r><t>line\
            </t></r></is></c><c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="d"><v>2024-03-31T00:00:00</v></c><c/>\
            <c><v>1.25E-5</v></c><c><v>0012</v></c><c><v>1E+20</v></c><c><v>-0.30000000000000004</v></c></row>
            """
        let row = try sheet(book(rows)).rows[0]
        #expect(row.number == 1)
        #expect(row[0] == .number(41_666.669999999998, stored: "41666.669999999998"))
        #expect(
            row.fields(10) == [
                "41666.67", "TRUE", "inline", "made", "2024-03-31", "", "0.0000125", "0012", "100000000000000000000",
                "-0.3",
            ])
    }

    @Test func `an error and a formula without a result are problems at their cells`() throws {
        let rows = """
            <row r="7"><c r="AB7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="AC7"><f>A1</f></c></row>
            """
        let sheet = try sheet(book(rows))
        #expect(sheet.rows[0][27] == .error("#DIV/0!"))
        #expect(sheet.problems.map(\.code) == ["cell-error", "formula-without-result"])
        #expect(sheet.problems.map(\.row) == [7, 7])
        #expect(sheet.problems.map(\.column) == ["AB", "AC"])
        #expect(sheet.problems[0].explanation == "Cell AB7 holds the error #DIV/0!.")
    }

    @Test(arguments: [
        ("45382", "14", false, "2024-03-31"), ("45382.427083333336", "22", false, "2024-03-31T10:15:00"),
        ("0.5", "20", false, "12:00:00"), ("1.5", "46", false, "36:00:00"), ("59", "14", false, "1900-02-28"),
        ("61", "14", false, "1900-03-01"), ("1", "14", false, "1900-01-01"), ("0", "14", true, "1904-01-01"),
        ("43920", "14", true, "2024-03-31"), ("45382.999999", "14", false, "2024-04-01"),
        ("2958465", "14", false, "9999-12-31"), ("45382", "2", false, "45382"), ("45382", "164", false, "2024-03-31"),
    ])
    func `a number under a date format is a day`(stored: String, format: String, is1904: Bool, text: String) throws {
        let formats = """
            <numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
            """
        let rows = "<row><c s=\"1\"><v>\(stored)</v></c><c s=\"0\"><v>\(stored)</v></c></row>"
        let workbook = is1904 ? "<workbookPr date1904=\"1\"/>" : ""
        let row = try sheet(book(rows, workbook: workbook, formats: formats)).rows[0]
        #expect(row[0]?.text == text)
        #expect(row[1] == .number(Double(stored)!, stored: stored))
    }

    @Test(arguments: ["60", "-1", "2958466"])
    func `a number that stands for no day stays a number and is a problem`(stored: String) throws {
        let formats = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        let sheet = try sheet(book("<row><c s=\"0\"><v>\(stored)</v></c></row>", formats: formats))
        #expect(sheet.rows[0][0]?.text == stored)
        #expect(sheet.problems.map(\.code) == ["no-such-day"])
    }

    @Test(arguments: [
        ("General", CellFormats.Kind.number), ("#,##0.00", .number), ("\"days\" 0", .number), ("[Red]0.0", .number),
        ("0\\d", .number), ("0.00E+00", .number), ("_-* #,##0_-;[Red]-0", .number), ("yyyy-mm-dd", .day),
        ("d-mmm", .day), ("mm:ss.0", .day), ("[h]:mm", .elapsed), ("[$£-809]#,##0.00", .number), ("mmm\\-yy", .day),
    ])
    func `a format is told by its letters outside quotes and brackets`(code: String, kind: CellFormats.Kind) {
        #expect(CellFormats.kind(of: code) == kind)
    }

    @Test func `what is no workbook is refused, each with its reason`() throws {
        let good = book("<row><c><v>1</v></c></row>")
        let older: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let cases: [([UInt8], String)] = [
            (Array("A,B".utf8), "it is not an .xlsx file"), (older, "before 2007, or under a password"),
            (ZipFile.bytes(members: [("a.csv", [65])]), "_rels/.rels is missing"),
            (book("<row><c><v>1</v></c>"), "breaks off at line"),
            (book("<row r=\"2\"/><row r=\"1\"/>"), "row 1 stands after row 2"),
            (book("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>"), "cell A1 is out of order"),
            (book("<row><c t=\"s\"><v>9</v></c></row>"), "names a text that is not there"),
            (book("<row><c><v>1,5</v></c></row>"), "holds 1,5 where a number should be"),
            (Array(good.prefix(good.count / 2)), "is damaged or cut short"),
        ]
        for (bytes, reason) in cases {
            let found = refusal { _ = try Workbook.read(bytes, named: "book.xlsx") }
            #expect(found?.kind == .input)
            #expect(found?.sentence.contains(reason) == true, "\(found?.sentence ?? "read") should say \(reason)")
        }
    }

    @Test func `a workbook that declares entities is refused`() throws {
        let parts = try ZipReading(ZipSource(book("")), name: "b")
        let evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sst><si><t>&e;</t></si></sst>"
        let members = try parts.paths.map { path in
            (path, path == "xl/strings.xml" ? Array(evil.utf8) : try parts.bytes(of: path, limit: 1 << 20) ?? [])
        }
        let found = refusal { _ = try Workbook.read(ZipFile.bytes(members: members), named: "b.xlsx") }
        #expect(found?.sentence.contains("xl/strings.xml is not in a form") == true)
    }

    @Test func `a sheet with more cells than the limit is refused`() {
        let rows = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
        let limits = Workbook.Limits(cellsPerSheet: 2)
        let found = refusal { _ = try Workbook.read(book(rows), named: "b.xlsx", limits: limits) }
        #expect(found?.code == "sheet-too-large")
        let small = Workbook.Limits(bytesPerPart: 50)
        #expect(refusal { _ = try Workbook.read(book(rows), named: "b.xlsx", limits: small) }?.code == "file-too-large")
    }

    @Test func `a part of more than ten million bytes is read to its end`() throws {
        let long = String(repeating: "x", count: 30_000)
        let cells = (0..<400).map { _ in "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>" }.joined()
        #expect(try sheet(book(cells)).rows.count == 400)
    }

    @Test func `letters name columns, there and back`() {
        for (column, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            #expect(WorkbookCell.letters(of: column) == letters)
            #expect(WorkbookCell.place("\(letters)9")?.column == column)
        }
        #expect(WorkbookCell.place("9A") == nil)
        #expect(WorkbookCell.place("A") == nil)
    }

    @Test(
        .enabled(if: SharedData.has("data/ods/ePCN_2026-02.xlsx"), "the real data are not here"),
        arguments: [
            ("data/ods/ePCN_2026-02.xlsx", 2, 0, 91_366), ("data/ods/ePCN_2023-01.xlsx", 2, 0, 88_154),
            ("data/dental_statistics/Black_Country_dental_list_Oct2022.xlsx", 3, 0, 10_440),
            ("data/dental_statistics/Hospital_teeth_extractions_2018_to_2021.xlsx", 20, 3, 64_662),
            ("data/dental_statistics/nhs-dent-stat-eng-18-19-anx2.xlsx", 9, 0, 16_905),
            ("data/nhs_allocations/nhs_allocations_2023_2025.xlsx", 10, 0, 7_060),
        ])
    func `a published workbook is read whole`(path: String, sheets: Int, hidden: Int, cells: Int) throws {
        let name = SharedData.url(path).lastPathComponent
        let read = try Workbook.read(try SharedData.bytes(path), named: name)
        #expect(read.count == sheets)
        #expect(read.count { $0.isHidden } == hidden)
        #expect(read.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.cells.count } } == cells)
        #expect(read.allSatisfy { $0.problems.isEmpty })
    }

    @Test(.enabled(if: SharedData.has("data/ods/ePCN_2026-02.xlsx"), "the real data are not here"))
    func `the list of primary care networks has the rows that its README states`() throws {
        let path = "data/ods/ePCN_2026-02.xlsx"
        let sheets = try Workbook.read(try SharedData.bytes(path), named: "ePCN_2026-02.xlsx")
        #expect(sheets.map(\.name) == ["PCNDetails", "PCN Core Partner Details"])
        #expect(sheets.map(\.rows.count) == [1_367, 7_706])
        #expect(sheets.map(\.width) == [12, 11])
        #expect(sheets.allSatisfy { $0.rows.map(\.number) == Array(1...$0.rows.count) })
    }
}
