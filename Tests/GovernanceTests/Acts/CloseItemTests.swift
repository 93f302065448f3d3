import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct CloseItemTests {
    @Test func `an item for decision is closed when it is decided, and one to note when it is noted`() throws {
        #expect(try M.held(before: MoveMotion.self).refusal(of: M.closeItem) == "item-undecided")
        #expect(try M.held().may.proceedings[0].outcomes.map(\.kind) == [.decided])
        let news = AgendaItem(id: M.s("news"), title: "News", purpose: .note)
        let noted = try M.held(before: CloseMeeting.self).doing([
            PutOnAgenda(meeting: M.may, item: news, reasonForLate: "came today"),
            TakeItem(meeting: M.may, item: news.id, at: M.at(20)),
            CloseItem(meeting: M.may, item: news.id, note: "Two practices merged.", at: M.at(21)),
        ])
        #expect(noted.may.proceedings[1].outcomes.map(\.kind) == [.noted])
        #expect(noted.may.proceedings[1].note == "Two practices merged.")
    }
}
