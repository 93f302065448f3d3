import Governance
import Testing
import Vocabulary

struct EnterTieTests {
    private func tie(_ name: String, of person: Slug = Register.lead, until: String? = nil) -> EnterTie {
        EnterTie(
            person: person,
            tie: .init(
                name: Register.slug(name), from: Register.day("2025-01-01"), until: until.map { Register.day($0) }))
    }

    @Test func `two of one tie are tied on the days on which both belong to it`() throws {
        let book = try Register.book(
            tie("firm-1"), tie("firm-1", of: Register.chair), tie("firm-1", of: Register.chair, until: "2025-06-30"))
        let lead = try #require(book.people[Register.lead])
        let chair = try #require(book.people[Register.chair])
        #expect(lead.isTied(to: chair, on: Register.day("2025-06-30")))
        #expect(!lead.isTied(to: chair, on: Register.day("2025-07-01")))
        #expect(!lead.isTied(to: chair, on: Register.day("2024-12-31")))
    }

    @Test func `a tie that stands, and one that ends before it starts, are refused`() throws {
        let book = try Register.book(tie("firm-1"))
        #expect(Register.code(tie("firm-1"), on: book) == "tie-exists")
        #expect(Register.code(tie("firm-2", until: "2024-12-31"), on: book) == "ends-before-start")
    }
}
