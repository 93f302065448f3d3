import Governance
import Testing
import Vocabulary

struct EndMembershipTests {
    private typealias Sample = CommitteeSample

    private func end(_ person: String, _ until: String) -> EndMembership {
        EndMembership(committee: Sample.id, person: Sample.slug(person), until: Day(until)!)
    }

    @Test func `the only lay member may leave, and the committee’s page says what that breaks`() throws {
        let book = try Sample.decided(end("p1", "2025-12-31"), on: Sample.book())
        let tables = CommitteeTables(try #require(book.committees[Sample.id]), in: book, on: Sample.day)
        #expect(
            tables.warnings == [
                "The members of 12 March 2026 can never meet the quorum: one more lay member would be needed.",
                "Nobody holds the chair.",
            ])
    }

    @Test func `a seat is ended once, or earlier, and never before it began`() throws {
        let book = try Sample.decided(end("p1", "2025-12-31"), on: Sample.book())
        #expect(Sample.code(end("p1", "2026-01-31"), on: book) == "no-such-seat")
        #expect(Sample.code(end("p1", "2025-11-30"), on: book) == nil)
        #expect(Sample.code(end("p1", "2025-03-31"), on: book) == "ends-before-start")
        #expect(Sample.code(end("p5", "2025-12-31"), on: book) == "no-such-seat")
    }
}
