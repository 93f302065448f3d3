public import Vocabulary

/// Records what a provider answered, row by row: accepted, accepted in part, or rejected.
///
/// A later answer to the same challenge stands in place of the earlier, which remains. Refused: `no-such-bundle`,
/// `bundle-state`, `answers-held`, `nothing-answered`, `no-such-challenge`, `challenge-concluded`, `challenge-twice`,
/// `amount-missing`, `amount-not-asked`, `more-than-claimed`, `no-reason`, `day-in-future`, `day-before`,
/// `document-unlike`.
public struct AnswerChallenges: DocumentedChallengeAct {
    public static let name = "answerChallenges"

    public var bundle: Slug
    /// The file that came, by its digest; its bytes are not kept.
    public var source: EvidenceID
    public var sourceName: String
    /// The day on which it came.
    public var on: Day
    public var document: EvidenceID
    public var count: Int
    /// Not journalled: the document holds them.
    public var answers: [Row] = []

    private enum CodingKeys: String, CodingKey { case bundle, source, sourceName, on, document, count }

    /// The answer to one challenge.
    public struct Row: Hashable, Sendable {
        public var number: Int
        public var kind: ChallengeAnswer.Kind
        /// What is accepted of a part; nil otherwise.
        public var amount: Money?
        public var reason: String
        public var evidence: String

        public init(
            number: Int, kind: ChallengeAnswer.Kind, amount: Money? = nil, reason: String = "", evidence: String = ""
        ) {
            (self.number, self.kind, self.amount) = (number, kind, amount)
            (self.reason, self.evidence) = (reason, evidence)
        }
    }

    /// - Parameter document: SHA-256 of `rows` of the same answers, in its canonical form.
    public init(
        bundle: Slug, source: EvidenceID, sourceName: String, on: Day, answers: [Row], document: EvidenceID
    ) {
        (self.bundle, self.source, self.sourceName, self.on) = (bundle, source, sourceName, on)
        (self.answers, self.document, count) = (answers, document, answers.count)
    }

    /// Of a list of answers, before there is an act.
    public static func rows(_ answers: [Row]) -> JSONValue { ["answers": .list(answers.map(\.json))] }
    public var rows: JSONValue { Self.rows(answers) }

    public mutating func take(rows: JSONValue) throws(Refusal) {
        let listed = rows["answers"]?.items ?? []
        answers = listed.compactMap { Row($0) }
        guard answers.count == listed.count else { throw .unreadableDocument("the answers to “\(bundle)”") }
    }

    public func decide(
        _ before: ChallengeBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> ChallengeBundle {
        var changed = try before.found(bundle)
        try changed.require(Self.name, to: "take answers in")
        guard let sent = changed.sendings.first else {
            throw Refusal(.rule, code: "bundle-state", "The bundle “\(bundle)” has not been sent.")
        }
        guard !changed.answerFiles.contains(source) else {
            throw Refusal(
                .rule, code: "answers-held", "\(sourceName) was taken in already, byte for byte.",
                remedy: "Nothing is to be done.")
        }
        try refuseFuture(on, "The day on which the answers came", at: moment)
        try changed.refuseBefore(sent.on, on, "The day on which the answers came")
        guard !answers.isEmpty else {
            throw Refusal(
                .rule, code: "nothing-answered", "\(sourceName) answers no challenge of “\(bundle)”.",
                remedy: "Ask the provider to fill in the column “Answer”.")
        }
        guard count == answers.count else { throw .unlikeDocument("the answers to “\(bundle)”") }
        if let again = twice(answers.map(\.number)) {
            throw Refusal(
                .input, code: "challenge-twice", "Challenge \(again) is answered twice.",
                remedy: "Answer each challenge once.")
        }
        for row in answers {
            let challenge = try changed.challenge(row.number)
            if let fault = challenge.fault(ofAnswer: row.kind, amount: row.amount, reason: row.reason) {
                throw Refusal(.input, code: fault.code, "Challenge \(row.number): \(fault.words)")
            }
            changed.challenges[row.number - 1].answer = ChallengeAnswer(
                kind: row.kind, amount: row.amount, reason: row.reason, evidence: row.evidence, on: on)
        }
        changed.answerFiles.append(source)
        return changed
    }
}

extension ChallengeBundle {
    /// - Throws: `no-such-challenge`.
    func challenge(_ number: Int) throws(Refusal) -> Challenge {
        guard challenges.indices.contains(number - 1) else {
            throw Refusal(
                .input, code: "no-such-challenge", "The bundle “\(id)” has no challenge \(number).",
                remedy: "Its challenges are numbered 1 to \(grouped(challenges.count)).")
        }
        return challenges[number - 1]
    }
}

extension Challenge {
    /// What is wrong with an answer, for the sender of a file: a stable code and what follows a colon.
    package func fault(
        ofAnswer kind: ChallengeAnswer.Kind, amount: Money?, reason: String
    ) -> (code: String, words: String)? {
        if let conclusion {
            return ("challenge-concluded", "it was concluded on \(conclusion.on.inWords), and is no longer answered.")
        }
        let hasReason = reason.contains { !$0.isWhitespace }
        switch kind {
        case .accepted:
            if amount != nil { return ("amount-not-asked", "what is accepted whole needs no amount.") }
        case .rejected:
            if amount != nil { return ("amount-not-asked", "what is rejected has no amount.") }
            if !hasReason { return ("no-reason", "it is rejected, and no reason is given.") }
        case .part:
            guard let amount else { return ("amount-missing", "it is accepted in part, and no amount is given.") }
            guard amount > .zero else { return ("amount-missing", "\(amount) is no part; reject it, or give more.") }
            if amount > raised.atRisk {
                return ("more-than-claimed", "\(amount) is more than the \(raised.atRisk) that is at risk.")
            }
            if !hasReason { return ("no-reason", "it is accepted in part, and no reason is given.") }
        }
        return nil
    }
}
