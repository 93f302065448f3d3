public import Governance
public import Markup
public import Vocabulary

/// Asks for the counts of a secret vote, and who voted: never who voted how, which nobody knows.
public struct SecretVotesForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var motion: Slug
    public var committees: [Choice]
    /// Who may vote.
    public var voters: [Choice]

    public init(
        _ filled: SentValues = SentValues(), meeting: Slug, motion: Slug, committees: [Choice], voters: [Choice]
    ) {
        self.filled = filled
        self.meeting = meeting
        self.motion = motion
        self.committees = committees
        self.voters = voters
    }

    public var kept: [Form.Kept] {
        [.init("motion", motion.description)]
            + (committees.count == 1 ? [.init("committee", committees[0].value)] : [])
    }

    public var parts: [Form.Part] {
        (committees.count > 1 ? [menu("committee", "In which committee?", committees)] : []) + [
            boxes("voted", "Who put a paper in?", hint: "That they voted is recorded, and never how.", voters),
            number("inFavour", "Papers for"), number("against", "Papers against"),
            number("abstained", "Papers left blank, to abstain"),
        ]
    }

    private func number(_ name: String, _ label: String) -> Form.Part {
        field(name, label, .number(value: filled.text(name)))
    }

    public func read(_ reader: inout FieldReader) -> CastSecretVotes? {
        let committee = reader.name("committee", missing: "Choose the committee.")
        let voted = reader.names("voted", missing: "Tick who voted.")
        let inFavour = reader.count("inFavour", missing: "Enter how many were for; 0 where nobody was.")
        let against = reader.count("against", missing: "Enter how many were against; 0 where nobody was.")
        let abstained = reader.count("abstained", missing: "Enter how many abstained; 0 where nobody did.")
        guard reader.errors.isEmpty, let committee, let inFavour, let against, let abstained else { return nil }
        return CastSecretVotes(
            meeting: meeting, motion: motion, committee: committee,
            counts: CountVotes.SealedCounts(inFavour: inFavour, against: against, abstained: abstained), voted: voted)
    }

    public static func filled(with act: CastSecretVotes) -> SentValues {
        var filled = SentValues()
        filled.fill("committee", act.committee.description)
        filled.fill("voted", all: act.voted.map(\.description))
        filled.fill("inFavour", "\(act.counts.inFavour)")
        filled.fill("against", "\(act.counts.against)")
        filled.fill("abstained", "\(act.counts.abstained)")
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        code == "counts-differ" || code.hasPrefix("voter-") || code == "vote-twice" ? "voted" : nil
    }

    public static func subject(of act: CastSecretVotes) -> String? { "\(act.motion)/\(act.committee)" }
}
