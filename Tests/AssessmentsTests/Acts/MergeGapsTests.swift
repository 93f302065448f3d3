import Assessments
import Testing
import Vocabulary

struct MergeGapsTests {
    private func merge(_ gap: String, _ into: String, reason: String = "The same town") -> MergeGaps {
        MergeGaps(assessment: Sample.id, gap: slug(gap), into: slug(into), reason: reason)
    }

    @Test func `a merged gap is answered where it went, over several merges too`() throws {
        let held = try Sample.held(Sample.gap("g3"), merge("g3", "g2"), merge("g2", "g1"))
        #expect(held.standing(slug("g3"))?.gap.id == slug("g1"))
        #expect(held.gap(slug("g3"))?.state == .merged)
        #expect(held.waitingGaps.isEmpty)
    }

    @Test func `a gap is merged once, into another that stands, for a reason`() throws {
        let held = try Sample.held(merge("g2", "g1"))
        #expect(code(merge("g2", "g1"), on: held) == "gap-merged")
        #expect(code(merge("g1", "g2"), on: held) == "gap-merged")
        #expect(code(merge("g1", "g1"), on: held) == "gap-itself")
        #expect(code(merge("g1", "g9"), on: held) == "no-such-gap")
        #expect(code(merge("g2", "g1", reason: " "), on: try Sample.held()) == "no-reason")
        let answer = AnswerGap(assessment: Sample.id, gap: slug("g1"), text: "A clinic opens in May")
        #expect(code(merge("g1", "g2"), on: try Sample.held(answer)) == "gap-answered")
    }
}
