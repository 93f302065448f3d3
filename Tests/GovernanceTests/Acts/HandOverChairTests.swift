import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct HandOverChairTests {
    static func hand(to person: String, chosenBy: [Slug]? = nil) -> HandOverChair {
        HandOverChair(
            meeting: M.may, committee: M.pccc, to: M.s(person), item: M.item.id, chosenBy: chosenBy,
            reason: "the chair has an interest", at: M.at(4))
    }

    @Test func `a conflicted chair hands the item over and does not chair it`() throws {
        var start = M.book()
        start.people[M.s("chair")]?.declarations = [M.interest("d2", kind: .nonFinancialProfessional)]
        let mine = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("chair"), chair: M.s("vice"), at: M.at(1))
        let hers = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("vice"), at: M.at(1))
        var open = M.open
        open.present.append(M.s("cfo"))
        let book = try start.doing([M.plan, M.put, open, mine, hers, M.leave])
        #expect(book.refusal(of: M.take) == "chair-conflicted")
        let handed = try start.doing([M.plan, M.put, open, mine, hers, Self.hand(to: "vice"), M.leave, M.take])
        #expect(handed.may.chair(of: M.pccc, item: M.item.id) == M.s("vice"))
        #expect(handed.may.chair(of: M.pccc) == M.s("chair"))
    }

    @Test func `the item goes to nobody with an interest in it, and to no member whom nobody chose`() throws {
        let book = try M.held(before: LeaveMeeting.self)
        #expect(book.refusal(of: Self.hand(to: "gp", chosenBy: [M.s("nurse")])) == "chair-conflicted")
        #expect(book.refusal(of: Self.hand(to: "nurse")) == "chair-not-chosen")
        #expect(book.refusal(of: Self.hand(to: "cfo")) == "not-present")
        #expect(book.refusal(of: Self.hand(to: "watch", chosenBy: [M.s("nurse")])) == nil)
    }
}
