import Organisations
import Tabular
import Testing
import Vocabulary

struct OrganisationTablesTests {
    private let book = OrganisationBook(
        organisations: [
            .init(
                ListedOrganisation(
                    code: code("A81001"), name: "THE SURGERY", role: .generalPractice, status: .active,
                    opened: day("1974-04-01"), postcode: "TS18 1HU"), statedOn: day("2023-12-04"),
                source: "epraccur.csv")
        ],
        relationships: [
            FindParentTests.tie("A81001", .commissionedBy, "16C", start: "2020-04-01", statedOn: "2023-12-04"),
            FindParentTests.tie("16C", .inGeographyOf, "QHM", statedOn: "2023-12-04"),
        ],
        successions: [
            Succession(predecessor: code("00K"), successor: code("16C"), day: day("2020-04-01"), isDerived: false)
        ])

    private func tables(_ on: String) -> OrganisationTables { OrganisationTables(book, on: day(on)) }

    private func values(_ table: Table?, _ fact: String) -> [String] {
        (table?.rows ?? []).filter { $0[0] == .text(fact) }.map { $0[1].shown + " / " + $0[2].shown }
    }

    @Test func `a profile says what is known, and a code that nobody lists has none`() {
        let profile = tables("2023-06-01").profile(of: code("A81001"))
        #expect(values(profile, "Name") == ["THE SURGERY / –"] && values(profile, "Is a") == ["GP practice / RO76"])
        #expect(values(profile, "Commissioned by") == ["no file lists it / 16C"])
        #expect(values(profile, "Board") == ["North East and North Cumbria ICB / QHM"])
        #expect(values(tables("2023-06-01").profile(of: code("16C")), "Came after") == ["no file lists it / 00K"])
        #expect(tables("2023-06-01").profile(of: code("ZZZ")) == nil)
    }

    @Test func `a board that was split says so`() {
        let profile = tables("2026-07-01").profile(of: code("QM7"))
        #expect(values(profile, "Went in part to").map { $0.suffix(5) } == ["D7T5G", "S1Y5D"])
        #expect(values(profile, "On this day") == ["closed / –"])
    }

    @Test func `a history has its events in the order of days`() {
        let events = tables("2024-01-01").history(of: code("A81001")).rows.map { $0[1].shown }
        #expect(events == ["opened", "is commissioned by", "listed as GP practice"])
        let board = tables("2026-07-01").history(of: code("QM7")).rows.map { $0[1].shown }
        #expect(board == ["begins to stand", "no longer stands", "went in part to", "went in part to"])
    }

    @Test func `a tree goes down to its depth and counts what lies below`() {
        let tree = tables("2024-01-01").tree(of: code("QHM"), depth: 2)
        #expect(tree.rows.map { $0[1].shown } == ["QHM", "  16C", "    A81001"])
        #expect(tree.rows.map { $0[5].shown } == ["1", "1", "0"])
        #expect(tables("2024-01-01").tree(of: code("QHM"), depth: 1).rows.count == 2)
    }

    @Test func `a list says where each stands`() {
        let list = tables("2024-01-01").list([code("A81001")], caption: "Found")
        #expect(list.rows[0].map(\.shown).prefix(4) == ["A81001", "THE SURGERY", "GP practice", "open"])
    }
}
