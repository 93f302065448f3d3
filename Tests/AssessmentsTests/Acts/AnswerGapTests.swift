import Assessments
import Testing
import Vocabulary

struct AnswerGapTests {
    private func answer(_ gap: String, _ text: String = "A clinic opens in May") -> AnswerGap {
        AnswerGap(assessment: Sample.id, gap: slug(gap), text: text)
    }

    @Test func `a gap is answered once, after somebody has looked at it`() throws {
        let held = try Sample.held()
        #expect(code(answer("g2"), on: held) == "gap-not-triaged")
        #expect(code(answer("g1", ""), on: held) == "text-missing")
        #expect(code(answer("g9"), on: held) == "no-such-gap")
        let answered = try Sample.held(answer("g1"))
        #expect(answered.gap(slug("g1"))?.state == .answered)
        #expect(code(answer("g1"), on: answered) == "gap-answered")
    }
}
