import Foundation
import Tabular
import Testing
import Vocabulary

@testable import Files

struct WorkbookFileTests {
    private let table = Table(
        key: "movableMoney", caption: "Movable money by contract",
        columns: [
            .init("provider", "Provider"), .init("contract", "Contract"), .init("valuePence", "Value"),
            .init("target", "Target UDAs"), .init("share", "Delivered"), .init("rate", "Rate"), .init("end", "Ends"),
            .init("month", "Month"), .init("held", "Held"), .init("patients", "Patients"),
        ],
        rows: [
            [
                .text("=1+1 & <Smile> \"Ltd\""), .link("0012345678", path: "/contracts/0012345678"),
                .money(Money(pence: 41_666_716)), .units(Units(hundredths: 1_914_575)),
                .share(Share(974, of: 1_000)!), .number(28.5, places: 2), .day(Day("2024-02-29")!),
                .month(Month("2024-03")!), .flag(true), .count(12_345),
            ],
            [
                .text("+44 20\ttab\nline _x0041_"), .text("001"), .money(Money(pence: -5)),
                .units(Units(hundredths: -75)), .absent("no target"), .number(.nan, places: 1),
                .day(Day("1899-12-31")!), .absent("suppressed"), .flag(false), .count(-3),
            ],
            [
                .text("\u{1}bell\u{7}"), .text(""), .money(Money(pence: 0)), .units(Units(19_145)),
                .share(Share(1, of: 3)!), .number(-1e-7, places: 8), .day(Day("1900-03-01")!),
                .month(Month("2016-04")!), .flag(true), .count(0),
            ],
        ],
        notes: ["Data to March 2025.", "=HYPERLINK(\"x\")"])

    private func readBack(_ tables: [Table]) throws -> [WorkbookSheet] {
        try Workbook.read(try WorkbookFile.bytes(tables, title: "Test"), named: "test.xlsx")
    }

