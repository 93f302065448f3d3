import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct WithholdPapersTests {
    static func meeting(_ option: HandlingOption, withholds: Bool? = nil, parts: [Slug]? = nil) throws -> Meeting {
        let handle = HandleInterest(
            meeting: M.may, item: M.item.id, member: M.s("gp"), chair: M.s("chair"), option: option, parts: parts,
            withholdsPapers: withholds, reason: "drawn")
        return try M.book().doing([M.plan, M.put, handle]).may
    }

    @Test func `papers are kept back from who gets none, and from nobody else`() throws {
        let meeting = try Self.meeting(.noPapers, parts: [])
        #expect(WithholdPapers.withheld(from: M.s("gp"), in: meeting).map(\.paper.title) == ["Paper"])
        #expect(WithholdPapers.withheld(from: M.s("nurse"), in: meeting).isEmpty)
        #expect(WithholdPapers.withholdsMinutes(of: M.item.id, from: M.s("gp"), in: meeting))
    }

    @Test func `who leaves has the papers, unless the chair keeps them back`() throws {
        #expect(WithholdPapers.withheld(from: M.s("gp"), in: try Self.meeting(.leaves, parts: [])).isEmpty)
        let kept = try Self.meeting(.leaves, withholds: true, parts: [])
        #expect(WithholdPapers.withheld(from: M.s("gp"), in: kept).count == 1)
        #expect(!WithholdPapers.withholdsMinutes(of: M.item.id, from: M.s("gp"), in: kept))
    }

    @Test func `papers on another option are given`() throws {
        #expect(WithholdPapers.withheld(from: M.s("gp"), in: try Self.meeting(.noPapers)).isEmpty)
    }
}
