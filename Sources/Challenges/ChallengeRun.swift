public import Vocabulary

/// What one run of the rules raised: the rows, and what each rule says in words.
public struct ChallengeRun: Sendable, Hashable {
    /// SHA-256 of the document that the run wrote.
    public let digest: EvidenceID
    public let words: [ChallengeWords]
    /// In the order in which the rules take precedence, and by row.
    public let challenges: [RaisedChallenge]

    public init(digest: EvidenceID, words: [ChallengeWords], challenges: [RaisedChallenge]) {
        (self.digest, self.words, self.challenges) = (digest, words, challenges)
    }

    /// The providers whose bills were found fault with, in order.
    public var providers: [String] { Set(challenges.map(\.provider)).sorted() }

    /// The rows of one provider, with the words of the rules that they broke and of no other.
    public func only(_ provider: String) -> ChallengeRun {
        let own = challenges.filter { $0.provider == provider }
        let rules = Set(own.map(\.rule))
        return ChallengeRun(digest: digest, words: words.filter { rules.contains($0.rule) }, challenges: own)
    }
}
