import Governance
import Testing
import Vocabulary

struct AnswerRightsQuestionTests {
    private func asked() throws -> GovernanceBook {
        try RightsSample.book().after(
            AskRightsQuestion(
                matter: RightsSample.name("primary-dental-services"),
                question: RightsSample.question("closures", due: "2026-09-30")))
    }

    private func answer(_ day: String, _ text: String = "The board does.") -> AnswerRightsQuestion {
        AnswerRightsQuestion(question: RightsSample.name("closures"), text: text, answeredOn: RightsSample.on(day))
    }

    @Test func `an answered question was open until the day of its answer`() throws {
        let later = Moment(text: "2026-09-10T09:00:00Z")!
        let after = try asked().after(answer("2026-09-10"), at: later)
        let question = try #require(after.questions[RightsSample.name("closures")])
        #expect(question.isOpen(on: RightsSample.on("2026-09-09")))
        #expect(!question.isOpen(on: RightsSample.on("2026-09-10")))
        #expect(after.refuses(answer("2026-09-10"), at: later) == "answered")
    }

    @Test func `what cannot be an answer is refused`() throws {
        let book = try asked()
        #expect(book.refuses(answer("2026-09-01", " ")) == "text-missing")
        #expect(book.refuses(answer("2026-09-02")) == "day-in-future")
        #expect(book.refuses(answer("2026-08-31")) == "answered-before-asked")
        #expect(RightsSample.book().refuses(answer("2026-09-01")) == "no-such-question")
    }
}
