import Governance
import Testing
import Vocabulary

struct ReviewRegisterTests {
    private func review(_ day: String, note: String? = nil) -> ReviewRegister {
        ReviewRegister(person: Register.gp, reviewedOn: Register.day(day), note: note)
    }

    @Test func `a review is kept with its note`() throws {
        let book = try Register.book(review("2025-04-01", note: "All entries right"))
        #expect(
            book.people[Register.gp]?.reviews
                == [RegisterReview(reviewedOn: Register.day("2025-04-01"), note: "All entries right")])
    }

    @Test func `days to come, before the person, and blank notes are refused`() throws {
        let book = try Register.book()
        #expect(Register.code(review("2026-03-10"), on: book) == "day-in-future")
        #expect(Register.code(review("2024-03-31"), on: book) == "before-person")
        #expect(Register.code(review("2025-04-01", note: " "), on: book) == "text-missing")
    }
}
