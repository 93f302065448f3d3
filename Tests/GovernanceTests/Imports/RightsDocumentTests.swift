import Governance
import Testing
import Vocabulary

struct RightsDocumentTests {
    private func right(_ id: String, _ more: [(String, JSONValue)] = []) -> JSONValue {
        .object(
            [
                ("id", .text(id)), ("matter", "dental"), ("title", "Dental contracts"), ("level", "local"),
                ("holder", "qwx"), ("from", "2024-04-01"), ("citation", "Scheme of delegation"),
            ].map { JSONValue.Member($0.0, $0.1) } + more.map { JSONValue.Member($0.0, $0.1) })
    }

    private func read(_ members: (String, JSONValue)...) throws(Refusal) -> RightsDocument {
        try RightsDocument.read(.object(members.map { JSONValue.Member($0.0, $0.1) }), named: "rights.yaml")
    }

    @Test func `what a person leaves out has its default, and pounds are read`() throws {
        let document = try read(("rights", [right("a", [("upTo", "£50,000")])]))
        let right = try #require(document.rights?.first?.right)
        #expect(right.upTo == Money(pence: 5_000_000) && right.standing == .settled && right.extent == .own)
        #expect(right.holder == RightsSample.icb && right.alsoKnownAs == [] && !right.allowsSubDelegation)
    }

    @Test func `a right stands before those that come from it, whatever the order in the file`() throws {
        let document = try read(
            ("rights", [right("c", [("delegatedFrom", "b")]), right("b", [("delegatedFrom", "a")]), right("a")]))
        #expect(document.acts().map(\.record.id.description) == ["a", "b", "c"])
        let circle = try read(("rights", [right("a", [("delegatedFrom", "b")]), right("b", [("delegatedFrom", "a")])]))
        #expect(circle.acts().count == 2)
    }

    @Test func `everything that may be done with rights can be written`() throws {
        let question: JSONValue = ["id": "q", "question": "Who?", "owner": "p014"]
        let document = try read(
            ("rights", [right("a", [("standing", "contested"), ("question", question)])]),
            ("amendments", [["right": right("a"), "reason": "Agreed."]]),
            ("ends", [["right": "a", "lastDay": "2027-03-31", "reason": "Abolished."]]),
            ("questions", [["matter": "pharmacy", "question": ["id": "r", "question": "Who?", "owner": "p014"]]]),
            ("answers", [["question": "q", "text": "The board.", "answeredOn": "2026-09-01"]]))
        #expect(
            document.acts().map { type(of: $0).name } == [
                "recordRight", "answerRightsQuestion", "amendRight", "endRight", "askRightsQuestion",
            ])
    }

    @Test func `a slip of the pen is refused with its place`() throws {
        let refused = #expect(throws: Refusal.self) { try read(("rights", [right("a", [("holde", "X24")])])) }
        #expect(refused?.sentence.contains("holde") == true)
        let twice = #expect(throws: Refusal.self) { try read(("rights", [right("a"), right("a")])) }
        #expect(twice?.code == "right-twice")
    }

    @Test func `what was done is the same when it is read from the journal and done again`() throws {
        var amended = RightsSample.delegated
        amended.from = RightsSample.on("2026-04-01")
        amended.standing = .contested
        var weak = RightsSample.edge
        weak.from = RightsSample.on("2026-04-01")
        weak.consequences = nil
        var start = RightsSample.book()
        start.rights = [:]
        start.edges = [:]
        let acts: [any GovernanceAct] = [
            RecordRight(right: RightsSample.statute), RecordRight(right: RightsSample.delegated),
            RecordRight(right: RightsSample.place),
            AmendRight(right: amended, reason: "Claimed.", question: RightsSample.question("q")),
            AnswerRightsQuestion(question: RightsSample.name("q"), text: "The board.", answeredOn: RightsSample.day),
            EndRight(right: RightsSample.place.id, lastDay: RightsSample.day, reason: "Ended."),
            DrawEdge(edge: RightsSample.edge), AmendEdge(edge: weak, reason: "Lapsed."),
            EndEdge(edge: weak.id, lastDay: RightsSample.day, reason: "Ended."),
        ]
        func book(_ acts: [any GovernanceAct]) throws(Refusal) -> GovernanceBook {
            try GovernanceBook.replaying(
                acts.map { ($0, RightsSample.author, RightsSample.moment) }, rulebook: RightsSample.rulebook,
                from: start)
        }
        let again = try acts.map { act in try GovernanceActs.decode(name: type(of: act).name, act.journalled) }
        #expect(try book(acts) == book(again))
        #expect(try book(acts).rights[amended.id]?.earlier.count == 1)
    }

    @Test func `an act is journalled as it can be read again`() throws {
        let act = RecordRight(right: RightsSample.place, question: RightsSample.question("q"))
        let read = try GovernanceActs.decode(name: RecordRight.name, act.journalled)
        #expect(read as? RecordRight == act)
    }
}
