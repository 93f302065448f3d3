import Markup
public import Priorities
public import Vocabulary

/// Records what a meeting decided on each option, with the reason: shown once more before it is sent.
public struct DecisionForm: Sendable {
    public var work: RoundAtWork
    /// What the meeting did, from its own record.
    public var sitting: Sitting
    /// Nil without an answer.
    public var recommended: Set<Slug>?
    /// By option: the reasons of the motion that was carried on it.
    public var reasons: [Slug: String]

    public init(_ work: RoundAtWork, sitting: Sitting, recommended: Set<Slug>?, reasons: [Slug: String]) {
        self.work = work
        self.sitting = sitting
        self.recommended = recommended
        self.reasons = reasons
    }

    private var round: Round { work.round }
    private static func outcomeField(_ option: Slug) -> String { "outcome-\(option)" }
    private static func reasonField(_ option: Slug) -> String { "reason-\(option)" }
    private var kept: [Form.Kept] {
        [.init("meeting", sitting.meeting.description), .init("item", sitting.item.description)]
    }

    /// As the meeting's record has it.
    public var blank: SentValues {
        var sent = SentValues()
        for option in round.options {
            sent.fill(DecisionForm.outcomeField(option.id), sitting.resolved(option.id)?.rawValue)
            sent.fill(DecisionForm.reasonField(option.id), reasons[option.id])
        }
        return sent
    }

    /// What may be recorded on an option: what was carried, and where nothing was moved that it stays as it is.
    private func choices(_ option: Slug) -> [Decision.Outcome.Kind] {
        if let resolved = sitting.resolved(option) { return [resolved] }
        let isMoved = sitting.votes.contains { $0.isCarried && $0.options.contains(option) }
        return isMoved ? [] : [.notFunded, .deferred]
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> DecisionDocument {
        var reader = FieldReader(sent)
        var outcomes: [Decision.Outcome] = []
        for option in round.options {
            let allowed = choices(option.id)
            let chosen = allowed.count == 1 ? allowed[0] : nil
            let outcome =
                chosen
                ?? reader.choice(
                    DecisionForm.outcomeField(option.id), as: Decision.Outcome.Kind.self,
                    missing: "Say what becomes of “\(option.title)”.")
            let reason = reader.words(
                DecisionForm.reasonField(option.id), missing: "Give the reason for “\(option.title)”.")
            if let outcome, let reason {
                outcomes.append(Decision.Outcome(option: option.id, outcome: outcome, reason: reason))
            }
        }
        try reader.done()
        return DecisionDocument(meeting: sitting.meeting, item: sitting.item, outcomes: outcomes)
    }

    private var heard: Html {
        let bodies = sitting.bodies.map { "\($0.title): \($0.isQuorate ? "quorate" : "not quorate") (\($0.quorum))." }
        let carried = sitting.votes.filter(\.isCarried)
        let votes = carried.map { vote in
            Html.text("\(vote.motion) Carried \(vote.manner ?? "by \(vote.inFavour) to \(vote.against)").")
        }
        return .section(
            heading: 2, .text("What the meeting of \(sitting.on.inWords) did"), id: "meeting",
            bodies.map { .paragraph(.text($0)) } + [
                votes.isEmpty ? .paragraph("It carried no motion on this item.") : .list(votes),
                .paragraph(.link("Read about the meeting", to: Route.meeting(sitting.meeting).destination())),
            ])
    }

    private func recommendation(_ option: Priorities.Option) -> String {
        recommended.map { "The calculation says: \(option.kind.recommendation(isFunded: $0.contains(option.id)))." }
            ?? "There is no answer of the calculation."
    }

    /// True where people decide otherwise than the calculation has it.
    private func departs(_ outcome: Decision.Outcome) -> Bool {
        recommended.map { $0.contains(outcome.option) != (outcome.outcome == .funded) } ?? false
    }

    public func page(
        _ sent: SentValues, errors: FieldErrors = FieldErrors([:]), refusal: String? = nil
    ) -> FormPage {
        let errors = errors.sentences
        let parts = round.options.map { option -> Form.Part in
            let (outcome, reason) = (DecisionForm.outcomeField(option.id), DecisionForm.reasonField(option.id))
            let allowed = choices(option.id)
            let decided: Form.Part =
                allowed.count == 1
                ? .words(
                    .paragraph([
                        .text("The meeting: "), .strong(.text(allowed[0].words(of: option).uppercasedFirst)), ".",
                    ]))
                : .field(
                    Field(
                        outcome, label: "What becomes of it?",
                        hint: "No motion on it was carried: it stays as it is, or is put off.",
                        error: errors[outcome],
                        kind: .radios(
                            [Decision.Outcome.Kind.notFunded, .deferred].map {
                                Choice($0.rawValue, $0.words(of: option).uppercasedFirst)
                            }, selected: sent.text(outcome))))
            return .fieldset(
                legend: option.title,
                [
                    .words(.paragraph(.text(recommendation(option)))), decided,
                    .field(
                        Field(
                            reason, label: "Why?",
                            hint: "It is published. Where it is not as the calculation says, give the reason for that.",
                            error: errors[reason], kind: .longText(value: sent[reason], rows: 2))),
                ])
        }
        let form = Form(
            to: RoundWork.recordDecision.destination(in: work.id), token: work.token, id: "decision",
            label: "Record the decision", parts: parts, kept: kept + [work.keptRevision],
            button: .init("Go on and check"), errors: refusal.map { [$0] } ?? [])
        return FormPage(work, "Record the decision", above: .decider, lede: [heard], form: form)
    }

    /// What is about to be recorded.
    ///
    /// - Parameter refusal: why it could not be recorded as it stands.
    public func check(_ sent: SentValues, _ document: DecisionDocument, refusal: String? = nil) -> FormPage {
        let rows = document.outcomes.map { outcome -> Html.SummaryRow in
            let option = round.option(outcome.option)
            let words = option.map { outcome.outcome.words(of: $0).uppercasedFirst } ?? outcome.outcome.words
            return .init(
                option?.title ?? outcome.option.description,
                [
                    .strong(.text(departs(outcome) ? "\(words), otherwise than recommended" : words)), ". ",
                    .name(outcome.reason),
                ])
        }
        let departing = document.outcomes.filter { departs($0) }
        let agreement =
            recommended == nil
            ? []
            : departing.isEmpty
                ? ["The decision is what the calculation recommends."]
                : [
                    "On \(work.titles(departing.map(\.option))) the decision is otherwise than recommended; the record "
                        + "says so, with your reason."
                ]
        return RoundCheck(
            [
                .init("Decided by", .text(sitting.bodies.map(\.title).joined(separator: " and "))),
                .init("On", .text(sitting.on.inWords)),
            ] + rows,
            consequences: agreement + [
                "The decision stands once it is recorded; only an appeal that is upheld opens it again."
            ]
        ).page(
            work, "Check the decision", above: .decider, to: .recordDecision, keeping: sent,
            button: "Record the decision", refusal: refusal)
    }
}

extension Decision.Outcome.Kind {
    /// Of a service that would be stopped or reduced, `funded` means that it is done.
    func words(of option: Priorities.Option) -> String {
        switch (self, option.kind.isDisinvestment) {
        case (.funded, false): "funded"
        case (.notFunded, false): "not funded"
        case (.funded, true): "done: \(option.kind.recommendation(isFunded: true).lowercased())"
        case (.notFunded, true): "not done: \(option.kind.recommendation(isFunded: false).lowercased())"
        case (.deferred, _): "put off"
        }
    }
}
