import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CoOptMemberTests {
    static let coOpt = CoOptMember(
        meeting: M.may, committee: M.pccc, item: M.item.id, person: M.s("far"), roles: [M.s("gp")],
        asked: [M.s("far"), M.s("wife")], reason: "no clinician is left", at: M.at(8))

    static func stopped() throws -> GovernanceBook {
        try M.held(before: MoveMotion.self).doing([
            LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(7)),
            JoinMeeting(meeting: M.may, person: M.s("far"), at: M.at(7)),
        ])
    }

    @Test func `somebody without an interest joins, and the item goes on`() throws {
        let book = try Self.stopped().doing([Self.coOpt, TakeItem(meeting: M.may, item: M.item.id, at: M.at(9))])
        #expect(book.may.proceedings[0].state == .taken)
        #expect(book.may.coOptions[0].asked == ["far", "wife"].map(M.s))
    }

    @Test func `nobody joins who has an interest in the item, is a member or is not there`() throws {
        var book = try Self.stopped()
        book.people[M.s("far")]?.declarations = [M.interest("d9", kind: .indirect)]
        #expect(book.refusal(of: Self.coOpt) == "co-opted-conflicted")
        var member = Self.coOpt
        member.person = M.s("vice")
        #expect(book.refusal(of: member) == "member-already")
        member.person = M.s("wife")
        #expect(book.refusal(of: member) == "not-present")
    }
}
