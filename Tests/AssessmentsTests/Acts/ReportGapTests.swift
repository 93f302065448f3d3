import Assessments
import Testing
import Vocabulary

struct ReportGapTests {
    @Test func `whoever reports a gap is known to it, and its words are all there`() throws {
        let held = try Sample.held()
        let after = try Sample.gap("g3").decide(
            AssessmentBefore(assessment: held), by: Sample.practice, at: Sample.moment)
        #expect(after.gap(slug("g3"))?.reporter == Sample.practice)
        #expect(after.gap(slug("g3"))?.state == .reported)
        #expect(code(Sample.gap("g1"), on: held) == "gap-exists")
        let blanks: [WritableKeyPath<ReportedGap, String>] = [\.what, \.place, \.from]
        for blank in blanks {
            var act = Sample.gap("g3")
            act.gap[keyPath: blank] = ""
            #expect(code(act, on: held) == "text-missing")
        }
    }
}
