import Governance
import Testing
import Vocabulary

struct EndRightTests {
    let book = RightsSample.book()

    private func end(_ day: String, reason: String = "Taken back.") -> EndRight {
        EndRight(right: RightsSample.place.id, lastDay: RightsSample.on(day), reason: reason)
    }

    @Test func `a right stands on its last day and not on the next`() throws {
        let after = try book.after(end("2027-03-31"))
        let right = try #require(after.rights[RightsSample.place.id])
        #expect(right.asOf(RightsSample.on("2027-03-31")) != nil && right.asOf(RightsSample.on("2027-04-01")) == nil)
    }

    @Test func `an end may be brought forward, and not put off`() throws {
        let after = try book.after(end("2027-03-31"))
        #expect(after.refuses(end("2027-03-31")) == "right-ended" && after.refuses(end("2027-04-01")) == "right-ended")
        #expect(after.refuses(end("2027-03-30")) == nil)
    }

    @Test func `what cannot end is refused`() {
        #expect(book.refuses(end("2024-03-31")) == "ends-before-start")
        #expect(book.refuses(end("2027-03-31", reason: "")) == "no-reason")
        let other = EndRight(
            right: RightsSample.name("nowhere"), lastDay: RightsSample.day, reason: "Taken back.")
        #expect(book.refuses(other) == "no-such-right")
    }
}
