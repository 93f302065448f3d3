import Priorities
import Testing
import Vocabulary

struct SeatMemberTests {
    let fifth = SeatMember(round: Sample.id, member: Member(id: slug("m5"), role: "Finance", kind: .finance))

    @Test func `a member is seated until the scores close`() throws {
        let round = try Round.sample(upTo: .scores).after(fifth, at: Sample.after(.scores))
        #expect(round.member(slug("m5"))?.role == "Finance")
        #expect(code(fifth, on: try .sample(upTo: .scoresClosed), at: Sample.after(.scoresClosed)) == "scores-closed")
        #expect(code(fifth, on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }

    @Test func `an entry is corrected until the member has spoken`() throws {
        let other = SeatMember(round: Sample.id, member: Member(id: slug("m1"), role: "Deputy", kind: .commissioner))
        let round = try Round.sample(upTo: .panel).after(other, at: Sample.after(.panel))
        #expect(round.members.count == 4 && round.member(slug("m1"))?.role == "Deputy")
        #expect(code(other, on: try .sample(upTo: .weights), at: Sample.after(.weights)) == "member-has-spoken")
    }

    @Test func `a member has a role`() throws {
        let blank = SeatMember(round: Sample.id, member: Member(id: slug("m5"), role: " ", kind: .lay))
        #expect(code(blank, on: try .sample(upTo: .panel), at: Sample.after(.panel)) == "text-missing")
    }
}
