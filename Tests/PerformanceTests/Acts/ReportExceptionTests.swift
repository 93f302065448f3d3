import Testing
import Vocabulary

@testable import Performance

struct ReportExceptionTests {
    private let planned: [any MatterAct] = [Sample.notice, Sample.meeting, Sample.plan]

    @Test func `a milestone is missed the day after it was due, and not on it`() throws {
        var early = Sample.exception
        early.on = Sample.day("2025-10-31")
        #expect(Sample.code(planned + [early]) == "milestone-not-due")
        early.on = Sample.day("2025-11-01")
        #expect(try Sample.matter(planned + [early]).state == .excepted)
    }

    @Test func `one that was met or reported is refused, and a plan of activity has no exceptions`() {
        let met = MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-10-01"))
        #expect(Sample.code(planned + [met, Sample.exception]) == "milestone-met")
        #expect(Sample.code(planned + [Sample.exception, Sample.exception]) == "exception-reported")
        #expect(Sample.code([Sample.query, Sample.meeting, Sample.plan, Sample.exception]) == "step-not-due")
    }
}
