import Assessments
import Testing
import Vocabulary

struct ShowFigureTests {
    @Test func `a figure has a name of its own, a title and a source`() throws {
        func act(_ change: (inout ShownFigure) -> Void) -> ShowFigure {
            var figure = Sample.figure
            figure.id = slug("new")
            change(&figure)
            return ShowFigure(assessment: Sample.id, figure: figure)
        }
        let held = try Sample.held()
        #expect(code(act { _ in }, on: held) == nil)
        #expect(code(act { $0.id = slug("decay") }, on: held) == "figure-exists")
        #expect(code(act { $0.title = "" }, on: held) == "text-missing")
        #expect(code(act { $0.source = "" }, on: held) == "text-missing")
    }
}
