import Assessments
import Testing
import Vocabulary

struct OpenAssessmentTests {
    @Test func `it is opened once, with a title, a question, an area and who answers for it`() throws {
        #expect(code(Sample.opened, on: nil) == nil)
        #expect(code(Sample.opened, on: try Sample.held()) == "assessment-exists")
        let blanks: [WritableKeyPath<OpenAssessment, String>] = [\.title, \.question, \.area, \.lead]
        for blank in blanks {
            var act = Sample.opened
            act[keyPath: blank] = " "
            #expect(code(act, on: nil) == "text-missing")
        }
    }

    @Test(arguments: ["new", "figures", "inequality"])
    func `it is not called by a word that addresses use`(_ word: String) {
        var act = Sample.opened
        act.assessment = Slug(word)!
        #expect(code(act, on: nil) == "name-of-addresses")
    }
}
