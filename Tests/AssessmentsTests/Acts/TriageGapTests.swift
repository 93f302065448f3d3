import Assessments
import Testing
import Vocabulary

struct TriageGapTests {
    @Test func `what a gap is found to be may be said again until it is answered`() throws {
        let held = try Sample.held(Sample.triage("g2", .passedOn), Sample.triage("g2", .noGap))
        #expect(held.gap(slug("g2"))?.triage?.outcome == .noGap)
        #expect(held.gap(slug("g2"))?.counts == false)
        let answer = AnswerGap(assessment: Sample.id, gap: slug("g2"), text: "There is a clinic")
        let answered = try Sample.held(Sample.triage("g2"), answer)
        #expect(code(Sample.triage("g2"), on: answered) == "gap-answered")
        #expect(code(Sample.triage("g9"), on: held) == "no-such-gap")
        var blank = Sample.triage("g2")
        blank.reason = ""
        #expect(code(blank, on: held) == "no-reason")
    }

    @Test func `a theme given then stands for the one that was reported`() throws {
        var act = Sample.triage("g2")
        act.theme = "Waiting"
        #expect(try Sample.held(act).gap(slug("g2"))?.theme == "Waiting")
        #expect(try Sample.held(Sample.triage("g2")).gap(slug("g2"))?.theme == "access")
    }
}
