import Tabular
import Testing
import Vocabulary

@testable import Files

struct FormTests {
    private let form = WorkbookForm(
        title: "Scores of lay-1",
        facts: [.init("Round", "teeth"), .init("Member", "lay-1")],
        instructions: ["Score alone."],
        sheets: [
            FormSheet(
                name: "Scores",
                columns: [
                    .init("Option", width: 20, isOpen: false),
                    .init("Kind", width: 10, allowed: .list(["Invest", "Stop"])),
                    .init("Score", width: 10, hint: "On the scale."),
                    .init("Cost (£)", width: 10), .init("From", width: 12),
                ],
                rows: [
                    [
                        .text("=varnish"), .text("Invest"), .init(.number(7.5), allowed: .decimal(from: 0, to: 10)),
                        .init(.money(Money(pence: 125_050))), .init(.day(Day("2026-04-01")!)),
                    ]
                ], openRows: 3)
        ])

    @Test func `a form that is written and read again has its facts and its cells`() throws {
        let returned = try ReturnedForm(returned: try WorkbookFile.bytes(form: form), named: "back.xlsx")
        #expect(returned.fact("Round") == "teeth" && returned.fact("Member") == "lay-1")
        #expect(returned.fact("State") == nil)
        let sheet = try #require(returned.sheet("scores"))
        #expect(sheet.rows.map(\.number) == [1, 2])
        #expect(sheet.rows[1].cells == ["=varnish", "Invest", "7.5", "1250.5", "2026-04-01"])
        #expect(sheet.merged == [] && sheet.problems == [])
    }

    @Test func `the same form gives the same bytes`() throws {
        #expect(try WorkbookFile.bytes(form: form) == WorkbookFile.bytes(form: form))
    }

    @Test func `what is not the sender's is locked, what is theirs is open, lists and limits are in the file`() throws {
        let zip = try ZipReading(ZipSource(try WorkbookFile.bytes(form: form)), name: "f.xlsx")
        let part = try #require(try zip.bytes(of: "xl/worksheets/sheet2.xml", limit: 1 << 20))
        let text = String(decoding: part, as: UTF8.self)
        #expect(text.contains("<sheetProtection"))
        #expect(text.contains("ySplit=\"1\""))
        #expect(text.contains("\"Invest,Stop\"") && text.contains("type=\"decimal\""))
        let styles = try #require(try zip.bytes(of: "xl/styles.xml", limit: 1 << 20))
        #expect(String(decoding: styles, as: UTF8.self).contains("locked=\"0\""))
    }

    @Test func `a row is as tall as its words need, and one of a line is left to grow`() throws {
        var long = form
        long.sheets[0].rows.append([
            .text("What the scale means: 0 nothing, 5 a clear gain for some, 10 a clear gain for many."),
            .blank, .blank, .blank, .blank,
        ])
        long.instructions.append(String(repeating: "Score alone, before you hear what others think. ", count: 4))
        let zip = try ZipReading(ZipSource(try WorkbookFile.bytes(form: long)), name: "f.xlsx")
        func heights(_ sheet: Int) throws -> [String: Double] {
            let part = try #require(try zip.bytes(of: "xl/worksheets/sheet\(sheet).xml", limit: 1 << 20))
            let rows = String(decoding: part, as: UTF8.self).matches(of: /<row r="(\d+)"[^>]* ht="([0-9.]+)"/)
            return Dictionary(uniqueKeysWithValues: rows.map { (String($0.1), Double($0.2) ?? 0) })
        }
        #expect(try heights(2) == ["3": 75])
        let first = try heights(1).filter { $0.key != "1" }
        #expect(first.count == 1 && first.values.first == 45, "\(first)")
    }

    @Test func `no two validations touch the same cell`() throws {
        let zip = try ZipReading(ZipSource(try WorkbookFile.bytes(form: form)), name: "f.xlsx")
        let part = try #require(try zip.bytes(of: "xl/worksheets/sheet2.xml", limit: 1 << 20))
        let areas = String(decoding: part, as: UTF8.self).matches(of: /sqref="([A-Z0-9:]+)"/).map { String($0.1) }
        // Kind in all four rows; Score in the row with limits of its own, and in the three open ones.
        #expect(areas.filter { $0 != "A2" }.sorted() == ["B2:B5", "C2", "C3:C5"])
    }

    @Test func `delimited text comes back as one sheet without facts`() throws {
        let returned = try ReturnedForm(returned: Array("Option,Score\nvarnish,7\n".utf8), named: "lay-1.csv")
        #expect(returned.isText && returned.fact("Round") == nil)
        #expect(returned.sheet("anything")?.rows.map(\.cells) == [["Option", "Score"], ["varnish", "7"]])
    }

    @Test func `an OpenDocument sheet and an older workbook are refused by name`() throws {
        let ods = ZipFile.bytes(members: [
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)), ("content.xml", [60]),
        ])
        let refusal = #expect(throws: Refusal.self) { try ReturnedForm(returned: ods, named: "back.ods") }
        #expect(refusal?.sentence.contains("OpenDocument") == true)
        let older: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
        let second = #expect(throws: Refusal.self) { try ReturnedForm(returned: older, named: "back.xls") }
        #expect(second?.sentence.contains("before 2007") == true)
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13]
        #expect(throws: Refusal.self) { try ReturnedForm(returned: picture, named: "photo.png") }
    }
}
