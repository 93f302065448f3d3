public import Markup
import Priorities
public import Vocabulary

/// Where the record of a decided round is published: what will be public is said first, then it is done and followed.
public struct PublishPage: Page {
    public var work: RoundAtWork
    public var doing: Doing?
    /// False where the server has no place for records.
    public var hasPlace: Bool
    /// What the record lacks, in words; nothing where it can be published.
    public var lacking: [String]
    /// Of this round, the latest first.
    public var records: [PublishedListed]
    /// Why it was not done, where it was tried.
    public var refusal: String?

    public enum Doing: Hashable, Sendable {
        /// What is being done, and how much of it is done, 0 to 1.
        case running(String, share: Double)
        /// Why it was not published.
        case failed(String)
    }

    public init(
        _ work: RoundAtWork, doing: Doing?, hasPlace: Bool, lacking: [String], records: [PublishedListed],
        refusal: String? = nil
    ) {
        self.work = work
        self.doing = doing
        self.hasPlace = hasPlace
        self.lacking = lacking
        self.records = records
        self.refusal = refusal
    }

    /// Said where the server was started without a place for records.
    public static let withoutPlace = Refusal(
        .rule, code: "no-place", "This server has no place in which records are published.",
        remedy: "Ask whoever runs it to start it with: remit serve --published DIR")

    /// True where the page is to be asked for again by itself.
    public var isFollowed: Bool {
        if case .running = doing { true } else { false }
    }

    private var round: Round { work.round }
    /// True where the decision as it stands has been published.
    private var isPublished: Bool { records.contains { $0.standing == .latest } }

    public var heading: String {
        if isFollowed { return "The record is being published" }
        return isPublished && refusal == nil ? "The record is published" : "Publish the record"
    }

    public var route: Route? { nil }
    public var trail: [(name: String, route: Route)] { [("Rounds", .rounds), (round.title, .round(work.id))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a priority round" }
    public var subtitle: Html { .paragraph(.name(round.title), class: "subtitle") }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    private var form: Form? {
        guard hasPlace, lacking.isEmpty, !isFollowed else { return nil }
        return Form(
            to: RoundWork.publish.destination(in: work.id), token: work.token, id: "publish",
            label: "Publish the record", kept: [work.keptRevision],
            button: .init(isPublished ? "Publish it once more" : "Publish the record", isPublished ? .second : .first),
            errors: [refusal].compactMap(\.self))
    }

    public func content(in shell: Shell) -> [Html] {
        let back = Html.paragraph(
            .link("Back to the round", to: shell.destination(.round(work.id))), class: "back")
        if case .running(let what, let share) = doing {
            return [
                .paragraph(.text("\(what.uppercasedFirst): \(Int((share * 100).rounded(.down))) %."), class: "lede"),
                .paragraph("This page asks again by itself every few seconds. You may leave it; the work goes on."),
                .paragraph(.link("Look again now", to: RoundWork.publish.destination(in: work.id))), back,
            ]
        }
        return [refused, failure, published(in: shell), hindrance(in: shell)] + look(in: shell) + [
            (form?.html).orNone, back,
        ]
    }

    /// Said at the button where there is one, else here.
    private var refused: Html {
        guard form == nil, let refusal else { return .none }
        return .notification(.important, title: "It was not published", id: "refused", [.paragraph(.text(refusal))])
    }

    private var failure: Html {
        guard case .failed(let why) = doing else { return .none }
        return .notification(.important, title: "It was not published", [.paragraph(.text(why))])
    }

    private func published(in shell: Shell) -> Html {
        guard let latest = records.first else { return .none }
        let words = "Published on \(latest.publishedAt.inLondon.day.inWords)"
        return .section(
            heading: 2, "What is published", id: "published",
            [
                .list(
                    records.map { record in
                        [
                            .link(
                                .text("Published on \(record.publishedAt.inLondon.day.inWords) (\(record.name))"),
                                to: shell.destination(.publishedRecord(record.name))),
                            .text(". \(record.standing.words)."),
                        ]
                    }),
                isPublished
                    ? .paragraph(
                        """
                        Put the head of the record, which its page shows, into the minutes of the next meeting too: by \
                        it anybody finds out a record that was changed later.
                        """)
                    : .paragraph(.text("\(words), and since then the decision was made anew: publish it again.")),
            ])
    }

    private func hindrance(in shell: Shell) -> Html {
        guard hasPlace else {
            return .notification(
                .important, title: "There is no place for it",
                [
                    .paragraph(
                        """
                        This server was started without a place in which records are published. Whoever runs it \
                        starts it with:
                        """),
                    .command("remit serve --published DIR"),
                ])
        }
        guard !lacking.isEmpty else { return .none }
        let next: (words: String, part: RoundWork) =
            round.decision != nil && round.appeals == nil
            ? ("Say how to appeal", .appealsRoute) : ("Go to how the round is decided", .decide)
        return .notification(
            .important, title: "It cannot be published yet",
            [
                .paragraph("Nobody could hold you to a record that lacks what is named here."),
                .list(lacking.map { .text($0.uppercasedFirst + ".") }),
                .paragraph(.link(.text(next.words), to: next.part.destination(in: work.id))),
            ])
    }

    // MARK: - What will be public

    private func look(in shell: Shell) -> [Html] {
        guard let decision = round.decision else { return [] }
        let outcomes = Decision.Outcome.Kind.allCases.compactMap { kind -> String? in
            let count = decision.outcomes.count { $0.outcome == kind }
            return count == 0 ? nil : "\(count) \(kind.words)"
        }
        let roles = round.members.map { "\($0.role) (\($0.id))" }
        let inPublic: [Html.SummaryRow] = [
            .init(
                "Decision",
                .text(
                    "By \(decision.body) on \(decision.decidedOn.inWords): \(inList(outcomes) ?? "nothing"), each "
                        + "with its reason")),
            .init("Money and criteria", "The money, the rules, the criteria and the weights that were given"),
            .init("Scores", .text("Every score, under the member’s short name and role")),
            .init(
                "Ballot",
                round.ballot == nil
                    ? "There was none" : "The votes in sorted order, and who voted, but not how anybody voted"),
            .init(
                "Meeting",
                decision.sitting == nil
                    ? "There was none" : "Its votes, its quorum, and by role who stood back and why"),
            .init(
                "From outside",
                .text(
                    "\(counted(round.advice.count, "piece of advice", "pieces of advice")) and "
                        + "\(counted(round.representations.count, "attempt to press", "attempts to press"))")),
            .init(
                "Appeals",
                .text(
                    round.appeals.map { "To \($0.address), within \(counted($0.days, "day"))" } ?? "Not said yet")),
        ]
        let back: [Html] = [
            "Names of members, and what they declared in their own words: digests stand in their place.",
            "How each member voted in the ballot.",
            "The documents that the law asks for: their titles and digests are published, not what is in them.",
            "All that is not of this round.",
        ]
        return [
            .section(heading: 2, "What will be public", id: "public", [.summaryList(inPublic)]),
            .section(
                heading: 2, "Who is named in it", id: "named",
                [
                    .paragraph("Nobody by name. Members stand in it by role and short name:"),
                    .list(roles.map { .text($0) }),
                ]),
            .section(heading: 2, "What stays back", id: "kept", [.list(back)]),
            .paragraph(
                """
                What is published is not taken back: a later record is shown beside the earlier ones, and before them.
                """),
        ]
    }
}
