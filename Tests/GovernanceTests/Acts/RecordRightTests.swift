import Governance
import Rulebook
import Testing
import Vocabulary

struct RecordRightTests {
    let book = RightsSample.book()

    private func code(_ change: (inout DecisionRight) -> Void, question: RightsQuestion.Put? = nil) -> String? {
        var right = RightsSample.place
        right.id = RightsSample.name("another")
        change(&right)
        return book.refuses(RecordRight(right: right, question: question))
    }

    @Test func `a right is recorded as it is given`() throws {
        var right = RightsSample.place
        right.id = RightsSample.name("another")
        let after = try book.after(RecordRight(right: right))
        #expect(after.rights[right.id] == right && after.questions.isEmpty)
        #expect(RecordRight(right: right).record == RecordName(.right, right.id))
    }

    @Test func `nobody passes on more than is held`() {
        #expect(code { $0.upTo = Money(pence: 200_000_000) } == nil)
        #expect(code { $0.upTo = Money(pence: 200_000_001) } == "limit-above-parent")
        #expect(code { $0.upTo = nil } == "limit-above-parent")
    }

    @Test func `nobody passes on before it is held, or after it ended`() throws {
        #expect(code { $0.from = RightsSample.on("2023-04-01") } == nil)
        #expect(code { $0.from = RightsSample.on("2023-03-31") } == "before-parent")
        let ended = try book.after(
            EndRight(right: RightsSample.delegated.id, lastDay: RightsSample.on("2024-03-31"), reason: "Taken back."))
        var right = RightsSample.place
        right.id = RightsSample.name("another")
        #expect(ended.refuses(RecordRight(right: right)) == "parent-ended")
    }

    @Test func `what was delegated is passed on only where that is allowed`() {
        #expect(
            code {
                $0.delegatedFrom = RightsSample.place.id; $0.upTo = Money(pence: 100)
            } == "sub-delegation")
        #expect(code { $0.delegatedFrom = RightsSample.statute.id } == nil, "the statutory holder may delegate")
    }

    @Test func `a delegation comes from a right that is recorded, and not from itself`() {
        #expect(code { $0.delegatedFrom = RightsSample.name("nowhere") } == "no-such-right")
        #expect(code { $0.delegatedFrom = $0.id } == "delegation-circle")
    }

    @Test func `a settled right has a holder`() {
        #expect(code { $0.holder = nil } == "holder-missing")
        #expect(
            code(
                {
                    $0.standing = .unclear; $0.holder = nil
                }, question: RightsSample.question("q")) == nil)
    }

    @Test func `a right that is not settled makes a question with an owner and a day`() throws {
        #expect(code { $0.standing = .contested } == "question-missing")
        #expect(
            code({ $0.standing = .contested }, question: RightsSample.question("q", owner: "p099")) == "no-such-owner")
        #expect(
            code({ $0.standing = .contested }, question: RightsSample.question("q", owner: "p016")) == "no-such-owner",
            "who has left answers nothing")
        #expect(
            code({ $0.standing = .contested }, question: RightsSample.question("q", due: "2026-08-31"))
                == "due-before-asked")
        var right = RightsSample.place
        right.id = RightsSample.name("another")
        right.standing = .contested
        let given = try book.after(RecordRight(right: right, question: RightsSample.question("q", due: "2026-10-30")))
        #expect(given.questions[RightsSample.name("q")]?.due == RightsSample.on("2026-10-30"))
        let open = try book.after(RecordRight(right: right, question: RightsSample.question("q")))
        let days = try RightsSample.rulebook.days(GovernanceRuleID.questionDue, on: RightsSample.day)
        #expect(open.questions[RightsSample.name("q")]?.due == RightsSample.day.adding(days: days))
        #expect(open.questions[RightsSample.name("q")]?.right == right.id)
    }

    @Test func `a settled right comes without a question`() {
        #expect(code({ _ in }, question: RightsSample.question("q")) == "settled-with-question")
    }

    @Test func `what makes no sense is refused`() {
        #expect(book.refuses(RecordRight(right: RightsSample.place)) == "right-twice")
        #expect(code { $0.title = " " } == "text-missing")
        #expect(code { $0.citation = "" } == "text-missing")
        #expect(code { $0.until = RightsSample.on("2024-03-31") } == "ends-before-start")
        #expect(code { $0.upTo = .zero } == "limit-not-positive")
        #expect(code { $0.committee = RightsSample.name("nowhere") } == "no-such-committee")
        #expect(code { $0.extent = .joint } == "joint-with-nobody")
        #expect(
            code {
                $0.extent = .joint; $0.jointWith = [RightsSample.icb]
            } == "holder-twice")
    }
}
