import Access
import Governance
import Markup
import Pages
import Vocabulary

/// A question of who decides, put to somebody by a day.
enum RightsQuestionAnswer {
    private static func form(_ work: GovernanceWork, _ sent: Sent?) -> AskRightsForm {
        var number = work.book.questions.count + 1
        while let name = Slug("question-\(number)"), work.book.questions[name] != nil { number += 1 }
        guard let made = Slug("question-\(number)") else { preconditionFailure("a word and a number make a name") }
        return AskRightsForm(
            sent?.filled ?? SentValues(), entry: sent?.entry(else: made) ?? made, people: work.people())
    }

    private static func page(_ form: AskRightsForm, _ work: GovernanceWork) -> any Page {
        FormPage(
            "Ask who decides", trail: [("Who decides", .whoDecides)], form: form, to: Route.askRights.destination(),
            token: work.question.token, button: .init("Ask"))
    }

    static func page(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(page(form(work, nil), work))
    }

    static func ask(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        return try work.take(
            form(work, sent), page: { page($0, work) }, done: Route.whoDecides.path, notice: "The question is asked."
        ) { act, _, _ in [act] }
    }

    // MARK: - Answers

    /// The open question of the path, for whoever is to answer it and for who keeps rights.
    ///
    /// - Throws: `not-found`, also for anybody else.
    static func open(_ work: GovernanceWork) throws -> RightsQuestion {
        let id = try work.question.parameter("question") { Slug($0) }
        guard let asked = work.book.questions[id],
            asked.owner == work.account.person || !work.question.reach(.keepRights).isNowhere
        else { throw Refusal(.usage, code: "not-found", "A question for you to answer") }
        return asked
    }

    private static func answerPage(
        _ form: AnswerRightsForm, _ asked: RightsQuestion, _ work: GovernanceWork
    ) -> any Page {
        let facts = Html.summaryList([
            .init("Matter", .text(asked.matter.description.replacing("-", with: " "))),
            .init("Question", .name(asked.question)), .init("Due", .text(asked.due.inWords)),
        ])
        guard let answer = asked.answer else {
            return FormPage(
                "Answer who decides", trail: [("Who decides", .whoDecides)], form: form,
                to: Route.answerRights(asked.id).destination(), token: work.question.token, button: .init("Answer"),
                before: [facts])
        }
        return FormPage(
            "Answer who decides", trail: [("Who decides", .whoDecides)],
            before: [
                facts, .paragraph(.name("Answered on \(answer.answeredOn.inWords): \(answer.text)"), class: "lede"),
            ], form: nil)
    }

    static func answering(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let asked = try open(work)
        return Answer(answerPage(AnswerRightsForm(question: asked.id, today: work.day), asked, work))
    }

    static func answer(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        let asked = try open(work)
        return try work.take(
            AnswerRightsForm(sent.filled, question: asked.id, today: work.day),
            page: { answerPage($0, asked, work) }, done: Route.whoDecides.path, notice: "The question is answered."
        ) { act, _, _ in [act] }
    }
}
