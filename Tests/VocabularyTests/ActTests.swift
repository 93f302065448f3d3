import Testing
import Vocabulary

/// An act as small as can be: it opens a door that is shut.
private struct OpenDoor: Act {
    static let name = "openDoor"
    var journalled: JSONValue { ["act": .text(Self.name)] }

    func decide(_ isOpen: Bool, by author: Author, at moment: Moment) throws(Refusal) -> String {
        if isOpen { throw Refusal(.rule, code: "open", "The door is open.") }
        return "\(author) opened it on \(moment.day)"
    }
}

struct ActTests {
    @Test func `an act decides from what was, who asks and when, and from nothing else`() throws {
        let author = try #require(Author("Ann"))
        let moment = Moment(secondsSince1970: 0)
        #expect(try OpenDoor().decide(false, by: author, at: moment) == "Ann opened it on 1970-01-01")
        #expect(throws: Refusal(.rule, code: "open", "The door is open.")) {
            try OpenDoor().decide(true, by: author, at: moment)
        }
    }

    @Test func `a working keeps its steps in order, each with its rule`() {
        let steps = [Working.Step("First.", rule: "dental.yearEnd.threshold"), Working.Step("Then.")]
        let working = Working(method: "m", version: 1, inputs: [], parameters: [:], steps: steps, result: 5)
        #expect(working.steps.map(\.rule) == ["dental.yearEnd.threshold", nil])
        #expect(working.result == 5)
    }
}
