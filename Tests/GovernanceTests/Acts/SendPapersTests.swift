import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct SendPapersTests {
    @Test func `late papers are recorded with a reason, not refused`() throws {
        let book = try M.book().doing([M.plan, M.put])
        var send = SendPapers(meeting: M.may, on: Day("2026-05-08")!)
        #expect(book.refusal(of: send) == "no-reason")
        send.reasonForLate = "the figures came late"
        let papers = try #require(try book.doing(send).may.papers)
        #expect(papers.isLate)
        #expect(papers.due == Day("2026-05-05")!)
    }

    @Test func `an empty agenda has no papers, and none go out after the meeting`() throws {
        let book = try M.book().doing(M.plan)
        let send = SendPapers(meeting: M.may, on: Day("2026-05-01")!)
        #expect(book.refusal(of: send) == "agenda-empty")
        #expect(
            try book.doing(M.put).refusal(of: SendPapers(meeting: M.may, on: Day("2026-05-13")!)) == "after-meeting")
    }
}
