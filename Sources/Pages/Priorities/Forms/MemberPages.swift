import Markup
public import Priorities
import Tabular
import Vocabulary

/// The pages of a member's own part in a round that lead to its forms.
public struct MemberPages: Sendable {
    public var work: RoundAtWork
    public var member: Member
    public var tasks: MemberTasks

    public init(_ work: RoundAtWork, _ member: Member) {
        self.work = work
        self.member = member
        tasks = MemberTasks(of: member.id, in: work.round)
    }

    private var round: Round { work.round }

    private func destination(_ part: RoundWork) -> Destination { part.destination(in: work.id) }

    /// What waits, and where everything is.
    public func hub() -> FormPage {
        let waiting = tasks.waiting.map { words(for: $0) }
        let lede =
            waiting.isEmpty
            ? "Nothing waits for you in this round. \(RoundProgress(round).words)."
            : "Waiting for you: \(inList(waiting) ?? "")."
        return FormPage(
            work, "Your part in this round", above: .member,
            lede: [
                .paragraph(.text("You are its \(member.role). \(lede)"), class: "lede"),
                .summaryList([declaring] + rulings + [weighing, scoring, reading, voting].compactMap(\.self)),
            ], after: [interests], isHub: true)
    }

    private func words(for waiting: MemberTasks.Waiting) -> String {
        switch waiting {
        case .rule: "rule on \(counted(tasks.toRuleOn.count, "interest"))"
        case .weigh: "weigh the criteria"
        case .score: "score the options"
        case .readAssessments: "read \(counted(tasks.unseen.count, "assessment"))"
        case .vote: "vote"
        }
    }

    private var declaring: Html.SummaryRow {
        let own = round.interests.filter { $0.member == member.id }.count
        return .init(
            "Interests", .text(own == 0 ? "You have declared none" : "You have declared \(counted(own, "interest"))"),
            links: round.decision == nil ? [("Declare an interest", destination(.declare))] : [])
    }

    private var rulings: [Html.SummaryRow] {
        tasks.toRuleOn.map { interest in
            .init(
                "Interest of \(round.member(interest.member)?.role ?? interest.member.description)",
                .text("Waits for a chair: \(interest.nature)"), links: [("Rule", destination(.ruling(interest.id)))])
        }
    }

    private var weighing: Html.SummaryRow {
        if round.anchorsClosedAt == nil { return .init("Weights", "Later, once the criteria are closed") }
        if let closed = round.weightsClosedAt { return .init("Weights", .text("Closed on \(closed.day.inWords)")) }
        let done = tasks.weighed.count
        let words =
            tasks.branches.count == 1
            ? (done == 1 ? "Given" : "Not given yet")
            : "\(done) of \(counted(tasks.branches.count, "group")) of criteria weighed"
        return .init(
            "Weights", .text(words), links: [(done == 0 ? "Give weights" : "Change", destination(.weights))])
    }

    private var scoring: Html.SummaryRow {
        if round.weightsClosedAt == nil { return .init("Scores", "Later, once the weights are closed") }
        if let closed = round.scoresClosedAt { return .init("Scores", .text("Closed on \(closed.day.inWords)")) }
        let all = tasks.options.count * round.leaves.count
        let done = round.leaves.reduce(0) { $0 + (tasks.scored[$1.id] ?? 0) }
        return .init(
            "Scores", .text("\(done) of \(counted(all, "score")) given"),
            links: [(done == 0 ? "Score" : done < all ? "Go on scoring" : "Change", destination(.scores))])
    }

    private var reading: Html.SummaryRow? {
        guard !round.assessments.isEmpty else { return nil }
        let unseen = tasks.unseen.count
        return .init(
            "Assessments",
            .text(unseen == 0 ? "You have read all of them" : "\(counted(unseen, "assessment")) to be read"),
            links: [("Read", destination(.papers))])
    }

    private var voting: Html.SummaryRow {
        switch tasks.vote {
        case .notOpen: .init("Ballot", "None is open")
        case .open: .init("Ballot", "Open: you have not voted", links: [("Vote", destination(.vote))])
        case .cast: .init("Ballot", "You have voted")
        case .leftOut: .init("Ballot", "You are left out of all that is voted on")
        case .closed: .init("Ballot", "Closed; you did not vote")
        }
    }

    /// What the member declared, and of what they are left out.
    private var interests: Html {
        let own = round.interests.filter { $0.member == member.id }
        guard !own.isEmpty else { return .none }
        let excluded = round.options.map(\.id).filter(round.excluded(member.id).contains)
        let sentence =
            excluded.isEmpty ? "You are left out of no option." : "You are left out of \(work.titles(excluded))."
        return .section(
            heading: 2, "What you declared", id: "declared",
            [.list(own.map { [.text($0.kind.titleInRound), ": ", .name($0.nature)] }), .paragraph(.text(sentence))])
    }

