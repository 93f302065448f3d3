import Organisations
import Testing
import Vocabulary

struct SearchOrganisationsTests {
    private let book = OrganisationBook(
        organisations: [
            OrganisationBookTests.listed("THE DENSHAM SURGERY", "A81001", statedOn: "2024-01-01"),
            OrganisationBookTests.listed("OLD DENSHAM SURGERY", "A81999", closed: "2013-03-31", statedOn: "2024-01-01"),
            .init(
                ListedOrganisation(
                    code: code("V00003"), name: "CRABTREE ROAD", role: .dentalPractice, postcode: "RH11 7HL"),
                statedOn: nil, source: "egdpprac"),
        ], relationships: [], successions: [])

    private func found(_ words: String, role: OrganisationRole? = nil) -> [String] {
        book.search(words, role: role, on: day("2024-06-01")).map(\.description)
    }

    @Test func `every word must be found, in any order and either case; the open come first`() {
        #expect(found("surgery densham") == ["A81001", "A81999"])
        #expect(found("densham crabtree").isEmpty && found(" ").isEmpty)
    }

    @Test func `codes, postcodes and roles find too`() {
        #expect(found("a81999") == ["A81999"] && found("RH11") == ["V00003"] && found("rh117hl") == ["V00003"])
        #expect(found("a81", role: .dentalPractice).isEmpty)
        #expect(found("Hertfordshire West").contains("QM7"))
    }

    @Test func `the boards of one file's practices are those of that file alone`() {
        let book = OrganisationBook(
            organisations: [
                .init(
                    ListedOrganisation(code: code("P1"), name: "One", role: .generalPractice), statedOn: nil,
                    source: "a"),
                .init(ListedOrganisation(code: code("15E"), name: "Two", role: .subICB), statedOn: nil, source: "a"),
            ],
            relationships: [
                .init(ListedRelationship(code("P1"), .inGeographyOf, code("QHL")), statedOn: nil, source: "a"),
                .init(ListedRelationship(code("P1"), .inGeographyOf, code("QUA")), statedOn: nil, source: "b"),
                .init(ListedRelationship(code("15E"), .inGeographyOf, code("QHL")), statedOn: nil, source: "a"),
            ], successions: [])
        #expect(book.boardsOfPractices(in: "a") == [code("P1"): code("QHL")])
        #expect(book.boardsOfPractices(in: "b").isEmpty)
    }
}
