import Markup
public import Priorities
public import Vocabulary

/// The page from which a round is run: what comes next, and where each part of it is done.
public struct ManagePages: Sendable {
    public var work: RoundAtWork
    public var next: RoundNext

    /// Members whose seat an account holds; nil where it is not known.
    public var seated: Set<Slug>?

    public init(_ work: RoundAtWork, seated: Set<Slug>? = nil) {
        self.work = work
        self.seated = seated
        next = RoundNext(work.round)
    }

    private var round: Round { work.round }

    private func link(_ words: String, _ part: RoundWork) -> (words: String, destination: Destination) {
        (words, part.destination(in: work.id))
    }

    public func hub() -> FormPage {
        FormPage(
            work, "Run this round", above: .manager,
            lede: [
                .notification(
                    .important, title: "Next", id: "next",
                    [.list(next.steps.map { step in sentence(for: step) }, isOrdered: next.steps.count > 1)])
            ],
            after: [
                section("Before anybody scores", "before", [envelope, criteria, options, members]),
                section("Steps", "steps", Stage.allCases.map { stage($0) }),
                section("The answer", "answer", [solving, assessments, ballot, decision]),
                section("On the record", "record", [advice, pressure]), setAside,
            ], isHub: true)
    }

    private func section(_ title: String, _ id: ElementID, _ rows: [Html.SummaryRow]) -> Html {
        .section(heading: 2, .text(title), id: id, [.summaryList(rows)])
    }

    private func roles(_ members: [Slug]) -> String {
        inList(members.map { round.member($0)?.role ?? $0.description }) ?? "nobody"
    }

    private func sentence(for step: RoundNext.Step) -> Html {
        func linked(_ words: String, _ part: RoundWork) -> Html {
            .link(.text(words), to: part.destination(in: work.id))
        }
        return switch step {
        case .setEnvelope: linked("Say how much money there is", .money)
        case .setCriteria: linked("Say what options are judged by", .criteria)
        case .putForwardOptions: linked("Put options forward", .options)
        case .seatMembers: linked("Seat the panel", .members)
        case .close(let stage): linked("Close the \(stage.words)", .close(stage))
        case .giveWeights(let waiting): .text("Weights are still to come from: \(roles(waiting)).")
        case .giveScores(let waiting): .text("Scores are still to come from: \(roles(waiting)).")
        case .ruleOnInterests(let waiting):
            .text("A chair has to rule on \(counted(waiting.count, "interest")), on their own page.")
        case .solve: linked("Work the answer out", .solve)
        case .readAnswer:
            [.link("Read the answer", to: Route.round(work.id).destination()), " and how far it can be trusted."]
        case .attachAssessments(let options):
            linked("Attach what the law asks for on \(work.titles(options))", .assessments)
        case .openBallot:
            [
                linked("Open a ballot, once members have discussed the answer", .ballot), "; or, without one, ",
                linked("let a committee decide", .decide), ".",
            ]
        case .castBallots(let waiting):
            .text(waiting.isEmpty ? "Everybody who may has voted." : "Votes are still to come from: \(roles(waiting)).")
        case .closeBallot: linked("Close the ballot", .ballot)
        case .decide:
            [linked("Let a committee decide", .decide), ": at a meeting, with a motion."]
        case .publish: linked("Publish the record", .publish)
        case .verify: linked("Read what is published, and how anybody can check it", .publish)
        }
    }

    private var isOpen: Bool { round.decision == nil && round.scoresClosedAt == nil }

    private var envelope: Html.SummaryRow {
        let words = round.envelope.map { envelope in
            inList(envelope.years.map { "\($0.year): \(envelope.all(in: $0.year).inPounds)" }) ?? ""
        }
        return .init(
            "Money",
            .text((words ?? "Not said yet") + (round.rules.isEmpty ? "" : "; \(counted(round.rules.count, "rule"))")),
            links: isOpen ? [link(round.envelope == nil ? "Say" : "Change", .money)] : [])
    }

    private var criteria: Html.SummaryRow {
        .init(
            "Criteria", .text(round.criteria.isEmpty ? "None yet" : inList(round.criteria.map(\.title)) ?? ""),
            links: isOpen && round.anchorsClosedAt == nil
                ? [link(round.criteria.isEmpty ? "Say" : "Change", .criteria)] : [])
    }

