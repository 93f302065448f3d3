public import Markup
public import Priorities
public import Vocabulary

/// A round as somebody works on it: what their pages and forms are made from.
public struct RoundAtWork: Sendable {
    public var round: Round
    public var token: FormToken
    /// The journal's line that the round was read at. Forms carry it, so that what was changed meanwhile shows.
    public var revision: Int

    /// The name of the field that every form of a round has.
    public static let revisionField = "revision"

    public init(_ round: Round, token: FormToken, revision: Int) {
        self.round = round
        self.token = token
        self.revision = revision
    }

    public var id: Slug { round.id }

    func titles(_ options: [Slug]) -> String {
        inList(options.map { id in "“\(round.option(id)?.title ?? id.description)”" }) ?? "none"
    }

    /// Options with a word on each, to be ticked.
    func choices(_ options: [Priorities.Option]) -> [Choice] {
        options.map { option in
            Choice(option.id.description, option.title, hint: option.summary.isEmpty ? nil : option.summary)
        }
    }

    var keptRevision: Form.Kept { Form.Kept(RoundAtWork.revisionField, "\(revision)") }
}

extension RoundAtWork {
    /// Whose part of a round a page is.
    public enum Part: Sendable {
        case member, manager
        /// By who brings it to its decision, and by who reads it.
        case decider, reader
    }
}

extension FormPage {
    /// A page of a round.
    ///
    /// - Parameters:
    ///   - part: whose it is, which says where it leads back to.
    ///   - isHub: true where it is the page that the others lead back to.
    init(
        _ work: RoundAtWork, _ heading: String, above part: RoundAtWork.Part, lede: [Html] = [], form: Form? = nil,
        after: [Html] = [], isHub: Bool = false
    ) {
        let hub: (words: String, route: Route) =
            switch part {
            case .member: ("Back to your part in this round", .roundWork(work.id, .mine))
            case .manager: ("Back to what is to be done in this round", .roundWork(work.id, .manage))
            case .decider: ("Back to how the round is decided", .roundWork(work.id, .decide))
            case .reader: ("Back to the round", .round(work.id))
            }
        self.init(
            heading, trail: [("Rounds", .rounds), (work.round.title, .round(work.id))],
            subtitle: .paragraph(.name(work.round.title), class: "subtitle"), origin: "a priority round",
            before: lede, form: form,
            after: after
                + (isHub ? [] : [.paragraph(.link(.text(hub.words), to: hub.route.destination()), class: "back")]))
    }
}

/// What a form is about to do, to be read once more before it is sent.
public struct RoundCheck: Sendable {
    public var rows: [Html.SummaryRow]
    /// What follows from it, one sentence each.
    public var consequences: [String]

    init(_ rows: [Html.SummaryRow], consequences: [String] = []) {
        self.rows = rows
        self.consequences = consequences
    }

    /// The page that asks.
    ///
    /// - Parameters:
    ///   - sent: what was given, which is kept unseen.
    ///   - refusal: why it was not done, where it was tried.
    ///   - isChangeable: false where there is no form to go back to.
    func page(
        _ work: RoundAtWork, _ heading: String, above: RoundAtWork.Part, to place: RoundWork,
        keeping sent: SentValues, button: String, look: Form.Button.Look = .first, refusal: String? = nil,
        isChangeable: Bool = true
    ) -> FormPage {
        let follows: Html =
            consequences.isEmpty
            ? .none
            : .notification(
                .important, title: "What follows", id: "follows",
                consequences.count == 1
                    ? [.paragraph(.text(consequences[0]))] : [.list(consequences.map { .text($0) })])
        let form = Form.check(
            heading, to: place.destination(in: work.id), token: work.token, keeping: sent,
            besides: [RoundAtWork.revisionField], adding: [work.keptRevision], button: button, look: look,
            isChangeable: isChangeable, errors: refusal.map { [$0] } ?? [])
        return FormPage(work, heading, above: above, lede: [.summaryList(rows), follows], form: form)
    }
}

extension SentValues {
    /// The journal's line of the page that the form stood on; nil where it says none.
    public var revision: Int? { Int(self[RoundAtWork.revisionField]) }
}
