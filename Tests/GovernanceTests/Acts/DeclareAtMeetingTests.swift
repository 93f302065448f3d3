import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct DeclareAtMeetingTests {
    static func told(_ member: String, kind: InterestKind = .financial) -> DeclareAtMeeting {
        DeclareAtMeeting(
            meeting: M.may,
            interest: MeetingInterest(
                id: M.s("told"), member: M.s(member), item: M.item.id, kind: kind, nature: "a loan to the practice"),
            at: M.at(1))
    }

    @Test func `an interest told at the meeting has to be handled before the item is taken`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open, M.handle, Self.told("nurse"), M.leave])
        #expect(book.refusal(of: M.take) == "interest-unhandled")
        let handled = try book.doing(
            HandleInterest(meeting: M.may, item: M.item.id, member: M.s("nurse"), chair: M.s("chair"), at: M.at(5)))
        #expect(handled.may.handlings.last?.option == .leaves)
        #expect(handled.refusal(of: M.take) == nil)
    }

    @Test func `an indirect interest says what the other person holds`() throws {
        let book = try M.book().doing([M.plan, M.put, M.open])
        #expect(book.refusal(of: Self.told("nurse", kind: .indirect)) == "underlying-missing")
    }
}
