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
}
