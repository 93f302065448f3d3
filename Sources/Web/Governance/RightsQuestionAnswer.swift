import Access
import Governance
import Markup
import Pages
import Vocabulary

/// A question of who decides, put to somebody by a day.
enum RightsQuestionAnswer {
    private static let trail: [(name: String, route: Route)] = [("Who decides", .whoDecides)]

    static func asking(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let free = ShortName.free("question-", besides: work.book.questions.keys)
        let form = AskRightsForm(
            sent?.filled ?? SentValues(), entry: sent?.entry(else: free) ?? free, people: work.people())
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "Ask who decides", trail: trail, form: form, deed: Route.askRights.destination(),
                button: .init("Ask"), done: Route.whoDecides.path, notice: "The question is asked.",
                record: RecordName(.question, form.entry), isNew: true, free: free,
                told: GovernanceForm<AskRightsForm>.sameAct
            ) { act, _, _ in [act] })
    }

    // MARK: - Answers

    /// The question of the path, for whoever is to answer it and for who keeps rights.
    ///
    /// - Throws: `not-found`, also for anybody else.
    static func open(_ work: GovernanceWork) throws -> RightsQuestion {
        let id = try work.question.parameter("question") { Slug($0) }
        guard let asked = work.book.questions[id],
            asked.owner == work.account.person || !work.question.reach(.keepRights).isNowhere
        else { throw Refusal(.usage, code: "not-found", "A question for you to answer") }
        return asked
    }

    static func answering(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let asked = try open(work)
        let facts = Html.summaryList([
            .init("Matter", .text(asked.matter.description.replacing("-", with: " "))),
            .init("Question", .name(asked.question)), .init("Due", .text(asked.due.inWords)),
        ])
        if let answer = asked.answer, sent == nil {
            let answered = FormPage(
                "Answer who decides", trail: trail,
                before: [
                    facts, .paragraph(.name("Answered on \(answer.answeredOn.inWords): \(answer.text)"), class: "lede"),
                ], form: nil)
            return GovernanceAsking(page: answered) { _ in .done(.whoDecides) }
        }
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "Answer who decides", trail: trail,
                form: AnswerRightsForm(sent?.filled ?? SentValues(), question: asked.id, today: work.day),
                deed: Route.answerRights(asked.id).destination(), button: .init("Answer"),
                done: Route.whoDecides.path, notice: "The question is answered.", before: [facts],
                record: RecordName(.question, asked.id), told: GovernanceForm<AnswerRightsForm>.sameAct
            ) { act, _, _ in [act] })
    }
}
