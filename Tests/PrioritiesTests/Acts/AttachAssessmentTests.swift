import Priorities
import Testing
import Vocabulary

struct AttachAssessmentTests {
    private func code(_ change: (inout Assessment) -> Void, on step: Sample.Step = .result) throws -> String? {
        var assessment = Sample.assessments[0]
        change(&assessment)
        return PrioritiesTests.code(
            AttachAssessment(round: Sample.id, assessment: assessment), on: try .sample(upTo: step),
            at: Sample.after(step))
    }

    @Test func `a document may be attached from the option on until the decision`() throws {
        #expect(try code({ _ in }, on: .options) == nil)
        #expect(try code { $0.id = slug("second") } == nil)
        #expect(try code({ $0.id = slug("second") }, on: .assessed) == nil)
        #expect(try code({ _ in }, on: .decided) == "decided")
    }

    @Test func `only public involvement may have a reason for none, and then no document`() throws {
        #expect(try code { $0.document = nil } == "document-missing")
        #expect(try code { $0.reasonForNone = "No time" } == "assessment-both")
        #expect(
            try code {
                $0.kind = .publicInvolvement
                $0.document = nil
                $0.reasonForNone = "Nobody uses it"
            } == nil)
        #expect(
            try code {
                $0.kind = .publicInvolvement
                $0.document = nil
            } == "no-reason")
    }

    @Test func `it is of an option that is there, under its own name, with a title, and of a day that has come`() throws
    {
        #expect(try code { $0.option = slug("nowhere") } == "no-such-option")
        #expect(try code({ _ in }, on: .assessed) == "assessment-exists")
        #expect(try code { $0.title = "" } == "text-missing")
        #expect(try code { $0.dated = Sample.day(30) } == "day-in-future")
    }
}