    @Test func `every cell comes back as what it was`() throws {
        let sheets = try readBack([table])
        #expect(sheets.map(\.name) == ["Movable money"])
        #expect(sheets[0].problems.isEmpty)
        let rows = sheets[0].rows
        #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 7, 8])
        #expect(rows[0][0] == .text("Movable money by contract"))
        #expect(rows[1].fields(10) == table.columns.map(\.title))
        #expect(rows[2][0] == .text("=1+1 & <Smile> \"Ltd\""))
        #expect(rows[2][1] == .text("0012345678"))
        #expect(rows[3][0] == .text("+44 20\ttab\nline _x0041_"))
        #expect(rows[3][4] == .text("no target"))
        #expect(rows[4][0] == .text("bell"))
        #expect(rows[4][1] == nil)
        #expect(rows[5][0] == .text("Data to March 2025."))
        #expect(rows[6][0] == .text("=HYPERLINK(\"x\")"))
        let expected = [
            ["416667.16", "19145.75", "0.974", "28.5", "2024-02-29", "2024-03-01", "Yes", "12345"],
            ["-0.05", "-0.75", "no target", "not a number", "1899-12-31", "suppressed", "No", "-3"],
            ["0", "19145", "0.333333333333333", "-0.0000001", "1900-03-01", "2016-04-01", "Yes", "0"],
        ]
        for (row, fields) in expected.enumerated() { #expect(Array(rows[row + 2].fields(10)[2...]) == fields) }
    }

    @Test func `the workbook has its formats, filter, frozen header and title, and no formula`() throws {
        let zip = try ZipReading(ZipSource(try WorkbookFile.bytes([table], title: "Positions & more")), name: "t")
        func part(_ path: String) throws -> String {
            String(decoding: try zip.bytes(of: path, limit: 1 << 20) ?? [], as: UTF8.self)
        }
        let sheet = try part("xl/worksheets/sheet1.xml")
        #expect(sheet.contains("<autoFilter ref=\"A2:J5\"/>"))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(!sheet.contains("<f>"))
        #expect(try part("xl/styles.xml").contains("formatCode=\"£#,##0.00\""))
        #expect(try part("docProps/core.xml").contains("<dc:title>Positions &amp; more</dc:title>"))
    }

    @Test func `the same tables give the same bytes`() throws {
        #expect(try WorkbookFile.bytes([table], title: "T") == WorkbookFile.bytes([table], title: "T"))
    }

    @Test func `random tables come back as they were`() throws {
        for seed in 1...8 {
            var generator = Seeded(state: UInt64(seed))
            var table = Table(key: "k\(seed)", caption: "Seed \(seed)", columns: [.init("a", "A"), .init("b", "B")])
            for _ in 0..<50 {
                let pence = Int(truncatingIfNeeded: generator.next() % 10_000_000_000_000)
                let day = Day(number: Int(generator.next() % 60_000) - 20_000)
                table.append([.money(Money(pence: pence)), .day(day)])
            }
            let rows = try readBack([table])[0].rows.dropFirst(2)
            for (row, cells) in zip(rows, table.rows) {
                guard case .money(let money) = cells[0], case .day(let day) = cells[1] else { continue }
                #expect(row[0].flatMap { FixedMoney.pence($0.text) } == money.pence, "seed \(seed)")
                #expect(row[1] == .day(day.description), "seed \(seed)")
            }
        }
    }

    @Test func `a large table, written row by row, holds the same as a small one`() throws {
        let large = try WorkbookFile.bytes([table, table], title: "T", cellsInMemory: 3)
        let small = try WorkbookFile.bytes([table, table], title: "T", cellsInMemory: 1_000)
        #expect(large != small)
        let sheets = try Workbook.read(large, named: "large.xlsx")
        for (one, other) in zip(sheets, try Workbook.read(small, named: "small.xlsx")) {
            #expect(one.name == other.name)
            #expect(one.rows == other.rows)
        }
    }

    @Test(arguments: [
        ("a/b[c]:d*?\\e", "A b c  d   e"), ("", "Sheet"), ("'''", "Sheet"), ("history", "History (2)"),
        ("thisKeyIsFarTooLongToBeASheetName", "This key is far too long to be"),
    ])
    func `a sheet's name keeps Excel's rules`(key: String, name: String) {
        #expect(SheetName.names(for: [key])[0] == name)
    }

    @Test func `two sheets never share a name, whatever the case`() throws {
        #expect(SheetName.names(for: ["a", "A", "a"]) == ["A", "A (2)", "A (3)"])
        #expect(try readBack([table, table]).map(\.name) == ["Movable money", "Movable money (2)"])
    }

    @Test func `a table that no sheet holds, and a text that no cell holds, are refused`() {
        let tall = Table(
            key: "t", caption: "Tall", columns: [.init("a", "A")],
            rows: Array(repeating: [.count(1)], count: WorkbookFile.rowLimit - 2))
        #expect(refusal { _ = try WorkbookFile.bytes([tall], title: "") }?.code == "table-too-large")
        let long = Table(
            key: "t", caption: "Long", columns: [.init("a", "A")],
            rows: [[.text(String(repeating: "é", count: 32_768))]])
        #expect(refusal { _ = try WorkbookFile.bytes([long], title: "") }?.code == "text-too-long")
    }

    @Test func `a folder or a missing folder in the target's place is refused, and nothing is left`() throws {
        let scratch = try Scratch()
        let onFolder = refusal { try WorkbookFile.write([table], title: "T", to: scratch.url.path, replacing: true) }
        #expect(onFolder?.code == "file-is-folder")
        let missing = scratch.path("no/such/t.xlsx")
        #expect(refusal { try WorkbookFile.write([table], title: "T", to: missing) }?.code == "folder-missing")
        try WorkbookFile.write([table], title: "T", to: scratch.path("t.xlsx"))
        #expect(
            refusal { try WorkbookFile.write([table], title: "T", to: scratch.path("t.xlsx")) }?.code == "file-exists")
        #expect(scratch.names == ["t.xlsx"])
    }
}

/// Reads `1234.5` as pence, for comparison.
private enum FixedMoney {
    static func pence(_ text: String) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let pounds = Int(parts[0]), parts.count <= 2 else { return nil }
        let rest = parts.count == 2 ? String(parts[1]) : ""
        guard rest.count <= 2, let pence = Int(rest + String(repeating: "0", count: 2 - rest.count)) else { return nil }
        return pounds * 100 + pence
    }
}

private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11
    }
}
