public import Vocabulary

/// Concludes on challenges, each with its reason: upheld, upheld in part with the value agreed, or withdrawn.
///
/// What was concluded may be concluded again; the later stands, the earlier remains. Of a row's money no more is agreed
/// than it counts: parts are taken first, and what is upheld whole comes to what it goes beyond what is agreed already.
/// Refused: `no-such-bundle`, `bundle-state`, `nothing-concluded`, `no-such-challenge`, `challenge-twice`, `no-reason`,
/// `not-sent`, `answer-awaited`, `data-only`, `amount-missing`, `amount-not-asked`, `more-than-claimed`,
/// `below-credited`, `day-in-future`, `day-before`, `document-unlike`.
public struct ConcludeChallenges: DocumentedChallengeAct {
    public static let name = "concludeChallenges"

    public var bundle: Slug
    public var on: Day
    public var document: EvidenceID
    public var count: Int
    /// Not journalled: the document holds them.
    public var conclusions: [Row] = []

    private enum CodingKeys: String, CodingKey { case bundle, on, document, count }

    /// The conclusion on one challenge.
    public struct Row: Hashable, Sendable {
        public var number: Int
        public var outcome: ChallengeConclusion.Outcome
        /// What is agreed of a part; nil otherwise.
        public var amount: Money?
        public var reason: String

        public init(number: Int, outcome: ChallengeConclusion.Outcome, amount: Money? = nil, reason: String) {
            (self.number, self.outcome, self.amount, self.reason) = (number, outcome, amount, reason)
        }
    }

    /// - Parameter document: SHA-256 of `rows` of the same conclusions, in its canonical form.
    public init(bundle: Slug, on: Day, conclusions: [Row], document: EvidenceID) {
        (self.bundle, self.on, self.conclusions) = (bundle, on, conclusions)
        (self.document, count) = (document, conclusions.count)
    }

    /// Of a list of conclusions, before there is an act.
    public static func rows(_ conclusions: [Row]) -> JSONValue { ["conclusions": .list(conclusions.map(\.json))] }
    public var rows: JSONValue { Self.rows(conclusions) }

    public mutating func take(rows: JSONValue) throws(Refusal) {
        let listed = rows["conclusions"]?.items ?? []
        conclusions = listed.compactMap { Row($0) }
        guard conclusions.count == listed.count else { throw .unreadableDocument("the conclusions on “\(bundle)”") }
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "conclude on it")
        try refuseFuture(on, "The day of the conclusion", at: moment)
        try changed.refuseBefore(changed.sendings.first?.on ?? changed.raisedOn, on, "The day of the conclusion")
        guard !conclusions.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-concluded", "No challenge of “\(bundle)” is concluded on.",
                remedy: "Say which: by rule, by number, or as they were answered.")
        }
        guard count == conclusions.count else { throw .unlikeDocument("the conclusions on “\(bundle)”") }
        if let again = twice(conclusions.map(\.number)) {
            throw Refusal(
                .input, code: "challenge-twice", "Challenge \(again) is concluded on twice.",
                remedy: "Conclude on each challenge once.")
        }
        for row in conclusions { try check(row, in: changed) }
        settle(in: &changed)
        try refuseTooMuch(in: changed)
        guard changed.credited <= changed.agreed || changed.agreed >= (before.bundle?.agreed ?? .zero) else {
            throw Refusal(
                .rule, code: "below-credited",
                "\(changed.agreed) would be agreed, less than the \(changed.credited) that is credited already.",
                remedy: "Correct the credit note first.")
        }
        return changed
    }

    private func check(_ row: Row, in changed: ChallengeBundle) throws(Refusal) {
        let challenge = try changed.challenge(row.number)
        func refusal(_ code: String, _ words: String, _ remedy: String? = nil) -> Refusal {
            Refusal(.rule, code: code, "Challenge \(row.number): \(words)", remedy: remedy)
        }
        guard row.reason.contains(where: { !$0.isWhitespace }) else {
            throw refusal("no-reason", "no reason is given.", "Give one in a sentence.")
        }
        guard row.outcome != .withdrawn else {
            guard row.amount == nil else { throw refusal("amount-not-asked", "what is withdrawn has no amount.") }
            return
        }
        guard let sending = changed.sending, challenge.isForProvider else {
            throw refusal("not-sent", "it has not been sent, so that it can only be withdrawn.", "Send the bundle.")
        }
        if challenge.answer == nil, on <= sending.deadline {
            throw refusal(
                "answer-awaited", "it is not answered, and the provider has until \(sending.deadline.inWords).",
                "Wait for the answer, or withdraw it.")
        }
        guard row.outcome == .part else {
            guard row.amount == nil else {
                throw refusal("amount-not-asked", "what is upheld whole has no amount of its own.")
            }
            return
        }
        guard !challenge.raised.isDataOnly, challenge.raised.atRisk > .zero else {
            throw refusal("data-only", "it has no money, and is upheld whole or withdrawn.")
        }
        guard let amount = row.amount, amount > .zero else {
            throw refusal("amount-missing", "it is upheld in part, and no amount is given.")
        }
        guard amount <= challenge.raised.atRisk else {
            throw refusal("more-than-claimed", "\(amount) is more than the \(challenge.raised.atRisk) at risk.")
        }
    }

    private func settle(in changed: inout ChallengeBundle) {
        let isBefore = changed.sending == nil
        // What is concluded again takes nothing of the row while the others are settled.
        for row in conclusions {
            let wasSeen = changed.challenges[row.number - 1].isForProvider
            changed.challenges[row.number - 1].conclusion = ChallengeConclusion(
                outcome: row.outcome, agreed: row.amount ?? .zero, reason: row.reason, on: on,
                isBeforeSending: isBefore || !wasSeen)
        }
        let upheld = Set(conclusions.lazy.filter { $0.outcome == .upheld }.map(\.number))
        guard !upheld.isEmpty else { return }
        for places in ShareRowMoney.rows(of: changed.challenges) {
            guard places.contains(where: { upheld.contains($0 + 1) }) else { continue }
            let money = places.map { changed.challenges[$0].raised.counted }.total()
            var taken = places.map { changed.challenges[$0].agreed }.total()
            for place in places where upheld.contains(place + 1) {
                let agreed = ShareRowMoney.rest(of: changed.challenges[place].raised, in: money, after: taken)
                changed.challenges[place].conclusion?.agreed = agreed
                taken += agreed
            }
        }
    }

    /// - Throws: `more-than-claimed` where a row comes to more than it counts.
    private func refuseTooMuch(in changed: ChallengeBundle) throws(Refusal) {
        for places in ShareRowMoney.rows(of: changed.challenges) {
            let challenges = places.map { changed.challenges[$0] }
            let (most, agreed) = (challenges.map(\.raised.counted).total(), challenges.map(\.agreed).total())
            guard agreed > most else { continue }
            throw Refusal(
                .rule, code: "more-than-claimed",
                "Row \(challenges[0].raised.row) would come to \(agreed), and its money counted once is \(most).",
                remedy: "Agree to less on \(named(challenges.map { "\($0.number)" })).")
        }
    }
}
