import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CloseMeetingTests {
    @Test func `everybody has gone, and what was not reached is owed`() throws {
        let news = AgendaItem(id: M.s("news"), title: "News", purpose: .note)
        var put = PutOnAgenda(meeting: M.may, item: news)
        put.reasonForLate = "came today"
        let book = try M.held(before: CloseMeeting.self).doing([put, M.close])
        #expect(book.may.present.isEmpty)
        #expect(book.may.presences.allSatisfy { $0.until != nil })
        #expect(book.may.proceedings[1].outcomes.map(\.kind) == [.notReached])
        #expect(book.refusal(of: M.close) == "meeting-closed")
    }

    @Test func `a meeting is not closed while an item is before it`() throws {
        #expect(try M.held(before: CloseItem.self).refusal(of: M.close) == "item-before")
    }
}
