import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct PrimaryCareNetworksFileTests {
    static let networks = [
        "PCN Code", "PCN Name", "Current Sub ICB Loc Code", "Sub ICB Location", "Open Date", "Close Date",
        "Address Line 1", "Postcode",
    ]
    static let partners = [
        "Partner\nOrganisation\nCode", "Partner\nName", "Practice\nParent\nSub ICB Loc Code",
        "Practice\nParent\nSub ICB Loc Name", "PCN Code", "PCN Name", "PCN Parent\nSub ICB Loc Code",
        "PCN Parent\nSub ICB Loc Name", "Practice to PCN\nRelationship\nStart Date",
        "Practice to PCN\nRelationship\nEnd Date",
    ]

    static func sheet(_ name: String, _ rows: [[String]]) throws(Refusal) -> Sheet {
        try Sheet(name: name, rows: rows.enumerated().map { Sheet.Row(number: $0.offset + 1, cells: $0.element) })
    }

    static func network(_ code: String, opened: String = "20191001", closed: String = "") -> [String] {
        [code, "A PCN", "36L", "NHS B - 36L", opened, closed, "HOUSE", "SW17 0RT"]
    }

    static func partner(_ practice: String, start: String = "20191001", end: String = "") -> [String] {
        [practice, "SURGERY", "16C", "NHS C - 16C", "U1", "A PCN", "16C", "NHS C - 16C", start, end]
    }

    static func read(
        _ details: [[String]], _ members: [[String]], header: [String] = networks
    ) throws(Refusal) -> DirectoryReading {
        try PrimaryCareNetworksFile.read(
            [try sheet("PCNDetails", [header] + details), try sheet("Partners", [partners] + members)],
            named: "ePCN.xlsx")
    }

    @Test func `networks and partners are read from titles with line breaks`() throws {
        let reading = try Self.read(
            [Self.network("U1")], [Self.partner("A81001"), Self.partner("A81002", end: "20210331")])
        let values = reading.rows.values.map(\.value)
        #expect(values[0].organisations.map(\.role) == [.primaryCareNetwork, .subICB])
        #expect(
            values[2].relationships[0]
                == ListedRelationship(
                    code("A81002"), .partnerOf, code("U1"), start: day("2019-10-01"), end: day("2021-03-31")))
        #expect(reading.rows.rowsRead == 3 && reading.rows.values.map(\.row) == [2, 2, 3])
    }

    @Test(arguments: [
        ([network("U-1")], [partner("A1")], "unreadable-code", "networks: PCN Code"),
        ([network("U1", closed: "x")], [partner("A1")], "unreadable-day", "networks: Close Date"),
        ([network("U1", closed: "20180101")], [partner("A1")], "ends-before-it-begins", "networks: Close Date"),
        ([network("U1")], [partner("")], "blank", "partners: Partner\nOrganisation\nCode"),
        ([network("U1")], [partner("A1"), partner("A1")], "duplicate-row", "partners"),
    ]) func `a row at fault is refused under its sheet`(
        details: [[String]], members: [[String]], problem: String, column: String
    ) throws {
        let reading = try Self.read(details, members).rows
        let refused = reading.problems.filter { $0.effect == .refused }
        #expect(refused.map(\.code) == [problem] && refused.map(\.column) == [column])
        #expect(reading.rowsRead == reading.values.count + 1)
    }

    @Test func `a header that has moved by a row is refused, never read wrongly`() {
        let moved = ["Primary care networks", "", "", "", "", "", "", ""]
        let refused1 = refusalCode {
            try Self.read([Self.networks, Self.network("U1")], [Self.partner("A1")], header: moved)
        }
        #expect(refused1 == "not-this-layout")
    }
}
