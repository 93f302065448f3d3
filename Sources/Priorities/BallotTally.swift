public import Vocabulary

/// How the votes of a closed ballot fell, option by option.
public struct BallotTally: Hashable, Sendable, Codable {
    /// In the ballot's order.
    public var rows: [Row]

    public struct Row: Hashable, Sendable, Codable {
        public var option: Slug
        public var fund: Int
        public var doNotFund: Int
        public var deferred: Int
        public var abstained: Int
        /// Left out for an interest.
        public var leftOut: Int

        public init(option: Slug, fund: Int, doNotFund: Int, deferred: Int, abstained: Int, leftOut: Int) {
            self.option = option
            self.fund = fund
            self.doNotFund = doNotFund
            self.deferred = deferred
            self.abstained = abstained
            self.leftOut = leftOut
        }
    }

    public init(rows: [Row]) {
        self.rows = rows
    }

    /// - Returns: nil while the ballot is open.
    public init?(_ ballot: Ballot) {
        guard let choices = ballot.choices else { return nil }
        let lines = choices.map { Array($0.description) }
        rows = ballot.options.enumerated().map { place, option in
            func count(_ vote: Ballot.Vote) -> Int {
                lines.count { $0.indices.contains(place) && $0[place] == vote.rawValue }
            }
            return Row(
                option: option, fund: count(.fund), doNotFund: count(.doNotFund), deferred: count(.deferred),
                abstained: count(.abstain), leftOut: count(.leftOut))
        }
    }
}
