import Governance
import Testing
import Vocabulary

private typealias M = MeetingSample

struct DecideByConsensusTests {
    static let agree = DecideByConsensus(meeting: M.may, motion: M.motion("c1"), at: M.at(10))

    @Test func `everybody who may vote agrees, and nobody else is named`() throws {
        let resolution = try M.held(before: MoveMotion.self).doing(Self.agree).may.resolutions[0]
        #expect(resolution.manner == .consensus)
        #expect(resolution.deciders == ["chair", "nurse", "vice"].map(M.s))
        #expect(resolution.tally == nil)
    }

    @Test func `terms that say nothing of consensus do not allow it`() throws {
        let book = try M.held(before: MoveMotion.self, terms: M.terms(consensus: false))
        #expect(book.refusal(of: Self.agree) == "consensus-not-allowed")
    }
}