    private var options: Html.SummaryRow {
        .init(
            "Options", .text(round.options.isEmpty ? "None yet" : counted(round.options.count, "option")),
            links: isOpen ? [link(round.options.isEmpty ? "Put forward" : "Change", .options)] : [])
    }

    private var members: Html.SummaryRow {
        let without = seated.map { seated in round.members.count { !seated.contains($0.id) } } ?? 0
        let note = without == 0 ? "" : "; \(without) without an account to sign in with"
        return .init(
            "Panel", .text(round.members.isEmpty ? "Nobody yet" : counted(round.members.count, "member") + note),
            links: isOpen ? [link(round.members.isEmpty ? "Seat members" : "Change", .members)] : [])
    }

    private func stage(_ stage: Stage) -> Html.SummaryRow {
        let title = stage.words.uppercasedFirst
        guard let closed = StageForm.closedAt(stage, in: round) else {
            let isNext = next.steps.contains(.close(stage))
            let before = Stage.allCases.prefix { $0 != stage }.last
            if let before, StageForm.closedAt(before, in: round) == nil {
                return .init(title, .text("Later, once the \(before.words) are closed"))
            }
            return .init(title, "Open", links: isNext ? [link("Close", .close(stage))] : [])
        }
        return .init(
            title, .text("Closed on \(closed.day.inWords)"),
            links: round.decision == nil ? [link("Open again", .reopen(stage))] : [])
    }

    private var solving: Html.SummaryRow {
        guard let result = round.result else {
            return .init(
                "Answer",
                .text(round.scoresClosedAt == nil ? "Later, once the scores are closed" : "Not worked out yet"),
                links: next.steps.contains(.solve) ? [link("Work it out", .solve)] : [])
        }
        return .init(
            "Answer", .text("Worked out on \(result.at.day.inWords)"),
            links: [
                ("Read", Route.round(work.id).destination())
            ])
    }

    private var assessments: Html.SummaryRow {
        let missing = round.options.filter { !round.missingAssessments(of: $0).isEmpty }.count
        let isAsked = round.options.contains(where: \.needsAssessments)
        let words =
            missing > 0
            ? "Some are missing for \(counted(missing, "option"))"
            : isAsked ? "Nothing is missing" : "Nothing, as the options stand"
        return .init(
            "What the law asks for", .text(words), links: isAsked ? [link("Attach", .assessments)] : [])
    }

    private var ballot: Html.SummaryRow {
        guard let ballot = round.ballot else {
            return .init("Ballot", "None", links: round.result == nil ? [] : [link("Open", .ballot)])
        }
        let state = ballot.choices == nil ? "Open" : "Closed"
        return .init(
            "Ballot", .text("\(state): \(ballot.voted.count) of \(counted(round.members.count, "member")) voted"),
            links: [link(ballot.choices == nil ? "Close" : "Look", .ballot)])
    }

    private var decision: Html.SummaryRow {
        guard round.decision == nil else {
            return .init("Decision", round.published.isEmpty ? "Recorded" : "Published", links: [link("Look", .decide)])
        }
        return .init(
            "Decision", .text(round.result == nil ? "Later, once there is an answer" : "By a committee, at a meeting"),
            links: round.result == nil ? [] : [link("Bring it there", .decide)])
    }

    private var advice: Html.SummaryRow {
        .init(
            "Advice", .text(round.advice.isEmpty ? "None" : "\(round.advice.count) on the record"),
            links: round.decision == nil ? [link("Add", .advice)] : [])
    }

    private var pressure: Html.SummaryRow {
        let count = round.representations.count
        return .init("Pressure", .text(count == 0 ? "None" : "\(count) on the record"), links: [link("Add", .pressure)])
    }

    private var setAside: Html {
        guard !round.setAside.isEmpty else { return .none }
        return .section(
            heading: 2, "What was set aside", id: "set-aside",
            [.list(round.setAside.map { .text("\($0.at.day.inWords): \($0.what). \($0.reason)") })])
    }
}
