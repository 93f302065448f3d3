public import Governance
public import Markup
public import Vocabulary

/// Asks how each member who has not voted yet votes on a motion, by show of hands.
public struct VotesForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var motion: Slug
    /// Who may still vote.
    public var voters: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, motion: Slug, voters: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.motion = motion
        self.voters = voters
    }

    public var kept: [Form.Kept] { [.init("motion", motion.description)] }

    private static let choices = [
        Choice(Vote.Choice.inFavour.rawValue, "For"), Choice(Vote.Choice.against.rawValue, "Against"),
        Choice(Vote.Choice.abstain.rawValue, "Abstains"), Choice("", "Has not voted"),
    ]

    public var parts: [Form.Part] {
        voters.map { radios("vote-\($0.value)", $0.words, VotesForm.choices) }
    }

    public func read(_ reader: inout FieldReader) -> CastVotes? {
        var votes: [Vote] = []
        for voter in voters.compactMap({ Slug($0.value) }) {
            let choice: Vote.Choice? = reader.choice("vote-\(voter)")
            if let choice { votes.append(Vote(voter: voter, choice: choice)) }
        }
        if votes.isEmpty, reader.errors.isEmpty, let first = voters.first {
            reader.refuse("vote-\(first.value)", "Enter the vote of one member at least.")
        }
        guard reader.errors.isEmpty else { return nil }
        return CastVotes(meeting: meeting, motion: motion, votes: votes)
    }

    public static func filled(with act: CastVotes) -> SentValues {
        var filled = SentValues()
        for vote in act.votes { filled.fill("vote-\(vote.voter)", vote.choice.rawValue) }
        return filled
    }
}
