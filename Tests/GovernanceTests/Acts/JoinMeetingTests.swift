import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct JoinMeetingTests {
    @Test func `a member who left for the item comes back when it is closed, not before`() throws {
        let during = try M.book().doing([
            M.plan, M.put, M.open,
            HandleInterest(
                meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), parts: [], at: M.at(0)),
            M.leave, M.take,
        ])
        #expect(during.refusal(of: M.comeBack) == "recused-present")
        let presences = try M.held().may.presences.filter { $0.person == M.s("gp") }
        #expect(presences.map(\.from) == [M.at(0), M.at(14)])
        #expect(presences.map(\.until) == [M.at(5), M.at(30)])
    }

    @Test func `nobody comes twice, and a stranger to the body does not come`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open])
        #expect(book.refusal(of: JoinMeeting(meeting: M.may, person: M.s("gp"))) == "present-already")
        #expect(book.refusal(of: JoinMeeting(meeting: M.may, person: M.s("stranger"))) == "no-such-person")
    }
}
