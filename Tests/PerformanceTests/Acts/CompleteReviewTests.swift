import Testing
import Vocabulary

@testable import Performance

struct CompleteReviewTests {
    private let done = CompleteReview(matter: Sample.id, on: Sample.day("2025-10-01"), finding: "Coding changed")

    @Test func `a review that is done leads to a plan`() throws {
        var meeting = Sample.meeting
        meeting.isReviewAgreed = true
        #expect(try Sample.matter([Sample.query, meeting, done]).state == .reviewed)
        var silent = done
        silent.finding = ""
        #expect(Sample.code([Sample.query, meeting, silent]) == "text-missing")
    }

    @Test func `what was not agreed is not done`() {
        #expect(Sample.code([Sample.query, Sample.meeting, done]) == "step-not-due")
    }
}
