import Access
import Governance
import Markup
import Pages
import Rulebook
import Store
import Vocabulary

/// A meeting is planned by a form.
enum MeetingPlanAnswer {
    private static func planPage(_ form: PlanMeetingForm, _ work: GovernanceWork) -> any Page {
        FormPage(
            "Plan a meeting", trail: [("Meetings", .meetings)], form: form, to: Route.planMeeting.destination(),
            token: work.question.token, button: .init("Plan it"))
    }

    private static func planForm(_ work: GovernanceWork, _ filled: SentValues) -> PlanMeetingForm {
        let committees = work.book.committees.values.filter { work.may(.keepMeetings, in: [$0.id]) }
            .sorted { $0.title < $1.title }.map { Choice($0.id.description, $0.title) }
        return PlanMeetingForm(filled, committees: committees, taken: Array(work.book.meetings.keys))
    }

    static func planning(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        return Answer(planPage(planForm(work, SentValues()), work))
    }

    static func plan(_ sent: Sent) throws -> Outcome {
        let work = try GovernanceWork(sent.question)
        var form = planForm(work, sent.filled)
        guard let planned = form.read() else { return Outcome(kind: .again(planPage(form, work))) }
        return try work.take(
            form, page: { planPage($0, work) }, done: MeetingDeed(planned.meeting, .live).path,
            notice: "The meeting is planned. Now put its items on the agenda."
        ) { act, _, _ in [act] }
    }
}
