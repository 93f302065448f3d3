import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct OrdPagesFileTests {
    static func item(
        _ code: String, name: String = "A DENTIST", status: String = "Active", role: String = "RO110",
        changed: String = "2026-04-01"
    ) -> String {
        #"{"Name":"\#(name)","OrgId":"\#(code)","Status":"\#(status)","PostCode":"B1 1AA","LastChangeDate":"\#(changed)","#
            + #""PrimaryRoleId":"\#(role)"}"#
    }

    static func page(_ items: String...) -> String { #"{"Organisations":[\#(items.joined(separator: ","))]}"# }

    static func read(_ text: String) throws(Refusal) -> DirectoryReading {
        try OrdPagesFile.read(Array(text.utf8), named: "pages.jsonl")
    }

    @Test func `one page and one page a line are read alike, and rows go on through pages`() throws {
        let reading = try Self.read(
            Self.page(Self.item("V1"), Self.item("V2")) + "\n" + Self.page(Self.item("V3")) + "\n")
        #expect(reading.rows.values.map(\.row) == [1, 2, 3] && reading.statedOn == day("2026-04-01"))
        #expect(try Self.read(Self.page(Self.item("V1"))).rows.values.count == 1)
        #expect(OrdPagesFile.recognises(Array(Self.page().utf8)) && !OrdPagesFile.recognises(Array("{}".utf8)))
    }

    @Test(arguments: [
        (item("V-1"), "unreadable-code"), (item("V2", name: " "), "blank"), (item("V2", role: "RO1"), "unknown-role"),
        (item("V2", status: "?"), "unknown-status"), (item("V2", changed: "1/4/26"), "unreadable-day"),
        (item("V1"), "duplicate-row"),
    ]) func `an organisation at fault is refused`(item: String, problem: String) throws {
        let reading = try Self.read(Self.page(Self.item("V1"), item)).rows
        #expect(reading.problems.map(\.code) == [problem] && reading.values.count == 1 && reading.rowsRead == 2)
    }

    @Test(arguments: [
        (#"{"Organisation":{}}"#, "not-this-layout"), (page(), "no-data-rows"),
        (page(item("V1", name: "9434765919")), "patient-identifying"),
    ]) func `what is no list of organisations is refused whole`(text: String, refusal: String) {
        let refused1 = refusalCode { try Self.read(text) }
        #expect(refused1 == refusal)
    }

    @Test(
        .enabled(if: SharedData.has("data/ods"), "the pages are not here"),
        arguments: [("ord_RO110_dental_active_pages.jsonl.gz", 9_779), ("ord_RO110_page1_raw.json", 1_000)])
    func `every organisation of the published pages is kept`(file: String, rows: Int) throws {
        let reading = try OrdPagesFile.read(SharedData.unpacked("data/ods/\(file)"), named: file).rows
        #expect(reading.rowsRead == rows && reading.values.count == rows && reading.problems.isEmpty)
    }
}
