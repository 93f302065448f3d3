public import Governance
public import Markup
public import Vocabulary

/// Asks how a casting vote was given where votes are equal, and closes the vote on a motion.
public struct CloseVoteForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var motion: Slug
    /// Committees whose chair has a casting vote, with who that is.
    public var castings: [Casting]

    /// Who would break a tie in a committee.
    public struct Casting: Hashable, Sendable {
        public var committee: Slug
        public var title: String
        public var chair: Slug

        public init(committee: Slug, title: String, chair: Slug) {
            self.committee = committee
            self.title = title
            self.chair = chair
        }
    }

    public init(_ filled: SentValues = SentValues(), meeting: Slug, motion: Slug, castings: [Casting]) {
        self.filled = filled
        self.meeting = meeting
        self.motion = motion
        self.castings = castings
    }

    public var kept: [Form.Kept] { [.init("motion", motion.description)] }

    public var parts: [Form.Part] {
        castings.map { casting in
            radios(
                "casting-\(casting.committee)", "If votes are equal in \(casting.title): the casting vote",
                hint: "Only where they are equal.",
                [
                    Choice("", "Votes are not equal"), Choice(Vote.Choice.inFavour.rawValue, "For"),
                    Choice(Vote.Choice.against.rawValue, "Against"),
                ])
        }
    }

    public func read(_ reader: inout FieldReader) -> CloseVote? {
        var given: [CloseVote.Casting] = []
        for casting in castings {
            let choice: Vote.Choice? = reader.choice("casting-\(casting.committee)")
            if let choice {
                given.append(.init(committee: casting.committee, vote: .init(by: casting.chair, choice: choice)))
            }
        }
        guard reader.errors.isEmpty else { return nil }
        return CloseVote(meeting: meeting, motion: motion, castingVotes: given.isEmpty ? nil : given)
    }

    public static func filled(with act: CloseVote) -> SentValues {
        var filled = SentValues()
        for casting in act.castingVotes ?? [] {
            filled.fill("casting-\(casting.committee)", casting.vote.choice.rawValue)
        }
        return filled
    }

    public static func subject(of act: CloseVote) -> String? { act.motion.description }
}