    /// The branches to be weighed.
    public func weights() -> FormPage {
        let rows = tasks.branches.map { branch -> Html.SummaryRow in
            let place = WeighingPlace(work, member, within: branch)
            let held = place.held
            let title =
                branch.map { round.criterion($0)?.title ?? $0.description }
                ?? (tasks.branches.count == 1 ? "The criteria" : "The criteria at the top")
            return .init(
                title, .text(held.map { place.words($0).uppercasedFirst } ?? "Not given yet"),
                links: [(held == nil ? "Weigh" : "Change", destination(.weigh(branch)))])
        }
        return FormPage(
            work, "Your weights", above: .member,
            lede: [
                .paragraph(
                    """
                    Say how much the criteria matter to you, before anybody scores. Others see what you gave only once \
                    the weights are closed; until then you can change it.
                    """, class: "lede"), .summaryList(rows),
            ])
    }

    /// The criteria to be scored.
    public func scores() -> FormPage {
        let rows = round.leaves.map { criterion -> Html.SummaryRow in
            let done = tasks.scored[criterion.id] ?? 0
            return .init(
                criterion.title, .text("\(done) of \(counted(tasks.options.count, "option")) scored"),
                links: [
                    (
                        done == 0 ? "Score" : done < tasks.options.count ? "Go on" : "Change",
                        destination(.scoresOn(criterion.id))
                    )
                ])
        }
        return FormPage(
            work, "Your scores", above: .member,
            lede: [
                .paragraph(
                    """
                    Score alone, one criterion at a time. What you save is recorded at once; you can change it until \
                    the scores close. Nobody sees it before then.
                    """, class: "lede"), .summaryList(rows),
                .paragraph(.link("Check all your scores", to: destination(.checkScores))),
                .paragraph(.link("Score in Excel instead", to: destination(.scoresForm))),
            ])
    }

    /// All that the member gave, to be read once more.
    public func checkScores() -> FormPage {
        let held = round.leaves.map { ($0, ScoresForm.held(member.id, on: $0.id, in: round)) }
        let missing = held.reduce(0) { sum, one in sum + tasks.options.count { one.1[$0.id] == nil } }
        let sections = held.map { criterion, scores in
            Html.section(
                heading: 2, .name(criterion.title), id: ElementID("check-\(criterion.id)"),
                [
                    .summaryList(
                        tasks.options.map { option in
                            .init(option.title, .text(scores[option.id].map(ScoresForm.words) ?? "No score yet"))
                        }),
                    round.scoresClosedAt == nil
                        ? .paragraph(
                            .link(
                                .text("Change your scores on “\(criterion.title)”"),
                                to: destination(.scoresOn(criterion.id)))) : .none,
                ])
        }
        let words =
            missing == 0
            ? "All options are scored, and all of it is recorded. There is nothing more to send."
            : "\(counted(missing, "score").uppercasedFirst) \(missing == 1 ? "is" : "are") missing. What is here is recorded."
        return FormPage(
            work, "Check your scores", above: .member, lede: [.paragraph(.text(words), class: "lede")], after: sections)
    }

    /// What the law asks for, to be read before anything is decided.
    public func papers(error: String? = nil) -> FormPage {
        let unseen = Set(tasks.unseen.map(\.id))
        let rows = round.assessments.map { assessment -> Html.SummaryRow in
            let option = round.option(assessment.option)?.title ?? assessment.option.description
            let none = assessment.reasonForNone.map { "There is none: \($0)" }
            let words = none ?? "“\(assessment.title)”, \(assessment.dated.inWords)"
            return .init(
                "\(option): \(assessment.kind.words)",
                .text(words + (unseen.contains(assessment.id) ? "" : " – you have read it")))
        }
        let form = Form(
            to: destination(.papers), token: work.token, id: "papers", label: "Say what you have read",
            parts: [
                .field(
                    Field(
                        "seen", label: "I have read", error: error,
                        kind: .checkboxes(
                            tasks.unseen.map { Choice($0.id.description, $0.title) }, selected: [])))
            ], kept: [work.keptRevision], button: .init("Record that I have read them"))
        return FormPage(
            work, "What the law asks for", above: .member, lede: [.summaryList(rows)],
            form: tasks.unseen.isEmpty || round.decision != nil ? nil : form)
    }
}
