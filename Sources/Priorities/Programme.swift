public import Vocabulary

/// What a round is about, and what is spent on it today.
public struct Programme: Hashable, Sendable, Codable {
    public var title: String
    public var commissioner: OrganisationCode?
    /// Today's spend in a year, line by line: the path that the cost-value picture compares with.
    public var spend: [SpendLine]

    public init(title: String, commissioner: OrganisationCode? = nil, spend: [SpendLine] = []) {
        self.title = title
        self.commissioner = commissioner
        self.spend = spend
    }

    /// One line of today's spend.
    public struct SpendLine: Hashable, Sendable, Codable {
        public var title: String
        public var amount: Money
        /// The part that can be moved in the first year; nil where nobody has said.
        public var movable: Money?
        /// Where the figure comes from: a source or a working of this installation.
        public var evidence: EvidenceID?
        /// The same in words, for those who have not the installation.
        public var source: String

        public init(
            title: String, amount: Money, movable: Money? = nil, evidence: EvidenceID? = nil, source: String
        ) {
            self.title = title
            self.amount = amount
            self.movable = movable
            self.evidence = evidence
            self.source = source
        }

        enum CodingKeys: String, CodingKey {
            case title
            case amount = "amountPence"
            case movable = "movablePence"
            case evidence, source
        }
    }
}
