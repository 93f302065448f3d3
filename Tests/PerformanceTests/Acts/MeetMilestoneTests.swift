import Testing
import Vocabulary

@testable import Performance

struct MeetMilestoneTests {
    private func met(_ milestone: Slug, on day: String = "2025-12-20") -> MeetMilestone {
        MeetMilestone(matter: Sample.id, milestone: milestone, on: Sample.day(day))
    }

    private let planned: [any MatterAct] = [Sample.notice, Sample.meeting, Sample.plan]

    @Test func `with all milestones met it waits for the commissioner to close`() throws {
        let matter = try Sample.matter(planned + [met(Sample.theatre), met(Sample.waiting)])
        #expect(matter.waiting?.party == .commissioner)
    }

    @Test func `one that was missed may be met later, and another missed keeps the exception`() throws {
        let missed = ReportException(matter: Sample.id, milestone: Sample.waiting, on: Sample.day("2026-01-05"))
        #expect(try Sample.matter(planned + [Sample.exception, met(Sample.theatre)]).state == .planned)
        let both = try Sample.matter(planned + [Sample.exception, missed, met(Sample.theatre, on: "2026-01-06")])
        #expect(both.state == .excepted)
        #expect(both.waiting?.what.contains("No wait beyond") == true)
    }

    @Test func `a milestone twice met or unknown is refused`() {
        #expect(Sample.code(planned + [met(Sample.theatre), met(Sample.theatre)]) == "milestone-met")
        #expect(Sample.code(planned + [met(Slug("other")!)]) == "no-such-milestone")
    }
}
