import Tabular
import Testing
import Vocabulary

/// One table at every door.
struct TableWritingTests {
    private var table: Table {
        var table = Table(
            key: "positions", caption: "Positions, December 2023",
            columns: [
                .init("provider", "Provider", isPersonal: true), .init("contractValuePence", "Contract value"),
                .init("delivered", "UDAs delivered"), .init("share", "Share of target"), .init("month", "Data to"),
                .init("isFlagged", "Flagged"),
            ],
            notes: ["Data to December 2023."])
        table.append([
            .text("Smith, \"Jo\""), .money(Money(pence: 123_456)), .units(Units(hundredths: 159_260)),
            .share(Share(974, of: 1_000)!), .month(Month("2023-12")!), .flag(true),
        ])
        table.append([
            .text("=HYPERLINK(1)"), .money(Money(pence: -5)), .absent("no claims"), .absent("no target"),
            .month(Month("2023-12")!), .flag(false),
        ])
        return table
    }

    @Test func `CSV has keys above, whole pence, and no formula`() {
        #expect(
            table.csv == """
                provider,contractValuePence,delivered,share,month,isFlagged
                "Smith, ""Jo\""",123456,1592.6,97.4,2023-12,true
                '=HYPERLINK(1),-5,,,2023-12,false

                """)
    }

    @Test(arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx"])
    func `text that could be a formula is made harmless, numbers are left alone`(text: String) {
        var table = Table(key: "k", caption: "c", columns: [.init("a", "A"), .init("b", "B")])
        table.append([.text(text), .count(-1)])
        #expect(table.csv.contains("'" + text))
        #expect(table.csv.contains(",-1\n"))
    }

    @Test func `what is written as CSV is read back`() throws {
        var reader = try RowReader(Array(table.csv.utf8), named: "a.csv")
        #expect(reader.header == table.columns.map(\.key))
        let isThere = reader.next()
        #expect(isThere)
        #expect(reader.text(at: 0) == "Smith, \"Jo\"")
        #expect(reader.whole(at: 1) == 123_456)
    }

    @Test func `JSON has the rows under the table's key and null for what is absent`() {
        let rows = table.json["positions"]
        guard case .list(let list)? = rows else {
            Issue.record("no rows")
            return
        }
        #expect(list[0]["contractValuePence"] == 123_456)
        #expect(list[0]["share"] == .decimal(97.4))
        #expect(list[1]["delivered"] == .null)
        #expect(table.json["caption"] == "Positions, December 2023")
        #expect(table.json["notes"] == ["Data to December 2023."])
    }

    @Test func `text has aligned columns, numbers to the right`() {
        #expect(
            table.text(width: 100) == """
                Positions, December 2023

                                Contract       UDAs   Share of
                Provider           value  delivered     target  Data to  Flagged
                ─────────────  ─────────  ─────────  ─────────  ───────  ───────
                Smith, "Jo"    £1,234.56    1,592.6     97.4 %  2023-12  yes
                =HYPERLINK(1)     −£0.05  no claims  no target  2023-12  no

                Data to December 2023.

                """)
    }

    @Test(arguments: [40, 80, 100, 120])
    func `no line is wider than it may be`(width: Int) {
        var table = Table(
            key: "k", caption: "c", columns: (0..<9).map { .init("c\($0)", "Some long title number \($0)") })
        table.append((0..<9).map { .text(String(repeating: "word ", count: 4 + $0)) })
        for line in table.text(width: width).split(separator: "\n") { #expect(line.count <= width) }
    }

    @Test func `an empty table says so`() {
        #expect(Table(key: "k", caption: "c", columns: [.init("a", "A")]).text().contains("(none)"))
    }
}
