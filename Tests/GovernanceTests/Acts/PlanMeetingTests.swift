import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct PlanMeetingTests {
    @Test func `a meeting is public as its terms have it`() throws {
        let book = try M.book().doing(M.plan)
        #expect(book.may.isPublic)
        #expect(book.may.state == .planned)
    }

    @Test func `a private meeting of a public committee needs a reason`() {
        var plan = M.plan
        plan.isPublic = false
        #expect(M.book().refusal(of: plan) == "no-reason")
        plan.reasonForPrivate = "commercial terms"
        #expect(M.book().refusal(of: plan) == nil)
    }

    @Test func `a committee that is unknown, named twice or without terms on the day does not meet`() {
        var plan = M.plan
        plan.committees = [M.s("board")]
        #expect(M.book().refusal(of: plan) == "no-such-committee")
        plan.committees = [M.pccc, M.pccc]
        #expect(M.book().refusal(of: plan) == "committee-twice")
        plan.committees = []
        #expect(M.book().refusal(of: plan) == "no-committee")
        plan = M.plan
        plan.startsAt = Moment(text: "2020-01-01T09:00:00Z")!
        #expect(M.book().refusal(of: plan) == "no-terms")
    }

    @Test func `two meetings have not one name`() throws {
        #expect(try M.book().doing(M.plan).refusal(of: M.plan) == "meeting-exists")
    }
}
