public import Vocabulary

/// `ballot.yaml`: a secret ballot that was taken on paper or by hand, with what each member voted.
///
/// Only `opening` is journalled as it stands; votes go into the urn, each by its member, and come out sorted.
public struct BallotDocument: Hashable, Sendable, Codable {
    public var ballot: Slug
    /// The day of the discussion; the day on which the file is taken in where it is left out.
    public var discussedOn: Day?
    /// What is voted on; every option of the round where it is left out.
    public var options: [Slug]?
    public var votes: [Entry]?

    /// What one member votes; options from which the member is left out stand under none of the words.
    public struct Entry: Hashable, Sendable, Codable {
        public var member: Slug
        /// By option.
        public var votes: [String: Word]

        public init(member: Slug, votes: [String: Word]) {
            self.member = member
            self.votes = votes
        }
    }

    /// A vote in words.
    public enum Word: String, Hashable, Sendable, Codable, CaseIterable {
        case fund, doNotFund
        case deferred = "defer"
        case abstain

        public var vote: Ballot.Vote {
            switch self {
            case .fund: .fund
            case .doNotFund: .doNotFund
            case .deferred: .deferred
            case .abstain: .abstain
            }
        }
    }

    public init(ballot: Slug, discussedOn: Day? = nil, options: [Slug]? = nil, votes: [Entry]? = nil) {
        self.ballot = ballot
        self.discussedOn = discussedOn
        self.options = options
        self.votes = votes
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> BallotDocument {
        try json.documentRoot(named: name).document(named: name)
    }

    /// The act that opens the ballot.
    public func opening(in round: Round, on day: Day) -> OpenBallot {
        OpenBallot(
            round: round.id, ballot: ballot, discussedOn: discussedOn ?? day,
            options: options ?? round.options.map(\.id))
    }

    /// One member's votes by option, as `CastBallot.letters` takes them: left out where an interest says so.
    ///
    /// - Throws: a `Refusal` of kind `input`, code `ballot-option-unknown`, for a name that is no option.
    public static func votes(of entry: Entry, in round: Round) throws(Refusal) -> [Slug: Ballot.Vote] {
        var votes: [Slug: Ballot.Vote] = [:]
        for (name, word) in entry.votes.sorted(by: { $0.key < $1.key }) {
            guard let option = Slug(name), round.option(option) != nil else {
                throw Refusal(
                    .input, code: "ballot-option-unknown",
                    "The ballot of member “\(entry.member)” names “\(name)”, which is no option of the round.")
            }
            votes[option] = word.vote
        }
        for option in round.excluded(entry.member) where votes[option] == nil { votes[option] = .leftOut }
        return votes
    }
}
