import Organisations
import Testing
import Vocabulary

struct OrganisationBookTests {
    static func listed(
        _ name: String, _ text: String = "P1", opened: String? = nil, closed: String? = nil, statedOn: String?
    ) -> OrganisationBook.Stated<ListedOrganisation> {
        .init(
            ListedOrganisation(
                code: code(text), name: name, role: .generalPractice, opened: opened.map(day), closed: closed.map(day)),
            statedOn: statedOn.map(day), source: name)
    }

    @Test func `a name is that of the latest file up to the day, else of the first after it`() {
        let book = OrganisationBook(
            organisations: [
                Self.listed("New", statedOn: "2026-07-01"), Self.listed("Old", statedOn: "2020-09-01"),
            ], relationships: [], successions: [])
        #expect(book.name(of: code("P1"), on: day("2019-01-01")) == "Old")
        #expect(book.name(of: code("P1"), on: day("2024-01-01")) == "Old")
        #expect(book.name(of: code("P1"), on: day("2026-07-01")) == "New")
        #expect(book.name(of: code("QM7"), on: day("2026-07-01")) == "Hertfordshire and West Essex ICB")
        #expect(book.name(of: code("ZZZ"), on: day("2026-07-01")) == nil)
        #expect(book.role(of: code("QM7"), on: day("2026-07-01")) == "integrated care board")
        #expect(book.role(of: code("P1"), on: day("2026-07-01")) == "GP practice")
    }

    @Test func `an organisation is open over its days, and closed once its work went on`() {
        let book = OrganisationBook(
            organisations: [
                Self.listed("A", opened: "2001-04-01", closed: "2013-03-31", statedOn: "2024-01-01"),
                Self.listed("B", "P2", statedOn: "2019-01-01"),
            ], relationships: [],
            successions: [
                Succession(predecessor: code("P2"), successor: code("P3"), day: day("2021-04-01"), isDerived: false)
            ])
        #expect(book.standing(of: code("P1"), on: day("2000-01-01")) == .notYetOpen)
        #expect(book.standing(of: code("P1"), on: day("2013-03-31")) == .open)
        #expect(book.standing(of: code("P1"), on: day("2013-04-01")) == .closed)
        #expect(book.standing(of: code("P2"), on: day("2021-03-31")) == .open)
        #expect(book.standing(of: code("P2"), on: day("2021-04-01")) == .closed)
        #expect(book.standing(of: code("QM7"), on: day("2026-04-01")) == .closed)
        #expect(book.standing(of: code("P9"), on: day("2026-04-01")) == .unknown)
    }
}
