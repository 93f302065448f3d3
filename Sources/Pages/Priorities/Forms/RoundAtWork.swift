public import Markup
public import Priorities
public import Vocabulary

/// A round as somebody works on it: what their pages and forms are made from.
public struct RoundAtWork: Sendable {
    public var round: Round
    public var token: FormToken
    /// The journal's line that the round was read at. Forms carry it, so that what was changed meanwhile shows.
    public var revision: Int

    /// The names of fields that every form of a round has.
    public static let (revisionField, stepField) = ("revision", "step")

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

/// A page of a round with one form on it.
public struct RoundFormPage: Page {
    public var work: RoundAtWork
    public var heading: String
    /// What stands above it besides the round.
    public var above: RoundPart
    public var lede: [Html]
    public var form: Form?
    public var after: [Html]

    /// Whose part of a round a page is.
    public enum RoundPart: Sendable {
        case member, manager
    }

    init(
        _ work: RoundAtWork, _ heading: String, above: RoundPart, lede: [Html] = [], form: Form? = nil,
        after: [Html] = []
    ) {
        self.work = work
        self.heading = heading
        self.above = above
        self.lede = lede
        self.form = form
        self.after = after
    }

    public var route: Route? { nil }
    public var trail: [(name: String, route: Route)] { [("Rounds", .rounds), (work.round.title, .round(work.id))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a priority round" }
    public var subtitle: Html { .paragraph(.name(work.round.title), class: "subtitle") }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    public func content(in shell: Shell) -> [Html] {
        let hub: (words: String, work: RoundWork) =
            switch above {
            case .member: ("Back to your part in this round", .mine)
            case .manager: ("Back to what is to be done in this round", .manage)
            }
        return lede + [(form?.html).orNone] + after + [
            .paragraph(.link(.text(hub.words), to: hub.work.destination(in: work.id)), class: "back")
        ]
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

    /// How a form goes on: shown again to be changed, or sent in earnest.
    public enum Step: String, Sendable {
        case change, send
    }

    /// The page that asks.
    ///
    /// - Parameters:
    ///   - sent: what was given, which is kept unseen.
    ///   - refusal: why it was not done, where it was tried.
    ///   - isChangeable: false where there is no form to go back to.
    func page(
        _ work: RoundAtWork, _ heading: String, above: RoundFormPage.RoundPart, to place: RoundWork,
        keeping sent: SentValues, button: String, look: Form.Button.Look = .first, refusal: String? = nil,
        isChangeable: Bool = true
    ) -> RoundFormPage {
        let follows: Html =
            consequences.isEmpty
            ? .none
            : .notification(
                .important, title: "What follows", id: "follows",
                consequences.count == 1
                    ? [.paragraph(.text(consequences[0]))] : [.list(consequences.map { .text($0) })])
        let form = Form(
            to: place.destination(in: work.id), token: work.token, id: "check", label: heading,
            kept: sent.kept(besides: [FormToken.fieldName, RoundAtWork.stepField, RoundAtWork.revisionField])
                + [work.keptRevision],
            button: .init(button, look, sending: .init(RoundAtWork.stepField, Step.send.rawValue)),
            others: isChangeable
                ? [.init("Change", .second, sending: .init(RoundAtWork.stepField, Step.change.rawValue))] : [],
            errors: refusal.map { [$0] } ?? [])
        return RoundFormPage(work, heading, above: above, lede: [.summaryList(rows), follows], form: form)
    }
}

extension SentValues {
    /// Nil when the form is sent for the first time.
    public var step: RoundCheck.Step? { RoundCheck.Step(rawValue: self[RoundAtWork.stepField]) }

    /// The journal's line of the page that the form stood on; nil where it says none.
    public var revision: Int? { Int(self[RoundAtWork.revisionField]) }
}
