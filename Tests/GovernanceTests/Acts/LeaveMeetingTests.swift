import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct LeaveMeetingTests {
    /// 4minitz issue 389: if quorum is lost the debate of the item stops.
    @Test func `the item stops when a leaving loses the quorum`() throws {
        let book = try M.held(before: MoveMotion.self).doing(
            LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(9)))
        let proceeding = book.may.proceedings[0]
        #expect(proceeding.state == .stopped)
        #expect(proceeding.findings.last?.isMet == false)
        #expect(proceeding.findings.last?.missing.isEmpty == false)
        #expect(proceeding.findings.last?.waysOut.isEmpty == false)
        #expect(book.refusal(of: M.move) == "item-stopped")
    }

    @Test func `who is not there does not leave, and nobody sits with the public at a private meeting`() throws {
        let book = try M.held(before: LeaveMeeting.self)
        #expect(book.refusal(of: LeaveMeeting(meeting: M.may, person: M.s("cfo"), at: M.at(5))) == "not-present")
        var plan = M.plan
        plan.isPublic = false
        plan.reasonForPrivate = "commercial terms"
        let closed = try M.book().doing([plan, M.put, M.open])
        #expect(closed.refusal(of: M.leave) == "gallery-private")
    }
}
