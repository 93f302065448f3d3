import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct TakeItemTests {
    /// 4minitz issue 390: who has an interest is not counted for quorum or voting on the item.
    @Test func `who is left out of the item does not make its quorum`() throws {
        var open = M.open
        open.present = ["chair", "vice", "gp", "watch"].map(M.s)
        let whole = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), parts: [], at: M.at(0))
        let book = try M.book().doing([M.plan, M.put, open, whole, M.leave, M.take])
        #expect(book.may.proceedings[0].state == .stopped)
        #expect(book.may.proceedings[0].findings.last?.counted == ["chair", "vice", "watch"].map(M.s))
        #expect(book.refusal(of: M.take) == "out-of-order" || book.refusal(of: M.take) == "still-stopped")
    }

    @Test func `the quorum of the moment is judged afresh, and changes nothing`() throws {
        var open = M.open
        open.present = ["chair", "vice", "gp", "watch"].map(M.s)
        let whole = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), parts: [], at: M.at(0))
        let stopped = try M.book().doing([M.plan, M.put, open, whole, M.leave, M.take])
        let joined = try stopped.doing([JoinMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(9))])
        func now(_ book: GovernanceBook) throws -> [Bool] {
            try book.may.quorumNow(for: M.item.id, book: book, at: M.at(9)).map(\.isMet)
        }
        #expect(try now(stopped) == [false])
        #expect(try now(joined) == [true])
        #expect(joined.may.proceedings[0].findings.last?.isMet == false)
    }

    @Test func `no item is taken while an interest in it is unhandled or another item is before the meeting`() throws {
        let unhandled = try M.book().doing([M.plan, M.put, M.open])
        #expect(unhandled.refusal(of: M.take) == "interest-unhandled")
        let other = PutOnAgenda(meeting: M.may, item: AgendaItem(id: M.s("news"), title: "News", purpose: .note))
        let book = try M.book().doing([M.plan, M.put, other, M.open, M.handle, M.leave, M.take])
        #expect(book.refusal(of: TakeItem(meeting: M.may, item: M.s("news"))) == "item-before")
    }

    @Test func `nothing happens before what was recorded last`() throws {
        let book = try M.held(before: MoveMotion.self)
        #expect(book.refusal(of: LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(1))) == "out-of-order")
        var late = M.move
        late.at = Moment(text: "2027-01-01T00:00:00Z")!
        #expect(book.refusal(of: late) == "moment-in-future")
    }
}
