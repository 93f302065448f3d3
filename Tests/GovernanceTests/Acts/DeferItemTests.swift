import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct DeferItemTests {
    static let postpone = DeferItem(meeting: M.may, item: M.item.id, reason: "not quorate", at: M.at(9))

    @Test func `an item that stopped is deferred, and then the meeting can be closed`() throws {
        let stopped = try M.held(before: MoveMotion.self).doing(
            LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(7)))
        #expect(stopped.refusal(of: M.close) == "item-before")
        let book = try stopped.doing([Self.postpone, M.close])
        #expect(book.may.proceedings[0].outcomes.map(\.kind) == [.deferred])
        #expect(book.may.state == .closed)
    }

    @Test func `an item is not deferred while a vote on it is open, to a meeting that is not there, or again`() throws {
        #expect(try M.held(before: CastVotes.self).refusal(of: Self.later(10)) == "vote-open")
        var lost = Self.postpone
        lost.to = M.s("never")
        #expect(try M.held(before: MoveMotion.self).refusal(of: lost) == "no-such-meeting")
        #expect(try M.held(before: JoinMeeting.self).refusal(of: Self.later(20)) == "item-closed")
    }

    static func later(_ minute: Int) -> DeferItem {
        DeferItem(meeting: M.may, item: M.item.id, reason: "no time", at: M.at(minute))
    }
}
