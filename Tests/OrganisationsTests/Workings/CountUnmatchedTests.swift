import Organisations
import Testing
import Vocabulary

struct CountUnmatchedTests {
    @Test func `codes that no file lists are counted and listed at each join`() {
        let book = OrganisationBook(
            organisations: [
                .init(
                    ListedOrganisation(code: code("P1"), name: "One", role: .generalPractice), statedOn: nil,
                    source: "list.csv")
            ],
            relationships: [
                .init(ListedRelationship(code("P1"), .commissionedBy, code("15E")), statedOn: nil, source: "map.csv"),
                .init(ListedRelationship(code("P2"), .commissionedBy, code("QHL")), statedOn: nil, source: "map.csv"),
            ], successions: [])
        let joins = Dictionary(uniqueKeysWithValues: book.joins().map { ($0.name, $0) })
        #expect(joins["who is commissioned by"]?.unmatched == ["P2"])
        #expect(joins["what each is commissioned by"]?.unmatched == ["15E"])
        #expect(joins["what each is commissioned by"]?.matched == 1)
    }

    @Test func `codes of lookups and of trusts' shares are looked for too, those of areas among areas' own`() {
        let book = OrganisationBook(
            organisations: [
                .init(
                    ListedOrganisation(
                        code: code("QHM"), name: "Board", role: .integratedCareBoard, onsCode: code("E54000050")),
                    statedOn: nil, source: "map.csv")
            ], relationships: [], successions: [],
            lookedFor: [
                .init(name: "boards of small areas", source: "l.csv", codes: ["QHM", "QXX"], isOfAreas: false),
                .init(name: "boards of shares", source: "t.csv", codes: ["E54000050", "E54000001"], isOfAreas: true),
            ], countedJoins: [Join(name: "small areas", source: "l.csv", codes: 9, unmatched: ["W01000001"])])
        let joins = Dictionary(uniqueKeysWithValues: book.joins().map { ($0.name, $0.unmatched) })
        #expect(joins["small areas"] == ["W01000001"])
        #expect(joins["boards of small areas"] == ["QXX"] && joins["boards of shares"] == ["E54000001"])
    }
}
