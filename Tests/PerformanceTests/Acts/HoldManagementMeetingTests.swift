import Testing
import Vocabulary

@testable import Performance

struct HoldManagementMeetingTests {
    private func review(by day: String? = nil) -> HoldManagementMeeting {
        HoldManagementMeeting(
            matter: Sample.id, on: Sample.day("2025-09-10"), outcome: "Look together", isReviewAgreed: true,
            reviewBy: day.map(Sample.day))
    }

    @Test func `an investigation is due within two months, a review of activity when it was agreed`() throws {
        #expect(try Sample.matter([Sample.notice, review()]).due == Sample.day("2025-11-10"))
        #expect(try Sample.matter([Sample.query, review()]).due == nil)
        #expect(try Sample.matter([Sample.query, review(by: "2026-01-31")]).due == Sample.day("2026-01-31"))
        #expect(Sample.code([Sample.notice, review(by: "2025-11-11")]) == "review-too-late")
        #expect(Sample.code([Sample.query, review(by: "2025-09-09")]) == "review-before-meeting")
    }

    @Test func `a meeting after its day is recorded as late`() throws {
        var late = Sample.meeting
        late.on = Sample.day("2025-09-16")
        #expect(try Sample.matter([Sample.query, late]).steps.last?.words.contains("when it was due") == true)
        #expect(try Sample.matter([Sample.query, Sample.meeting]).steps.last?.words.contains("due") == false)
    }

    @Test func `a second meeting and one of which nothing is said are refused`() {
        #expect(Sample.code([Sample.query, Sample.meeting, Sample.meeting]) == "step-not-due")
        var silent = Sample.meeting
        silent.outcome = ""
        #expect(Sample.code([Sample.query, silent]) == "text-missing")
    }

    /// With an immediate action plan.
    static func acting(
        _ what: String? = "Open a second clinic", by day: String? = "2025-09-30", isReviewAgreed: Bool = false
    ) -> HoldManagementMeeting {
        HoldManagementMeeting(
            matter: Sample.id, on: Sample.day("2025-09-10"), outcome: "Act at once", isReviewAgreed: isReviewAgreed,
            immediateAction: what, actionBy: day.map(Sample.day))
    }

    @Test func `an immediate action plan waits for the provider until its day`() throws {
        let matter = try Sample.matter([Sample.notice, Self.acting()])
        #expect(matter.state == .immediate && matter.immediateAction == "Open a second clinic")
        #expect(matter.waiting?.party == .provider && matter.waiting?.by == Sample.day("2025-09-30"))
        #expect(matter.steps[1].words.hasSuffix("Immediate action plan, by 30 September 2025: Open a second clinic"))
    }

    @Test func `an immediate action beside a review, of activity, without words or day, or due too early is refused`() {
        #expect(Sample.code([Sample.notice, Self.acting(isReviewAgreed: true)]) == "two-outcomes")
        #expect(Sample.code([Sample.query, Self.acting()]) == "action-of-performance")
        #expect(Sample.code([Sample.notice, Self.acting(by: nil)]) == "action-without-day")
        #expect(Sample.code([Sample.notice, Self.acting(nil)]) == "text-missing")
        #expect(Sample.code([Sample.notice, Self.acting(by: "2025-09-09")]) == "action-before-meeting")
    }
}
