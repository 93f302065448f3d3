import Organisations
import Testing
import Vocabulary

struct FindParentTests {
    static func tie(
        _ from: String, _ kind: ListedRelationship.Kind, _ to: String, start: String? = nil, end: String? = nil,
        statedOn: String?
    ) -> OrganisationBook.Stated<ListedRelationship> {
        .init(
            ListedRelationship(code(from), kind, code(to), start: start.map(day), end: end.map(day)),
            statedOn: statedOn.map(day), source: statedOn ?? "undated")
    }

    static func book(_ ties: OrganisationBook.Stated<ListedRelationship>...) -> OrganisationBook {
        OrganisationBook(organisations: [], relationships: ties, successions: [])
    }

    @Test func `a practice is under the board that its latest file says, while that board stands`() {
        let book = Self.book(
            Self.tie("P1", .inGeographyOf, "QRV", statedOn: "2023-12-04"),
            Self.tie("P1", .inGeographyOf, "Z9B2Z", statedOn: "2026-07-01"))
        let before = book.board(of: code("P1"), on: day("2024-01-01"))
        #expect(before?.target == code("QRV") && before?.basis == .listed(on: day("2023-12-04")))
        // North West London ended on 1 April 2026, and no file of between says what came then.
        #expect(book.board(of: code("P1"), on: day("2026-03-31"))?.target == code("QRV"))
        let after = book.board(of: code("P1"), on: day("2026-04-01"))
        #expect(after?.target == code("Z9B2Z") && after?.basis == .listedLater(on: day("2026-07-01")))
    }

    @Test func `without a later file the tie is said to be outdated`() {
        let book = Self.book(Self.tie("P1", .inGeographyOf, "QRV", statedOn: "2023-12-04"))
        #expect(book.board(of: code("P1"), on: day("2026-05-01"))?.basis == .outdated(on: day("2023-12-04")))
    }

    @Test func `days that a file gives go before what others list`() {
        let book = Self.book(
            Self.tie("P1", .commissionedBy, "00K", start: "2013-04-01", end: "2020-03-31", statedOn: "2023-12-04"),
            Self.tie("P1", .commissionedBy, "16C", start: "2020-04-01", statedOn: "2023-12-04"))
        #expect(book.parent(of: code("P1"), on: day("2020-03-31"))?.target == code("00K"))
        let later = book.parent(of: code("P1"), on: day("2021-01-01"))
        #expect(later?.target == code("16C") && later?.basis == .stated)
        #expect(book.parent(of: code("P1"), on: day("2024-06-01"))?.basis == .listed(on: day("2023-12-04")))
        #expect(book.parent(of: code("P1"), on: day("2012-01-01")) == nil)
    }

    @Test func `a practice's board is also that of its commissioner, and boards lie in their regions`() {
        let book = Self.book(
            Self.tie("P1", .commissionedBy, "15E", statedOn: "2024-01-01"),
            Self.tie("15E", .inGeographyOf, "QHL", statedOn: "2024-01-01"))
        #expect(book.board(of: code("P1"), on: day("2024-02-01"))?.target == code("QHL"))
        #expect(book.parent(of: code("QHL"), on: day("2024-02-01"))?.target == code("Y60"))
        #expect(book.children(of: code("QHL"), on: day("2024-02-01")) == [code("15E")])
        #expect(book.children(of: code("Y60"), on: day("2024-02-01")).contains(code("QHL")))
        #expect(!book.children(of: code("Y61"), on: day("2026-07-01")).contains(code("QM7")))
    }
}
