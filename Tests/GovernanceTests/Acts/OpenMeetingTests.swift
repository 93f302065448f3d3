import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct OpenMeetingTests {
    @Test func `whoever is named is there, and each committee has a chair`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open])
        #expect(book.may.present == M.present)
        #expect(book.may.chair(of: M.pccc) == M.s("chair"))
        var open = M.open
        open.chairs = []
        #expect(try M.book().doing([M.plan, M.put]).refusal(of: open) == "chair-missing")
    }

    @Test func `a member who is no officer takes the chair only when chosen by members present`() throws {
        let planned = try M.book().doing([M.plan, M.put])
        var open = M.open
        open.chairs[0].person = M.s("nurse")
        #expect(planned.refusal(of: open) == "chair-not-chosen")
        open.chairs[0].chosenBy = [M.s("cfo")]
        #expect(planned.refusal(of: open) == "chair-not-chosen")
        open.chairs[0].chosenBy = [M.s("vice"), M.s("gp")]
        #expect(planned.refusal(of: open) == nil)
    }

    @Test func `a chair who is away, somebody who has left and a person named twice are refused`() throws {
        var planned = try M.book().doing([M.plan, M.put])
        var open = M.open
        open.present = ["vice", "gp"].map(M.s)
        #expect(planned.refusal(of: open) == "not-present")
        open.present = ["chair", "chair"].map(M.s)
        #expect(planned.refusal(of: open) == "person-twice")
        planned.people[M.s("gp")]?.left = Day("2025-01-01")!
        #expect(planned.refusal(of: M.open) == "person-not-known")
    }

    @Test func `a meeting is not opened before its day, nor twice`() throws {
        let planned = try M.book().doing([M.plan, M.put])
        var open = M.open
        open.at = Moment(text: "2026-05-11T09:00:00Z")!
        #expect(planned.refusal(of: open) == "opened-too-early")
        #expect(try planned.doing(M.open).refusal(of: M.open) == "meeting-open")
    }
}
