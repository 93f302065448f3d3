import Priorities
import Testing
import Vocabulary

struct MarkSeenTests {
    private func mark(_ assessments: [String], by member: String = "m1") -> MarkSeen {
        MarkSeen(round: Sample.id, member: slug(member), assessments: assessments.map { slug($0) })
    }

    @Test func `what was seen first keeps its moment`() throws {
        let later = Sample.after(.assessed)
        let before = try Round.sample(upTo: .assessed)
        let round = try before.after(mark(["outreach-public"]), at: later)
        #expect(round.seen == before.seen && before.seen.count == 12)
        let fifth = SeatMember(round: Sample.id, member: Member(id: slug("m5"), role: "Finance", kind: .finance))
        var open = before
        open.scoresClosedAt = nil
        let marked = try open.after(fifth, at: later).after(mark(["outreach-public"], by: "m5"), at: later)
        #expect(marked.seen.last == .init(assessment: slug("outreach-public"), member: slug("m5"), at: later))
    }

    @Test func `strangers and nothing are refused, and so is what comes after the decision`() throws {
        let round = try Round.sample(upTo: .assessed)
        let at = Sample.after(.assessed)
        #expect(code(mark([]), on: round, at: at) == "no-assessments")
        #expect(code(mark(["nothing"]), on: round, at: at) == "no-such-assessment")
        #expect(code(mark(["outreach-public"], by: "m9"), on: round, at: at) == "no-such-member")
        #expect(
            code(mark(["outreach-public"]), on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }
}
