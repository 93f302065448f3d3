public import Vocabulary

/// One fault of one row: what may be on the table once at a time. A row with a record is the same in every file that states
/// its month again.
public struct ChallengeKey: Hashable, Sendable {
    /// The file in which the row stands, by its digest.
    public let source: EvidenceID
    public let row: Int
    public let rule: String

    public init(source: EvidenceID, row: Int, rule: String) {
        (self.source, self.row, self.rule) = (source, row, rule)
    }
}

/// Where the same challenge stands already, in another bundle.
public struct StandingChallenge: Hashable, Sendable {
    public let bundle: Slug
    /// False while it is open; true once its value has been agreed.
    public let isAgreed: Bool

    public init(bundle: Slug, isAgreed: Bool) { (self.bundle, self.isAgreed) = (bundle, isAgreed) }
}

extension RaisedChallenge {
    public var key: ChallengeKey { ChallengeKey(source: source, row: row, rule: rule) }
}
