import Markup
public import Priorities
public import Vocabulary

/// A member votes in a secret ballot.
public struct BallotForm: Sendable {
    public var work: RoundAtWork
    public var member: Member
    public var ballot: Ballot

    public init(_ work: RoundAtWork, _ member: Member, _ ballot: Ballot) {
        self.work = work
        self.member = member
        self.ballot = ballot
    }

    /// What the member votes on.
    public var options: [Priorities.Option] {
        let excluded = work.round.excluded(member.id)
        return ballot.options.filter { !excluded.contains($0) }.compactMap { work.round.option($0) }
    }

    private static let words: [(vote: Ballot.Vote, value: String, words: String)] = [
        (.fund, "fund", "Fund it"), (.doNotFund, "do-not-fund", "Do not fund it"), (.deferred, "defer", "Put it off"),
        (.abstain, "abstain", "Abstain"),
    ]

    private static func words(of vote: Ballot.Vote, on option: Priorities.Option) -> String {
        guard option.kind.isDisinvestment else { return words.first { $0.vote == vote }?.words ?? "" }
        switch vote {
        case .fund: return "Do it"
        case .doNotFund: return "Do not do it"
        default: return words.first { $0.vote == vote }?.words ?? ""
        }
    }

    public func written(_ votes: [Slug: Ballot.Vote]) -> SentValues {
        var sent = SentValues()
        for (option, vote) in votes {
            sent["vote-\(option)"] = BallotForm.words.first { $0.vote == vote }?.value ?? ""
        }
        return sent
    }

    public func read(_ sent: SentValues) throws(FieldErrors) -> [Slug: Ballot.Vote] {
        var reader = FieldReader(sent)
        var votes: [Slug: Ballot.Vote] = [:]
        for option in options {
            let name = "vote-\(option.id)"
            if let word = BallotForm.words.first(where: { $0.value == sent.text(name) }) {
                votes[option.id] = word.vote
            } else {
                reader.refuse(name, "Choose a vote on “\(option.title)”, or abstain.")
            }
        }
        try reader.done()
        return votes
    }

    public func page(_ sent: SentValues = SentValues(), errors: FieldErrors = FieldErrors([:])) -> FormPage {
        let form = Form(
            to: RoundWork.vote.destination(in: work.id), token: work.token, id: "ballot", label: "Vote",
            parts: options.map { option in
                let name = "vote-\(option.id)"
                return .field(
                    Field(
                        name, label: option.title, hint: option.kind == .invest ? nil : option.kind.title,
                        error: errors.sentences[name],
                        kind: .radios(
                            BallotForm.words.map { Choice($0.value, BallotForm.words(of: $0.vote, on: option)) },
                            selected: sent.text(name))))
            }, kept: [work.keptRevision], button: .init("Go on"))
        return FormPage(
            work, "Vote", above: .member,
            lede: [
                .paragraph(
                    """
                    The ballot is secret. That you have voted is on the record; how you voted is sealed, and nobody \
                    can look it up, no administrator either. When the ballot closes, the votes on each option are \
                    counted apart. A vote cannot be changed or taken back.
                    """, class: "lede")
            ], form: form)
    }

    public func check(_ votes: [Slug: Ballot.Vote], refusal: String? = nil) -> FormPage {
        RoundCheck(
            options.compactMap { option in
                votes[option.id].map { .init(option.title, .text(BallotForm.words(of: $0, on: option))) }
            }, consequences: ["Once it is in the urn, nobody can find your vote, change it or take it back."]
        ).page(
            work, "Check your vote", above: .member, to: .vote, keeping: written(votes), button: "Cast this vote",
            refusal: refusal)
    }

    /// Where there is nothing to fill in: only that somebody has voted can be seen, by themselves too.
    public static func told(_ vote: MemberTasks.Vote, _ work: RoundAtWork) -> FormPage {
        let words: String =
            switch vote {
            case .cast: "You have voted. How you voted is shown to nobody, and so not to you."
            case .leftOut: "You are left out of every option that is voted on, for an interest."
            case .closed: "The ballot has closed."
            case .notOpen, .open: "No ballot is open."
            }
        return FormPage(work, "Vote", above: .member, lede: [.paragraph(.text(words), class: "lede")])
    }
}
