public import Vocabulary

/// Raises what a run of the rules found in one provider's bills as a bundle, to be looked through and sent.
///
/// Refused: `bundle-exists`, `nothing-raised`, `other-provider`, `challenge-twice`, `amount-negative`,
/// `counted-more-than-at-risk`, `open-elsewhere`, `agreed-already`, `day-in-future`, `name-of-addresses`,
/// `document-unlike`.
public struct RaiseChallenges: DocumentedChallengeAct {
    public static let name = "raiseChallenges"

    public var bundle: Slug
    public var provider: String
    public var commissioner: OrganisationCode
    public var run: EvidenceID
    public var on: Day
    public var document: EvidenceID
    public var count: Int
    /// The rows' money, counted once.
    public var countedPence: Int
    /// Not journalled: the document holds them.
    public var words: [ChallengeWords] = []
    public var challenges: [RaisedChallenge] = []

    private enum CodingKeys: String, CodingKey {
        case bundle, provider, commissioner, run, on, document, count, countedPence
    }

    /// - Parameters:
    ///   - run: of that provider only.
    ///   - document: SHA-256 of `RaisedDocument.json` of the same words and challenges, in its canonical form.
    public init(
        bundle: Slug, provider: String, commissioner: OrganisationCode, run: ChallengeRun, on: Day, document: EvidenceID
    ) {
        (self.bundle, self.provider, self.commissioner) = (bundle, provider, commissioner)
        (self.run, self.on, self.document) = (run.digest, on, document)
        (words, challenges) = (run.words, run.challenges)
        count = challenges.count
        // What does not fit is refused when it is decided.
        countedPence = challenges.reduce(0) { $0 &+ $1.counted.pence }
    }

    public var rows: JSONValue { RaisedDocument.json(words: words, challenges: challenges) }

    public mutating func take(rows: JSONValue) throws(Refusal) {
        guard let read = RaisedDocument.read(rows) else { throw .unreadableDocument("the bundle “\(bundle)”") }
        (words, challenges) = read
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        guard before.bundle == nil else {
            throw Refusal(
                .rule, code: "bundle-exists", "There is a bundle “\(bundle)” already.",
                remedy: "Give this one another name.")
        }
        try bundle.refuseWordOfAddresses(naming: "bundle of challenges")
        try refuseFuture(on, "The day on which challenges are raised", at: moment)
        guard !challenges.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-raised", "Nothing was raised with \(provider).",
                remedy: "See which providers the run found fault with.")
        }
        try checkRows()
        try check(before.standing)
        guard count == challenges.count, countedPence == challenges.map(\.counted).total().pence else {
            throw .unlikeDocument("the bundle “\(bundle)”")
        }
        return ChallengeBundle(
            id: bundle, provider: provider, commissioner: commissioner, run: run, document: document, raisedOn: on,
            words: words, challenges: challenges.enumerated().map { Challenge(number: $0 + 1, raised: $1) })
    }

    private func checkRows() throws(Refusal) {
        guard fits(challenges.map(\.amount.pence)) else {
            throw Refusal(.input, code: "amount-too-large", "The amounts of “\(bundle)” are too large to be summed.")
        }
        if let other = challenges.first(where: { $0.provider != provider }) {
            throw Refusal(
                .input, code: "other-provider",
                "Row \(other.row) (\(other.rule)) is of \(other.provider), and the bundle is of \(provider).",
                remedy: "Raise a bundle for each provider.")
        }
        if let again = twice(challenges.map(\.key)) {
            throw Refusal(
                .input, code: "challenge-twice", "Row \(again.row) of \(again.source.short) has \(again.rule) twice.",
                remedy: "Give each fault of a row once.")
        }
        for one in challenges {
            guard one.amount >= .zero, one.atRisk >= .zero, one.counted >= .zero else {
                throw Refusal(
                    .input, code: "amount-negative", "Row \(one.row) (\(one.rule)) has an amount below nil.",
                    remedy: "What a challenge is worth is nil or more.")
            }
            guard one.counted <= one.atRisk else {
                throw Refusal(
                    .input, code: "counted-more-than-at-risk",
                    "Row \(one.row) (\(one.rule)) counts \(one.counted) of \(one.atRisk) at risk.",
                    remedy: "A challenge counts at most what it has at risk.")
            }
        }
    }

    /// - Throws: `open-elsewhere`, `agreed-already`.
    private func check(_ standing: [ChallengeKey: StandingChallenge]) throws(Refusal) {
        guard !standing.isEmpty else { return }
        for one in challenges {
            guard let there = standing[one.key] else { continue }
            let others = standing.count - 1
            let more = others > 0 ? ", and \(counted(others, "other challenge", "other challenges")) likewise" : ""
            throw Refusal(
                .rule, code: there.isAgreed ? "agreed-already" : "open-elsewhere",
                "Row \(one.row) (\(one.rule)) \(there.isAgreed ? "was agreed" : "is open") in the bundle "
                    + "“\(there.bundle)”\(more).",
                remedy: "Leave out what stands in another bundle.")
        }
    }
}
