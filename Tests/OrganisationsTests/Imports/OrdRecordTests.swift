import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

/// One organisation's record, with its ties and successions.
struct OrdRecordTests {
    static let relation =
        #"{"Date":[{"Type":"Operational","Start":"2020-04-01"}],"Status":"Active","Target":{"OrgId":{"extension":"16C"}},"id":"RE4"}"#
    static let before =
        #"{"Type":"Predecessor","Date":[{"Type":"Legal","Start":"2013-04-01"}],"Target":{"OrgId":{"extension":"5D7"}}}"#

    static func record(rels: String = relation, succs: String = before, role: String = "RO177") -> String {
        #"{"Organisation":{"Name":"THE SURGERY","Date":[{"Type":"Operational","Start":"1974-04-01"}],"#
            + #""OrgId":{"root":"2.16","extension":"A81001"},"Status":"Active","LastChangeDate":"2026-07-01","#
            + #""GeoLoc":{"Location":{"PostCode":"TS18 1HU"}},"#
            + #""Roles":{"Role":[{"id":"\#(role)","primaryRole":true,"Status":"Active"},{"id":"RO76","Status":"Active"}]},"#
            + #""Rels":{"Rel":[\#(rels)]},"Succs":{"Succ":[\#(succs)]}}}"#
    }

    static func read(_ text: String) throws(Refusal) -> DirectoryReading {
        try OrdPagesFile.read(Array(text.utf8), named: "A81001.json")
    }

    @Test func `a record says what an organisation is, to whom it is tied and who came before it`() throws {
        let reading = try Self.read(Self.record())
        #expect(OrdPagesFile.recognises(Array(Self.record().utf8)))
        #expect(reading.rows.rowsRead == 3 && reading.rows.problems.isEmpty && reading.statedOn == day("2026-07-01"))
        let values = reading.rows.values.map(\.value)
        #expect(
            values[0].organisations[0].role == .generalPractice
                && values[0].organisations[0].opened == day("1974-04-01"))
        #expect(values[0].organisations[0].postcode == "TS18 1HU")
        #expect(
            values[1].relationships == [
                ListedRelationship(code("A81001"), .commissionedBy, code("16C"), start: day("2020-04-01"))
            ])
        #expect(values[2].succession?.predecessor == code("5D7") && values[2].succession?.successor == code("A81001"))
    }

    @Test(arguments: [
        (record(rels: relation.replacing("RE4", with: "RE6")), "unknown-relationship"),
        (record(rels: relation.replacing("16C", with: "?")), "unreadable-code"),
        (record(succs: before.replacing("Predecessor", with: "Heir")), "unknown-succession"),
        (record(succs: before.replacing("2013-04-01", with: "")), "blank"),
        (record(rels: relation.replacing(#""Start""#, with: #""End":"2019-01-01","Start""#)), "ends-before-it-begins"),
    ]) func `a tie or a succession at fault is refused, and the rest is kept`(text: String, problem: String) throws {
        let reading = try Self.read(text).rows
        #expect(reading.problems.map(\.code) == [problem] && reading.values.count == 2 && reading.rowsRead == 3)
    }

    @Test func `records one a line are read one after the other`() throws {
        let two = Self.record() + "\n" + Self.record().replacing("A81001", with: "A81002") + "\n"
        #expect(try Self.read(two).rows.values.map(\.row) == [1, 2, 3, 4, 5, 6])
    }
}
