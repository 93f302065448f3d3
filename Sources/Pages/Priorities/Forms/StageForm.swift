import Markup
public import Priorities
import Vocabulary

/// Closes a step of a round, or opens it again; each after a look at what that means.
public struct StageForm: Sendable {
    public var work: RoundAtWork
    public var stage: Stage

    public init(_ work: RoundAtWork, _ stage: Stage) {
        self.work = work
        self.stage = stage
    }

    /// What is closed or opened: `criteria and their scales`.
    public var words: String { stage.words }

    static func closedAt(_ stage: Stage, in round: Round) -> Moment? {
        switch stage {
        case .anchors: round.anchorsClosedAt
        case .weights: round.weightsClosedAt
        case .scores: round.scoresClosedAt
        }
    }

    /// What there is to be closed.
    private var rows: [Html.SummaryRow] {
        let round = work.round
        func given(_ has: (Slug) -> Bool) -> [Html.SummaryRow] {
            round.members.map { .init($0.role.uppercasedFirst, .text(has($0.id) ? "Given" : "Nothing given")) }
        }
        switch stage {
        case .anchors:
            return [
                .init("Criteria", .text(inList(round.criteria.map(\.title)) ?? "None")),
                .init("Money", .text(round.envelope == nil ? "Not said yet" : "Said")),
                .init("Panel", .text(counted(round.members.count, "member"))),
            ]
        case .weights: return given { round.weights[$0] != nil }
        case .scores:
            return round.members.map { member in
                let tasks = MemberTasks(of: member.id, in: round)
                let done = round.leaves.reduce(0) { $0 + (tasks.scored[$1.id] ?? 0) }
                return .init(
                    member.role.uppercasedFirst,
                    .text("\(done) of \(counted(tasks.options.count * round.leaves.count, "score"))"))
            }
        }
    }

    private var meaning: String {
        switch stage {
        case .anchors:
            "Nobody can change the criteria and what their figures mean after this. Members can then give weights."
        case .weights:
            "No weights can be given or changed after this, and members see one another’s. They can then score."
        case .scores:
            """
            No score, option, member or money can be changed after this, and members see one another’s scores. The \
            answer can then be worked out.
            """
        }
    }

    /// Those who would be closed out without having weighed.
    private var silent: String? {
        guard stage == .weights else { return nil }
        let roles = work.round.members.filter { work.round.weights[$0.id] == nil }.map(\.role)
        guard !roles.isEmpty, let names = inList(roles) else { return nil }
        return "\(names.uppercasedFirst) \(roles.count == 1 ? "has" : "have") given no weights. "
            + "The weights are then the mean of what the others gave."
    }

    /// - Parameter refusal: why it cannot be closed now.
    public func closing(refusal: String? = nil) -> FormPage {
        RoundCheck(
            rows,
            consequences: [silent].compactMap(\.self) + [
                meaning, "It can be opened again only with a reason; what was entered since is then set aside.",
            ]
        ).page(
            work, "Close the \(stage.words)", above: .manager, to: .close(stage), keeping: SentValues(),
            button: "Close the \(stage.words)", refusal: refusal, isChangeable: false)
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> String {
        var reader = FieldReader(sent)
        let reason = reader.text("reason", missing: "Give the reason in a sentence; it is on the record.")
        try reader.done()
        return reason
    }

    /// - Parameter lost: what would be set aside.
    public func reopening(
        _ sent: SentValues = SentValues(), lost: [String], errors: FieldErrors = FieldErrors([:]),
        refusal: String? = nil
    ) -> FormPage {
        let heading = "Open the \(stage.words) again"
        let form = Form(
            to: RoundWork.reopen(stage).destination(in: work.id), token: work.token, id: "reopen", label: heading,
            parts: [
                .field(
                    Field(
                        "reason", label: "Why?", hint: "This is published.", error: errors.sentences["reason"],
                        kind: .longText(value: sent["reason"], rows: 3)))
            ], kept: [work.keptRevision], button: .init(heading, .warning), errors: refusal.map { [$0] } ?? [])
        return FormPage(
            work, heading, above: .manager,
            lede: [
                .notification(
                    .important, title: "What is set aside, and the record says so", id: "follows",
                    [.list((lost.isEmpty ? ["Nothing"] : lost).map { .text($0.uppercasedFirst) })])
            ], form: form)
    }
}
