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
}
