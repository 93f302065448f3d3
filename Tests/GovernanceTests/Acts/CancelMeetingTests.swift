import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CancelMeetingTests {
    @Test func `a meeting that was cancelled is not opened, and an open one is not cancelled`() throws {
        let cancel = CancelMeeting(meeting: M.may, reason: "snow")
        let book = try M.book().doing([M.plan, M.put, cancel])
        #expect(book.refusal(of: M.open) == "meeting-cancelled")
        #expect(try M.held(before: HandleInterest.self).refusal(of: cancel) == "meeting-open")
        #expect(try M.book().doing(M.plan).refusal(of: CancelMeeting(meeting: M.may, reason: "")) == "no-reason")
    }
}
