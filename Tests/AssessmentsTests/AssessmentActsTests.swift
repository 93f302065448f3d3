import Assessments
import Testing
import Vocabulary

struct AssessmentActsTests {
    @Test func `every act has a name of its own by which its JSON is read`() throws {
        let names = AssessmentActs.all.map { $0.name }
        #expect(Set(names).count == names.count)
        for act in Sample.acts + [Sample.issued] {
            let again = try AssessmentActs.decode(name: type(of: act).name, act.journalled)
            #expect(again.journalled == act.journalled)
        }
        let refused = #expect(throws: Refusal.self) { try AssessmentActs.decode(name: "tidyUp", [:]) }
        #expect(refused?.code == "no-such-act")
    }

    @Test func `what is read back from its journal is the same assessment`() throws {
        let lines = try Sample.acts.map { act -> (act: any AssessmentAct, author: Author, moment: Moment) in
            let json = try JSONValue(parsing: Array(act.journalled.canonical.utf8), named: "line")
            return (try AssessmentActs.decode(name: type(of: act).name, json), Sample.analyst, Sample.moment)
        }
        #expect(try NeedsAssessment.replaying(lines) == Sample.held())
        #expect(try NeedsAssessment.replaying([]) == nil)
    }

    @Test func `nothing but opening begins an assessment`() {
        #expect(code(Sample.gap("g1"), on: nil) == "no-such-assessment")
        #expect(code(Sample.issued, on: nil) == "no-such-assessment")
    }
}
