public import Governance
public import Markup
import Priorities
public import Vocabulary

/// Asks at which meeting a round is decided, and under which matter.
public struct RoundAgendaForm: Sendable {
    public var work: RoundAtWork
    /// Meetings to come, and those being held.
    public var meetings: [Choice]
    /// Matters that their committees may decide.
    public var matters: [Choice]
    /// What the recommended options cost in a full year; nil without an answer.
    public var recommended: Money?
    /// The short name that the item is to have: sent twice, it is put on the agenda once.
    public var entry: Slug

    public init(_ work: RoundAtWork, meetings: [Choice], matters: [Choice], recommended: Money?, entry: Slug) {
        self.work = work
        self.meetings = meetings
        self.matters = matters
        self.recommended = recommended
        self.entry = entry
    }

    public var blank: SentValues {
        var sent = SentValues(["title": [work.round.title]])
        if let recommended, recommended >= .zero { sent.fill("amount", recommended) }
        if meetings.count == 1 { sent.fill("meeting", meetings[0].value) }
        if matters.count == 1 { sent.fill("matter", matters[0].value) }
        return sent
    }

    /// What the organisations, the classes, the gates and the result are, the store fills in from the round.
    public func read(_ sent: SentValues) throws(FieldErrors) -> PutOnAgenda {
        var reader = FieldReader(sent)
        let meeting = reader.name("meeting", missing: "Choose the meeting.")
        let title = reader.line("title", missing: "Say what the item is called.")
        let matter = reader.name("matter", missing: "Choose the matter that is decided.")
        let amount = reader.amount(
            "amount", missing: "Enter what the decision may commit, £0 where it commits nothing.")
        let reason = reader.line("reason")
        if let meeting, !meetings.contains(where: { $0.value == meeting.description }) {
            reader.refuse("meeting", "Choose one of the meetings in the list.")
        }
        try reader.done()
        guard let meeting, let title, let matter else { throw FieldErrors([:]) }
        return PutOnAgenda(
            meeting: meeting,
            item: AgendaItem(
                id: entry, title: title, purpose: .decide, subject: .round(work.id), matter: matter, amount: amount),
            reasonForLate: reason)
    }

    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        guard !meetings.isEmpty else {
            return FormPage(
                work, "Put the round on an agenda", above: .decider,
                lede: [
                    .paragraph("No meeting of a committee that you keep is planned.", class: "lede"),
                    .paragraph(.link("Plan a meeting", to: Route.planMeeting.destination())),
                ])
        }
        func menu(_ name: String, _ label: String, hint: String, _ choices: [Choice]) -> Form.Part {
            .field(
                Field(
                    name, label: label, hint: hint, error: errors[name],
                    kind: .choice(
                        [ChoiceGroup(nil, [Choice("", "Choose")] + choices)], selected: sent.text(name))))
        }
        let form = Form(
            to: RoundWork.agenda.destination(in: work.id), token: work.token, id: "agenda",
            label: "Put the round on an agenda",
            parts: [
                menu("meeting", "At which meeting?", hint: "Those to come, and those being held.", meetings),
                .field(
                    Field(
                        "title", label: "What is the item called?", error: errors["title"],
                        kind: .text(value: sent["title"]))),
                menu(
                    "matter", "Under which matter is it decided?",
                    hint: "As the committee’s terms of reference name it.", matters),
                .field(
                    Field(
                        "amount", label: "What may the decision commit?",
                        hint: "What is recommended costs this much in a full year, where it is filled in.",
                        error: errors["amount"], kind: .money(value: sent["amount"]))),
                .field(
                    Field(
                        "reason", label: "Why late, where the papers are out already?", error: errors["reason"],
                        kind: .text(value: sent["reason"]))),
            ], kept: [.init("entry", entry.description), work.keptRevision], button: .init("Put it on the agenda"),
            errors: refusal.map { [$0] } ?? [])
        return FormPage(
            work, "Put the round on an agenda", above: .decider,
            lede: [
                .paragraph(
                    """
                    The item gets from the round whom each option touches, so that interests find it, the result to \
                    vote on, and the documents that the law asks for.
                    """, class: "lede")
            ], form: form)
    }
}
