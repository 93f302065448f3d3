import Governance
import Testing
import Vocabulary

struct AskRightsQuestionTests {
    let book = RightsSample.book()

    private func ask(
        _ id: String = "closures", about right: String? = nil, matter: String = "primary-dental-services"
    ) -> AskRightsQuestion {
        AskRightsQuestion(
            matter: RightsSample.name(matter), right: right.map { RightsSample.name($0) },
            question: RightsSample.question(id, due: "2026-09-30"))
    }

    @Test func `a question is open from the day on which it is asked, and overdue after the day it is due`() throws {
        let after = try book.after(ask())
        let question = try #require(after.questions[RightsSample.name("closures")])
        #expect(question.askedOn == RightsSample.day && question.isOpen(on: RightsSample.day))
        #expect(!question.isOpen(on: RightsSample.on("2026-08-31")))
        #expect(!question.isOverdue(on: RightsSample.on("2026-09-30")))
        #expect(question.isOverdue(on: RightsSample.on("2026-10-01")))
        #expect(ask().record == RecordName(.question, RightsSample.name("closures")))
    }

    @Test func `what cannot be asked is refused`() throws {
        #expect(try book.after(ask()).refuses(ask()) == "question-twice")
        #expect(book.refuses(ask(about: "nowhere")) == "no-such-right")
        #expect(book.refuses(ask(about: "dental-place", matter: "pharmacy")) == "other-matter")
        #expect(book.refuses(ask(about: "dental-place")) == nil)
        var blank = ask()
        blank.question.question = " "
        #expect(book.refuses(blank) == "text-missing")
    }
}
