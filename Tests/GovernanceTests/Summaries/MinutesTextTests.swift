import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MinutesTextTests {
    @Test func `the minutes say who, why, how it was agreed, and that it was done`() throws {
        let minutes = MinutesText(try M.held().may, in: try M.held()) { _ in nil }
        let text = minutes.plain
        for words in [
            "gp has a financial interest in Y02494", "Y02494 holds the contract that option 7 would end",
            "chair, in the chair, decided: leaves for discussion and decision", "left 10:05, back 10:14",
            "quorate", "carried, 2 for and 1 against", "Reasons: Most benefit for the money",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(minutes.isDraft)
        #expect(text.contains("Draft, not yet approved."))
    }

    @Test func `the minutes of an item are kept back from who gets no papers on it`() throws {
        let handle = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), option: .noPapers,
            reason: "the figures are a bidder's", at: M.at(0))
        let book = try M.book().doing([M.plan, M.put, M.open, handle, M.leave, M.take, M.move, M.votes, M.count])
        let own = MinutesText(book.may, in: book, reader: M.s("gp")) { _ in nil }.plain
        #expect(own.contains("Kept back"))
        #expect(!own.contains("To fund options 1 to 6"))
        #expect(MinutesText(book.may, in: book, reader: M.s("nurse")) { _ in nil }.plain.contains("To fund"))
    }

    @Test(arguments: ["it was told before", "It was told before.", "It was told before. "])
    func `what somebody wrote ends in one full stop`(reason: String) throws {
        let handle = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), option: .leaves, reason: reason,
            at: M.at(0))
        let book = try M.book().doing([M.plan, M.put, M.open, handle])
        let text = MinutesText(book.may, in: book) { _ in nil }.plain
        #expect(text.contains("told before.") && !text.contains(".."))
    }

    @Test func `a quorum that was lost is in the minutes`() throws {
        let book = try M.held(before: MoveMotion.self).doing([
            LeaveMeeting(meeting: M.may, person: M.s("nurse"), at: M.at(9)), DeferItemTests.later(10), M.close,
        ])
        let text = MinutesText(book.may, in: book) { _ in nil }.plain
        #expect(text.contains("not quorate: missing"))
        #expect(text.contains("deferred, no time"))
    }
}
