import Governance
import Testing
import Vocabulary

struct AmendRightTests {
    let book = RightsSample.book()

    private func amended(_ change: (inout DecisionRight) -> Void = { _ in }) -> DecisionRight {
        var right = RightsSample.delegated
        right.from = RightsSample.on("2026-04-01")
        right.upTo = Money(pence: 100_000_000)
        change(&right)
        return right
    }

    @Test func `the form before stays, up to the day before`() throws {
        let after = try book.after(AmendRight(right: amended(), reason: "The limit was lowered."))
        let right = try #require(after.rights[RightsSample.delegated.id])
        #expect(right.asOf(RightsSample.on("2026-03-31"))?.upTo == Money(pence: 200_000_000))
        #expect(right.asOf(RightsSample.on("2026-04-01"))?.upTo == Money(pence: 100_000_000))
        #expect(right.began == RightsSample.on("2023-04-01"))
        let twice = try after.after(
            AmendRight(right: amended { $0.from = RightsSample.on("2026-06-01") }, reason: "Again."))
        #expect(twice.rights[right.id]?.earlier.map(\.from.description) == ["2023-04-01", "2026-04-01"])
        #expect(twice.rights[right.id]?.earlier.allSatisfy { $0.earlier.isEmpty } == true)
    }

    @Test func `a form begins after the one before, without a gap`() throws {
        let early = amended { $0.from = RightsSample.on("2023-04-01") }
        #expect(book.refuses(AmendRight(right: early, reason: "Why not.")) == "not-after")
        let ended = try book.after(
            EndRight(right: RightsSample.delegated.id, lastDay: RightsSample.on("2026-03-30"), reason: "Ended."))
        #expect(ended.refuses(AmendRight(right: amended(), reason: "Goes on.")) == "right-ended")
        let next = amended { $0.from = RightsSample.on("2026-03-31") }
        #expect(ended.refuses(AmendRight(right: next, reason: "Goes on.")) == nil)
    }

    @Test func `a right never comes to hang from itself`() {
        let circle = amended {
            $0.delegatedFrom = RightsSample.place.id
            $0.upTo = Money(pence: 100)
        }
        #expect(book.refuses(AmendRight(right: circle, reason: "A slip.")) == "delegation-circle")
    }

    @Test func `a right is settled once its question has an answer`() throws {
        let open = try book.after(
            AmendRight(
                right: amended { $0.standing = .contested }, reason: "The region claims it.",
                question: RightsSample.question("closures")))
        let settled = amended { $0.from = RightsSample.on("2026-10-01") }
        let later = Moment(text: "2026-10-05T09:00:00Z")!
        #expect(open.refuses(AmendRight(right: settled, reason: "Agreed."), at: later) == "question-open")
        let answered = try open.after(
            AnswerRightsQuestion(
                question: RightsSample.name("closures"), text: "The board does.",
                answeredOn: RightsSample.on("2026-10-01")),
            at: later)
        #expect(answered.refuses(AmendRight(right: settled, reason: "Agreed."), at: later) == nil)
    }

    @Test func `an amendment has a reason and a right to amend`() {
        #expect(book.refuses(AmendRight(right: amended(), reason: " ")) == "no-reason")
        let other = amended { $0.id = RightsSample.name("nowhere") }
        #expect(book.refuses(AmendRight(right: other, reason: "Why not.")) == "no-such-right")
    }
}
