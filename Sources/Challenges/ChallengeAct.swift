public import Rulebook
public import Vocabulary

/// An act on one bundle of challenges: decided from it as it stands, giving it as it then is.
public protocol ChallengeAct: Act, Codable where Before == ChallengeBefore, After == ChallengeBundle {
    /// The bundle that it begins or changes.
    var bundle: Slug { get }
}

/// An act on so many rows that its line of the journal holds them by digest; the rows are a document that is kept.
public protocol DocumentedChallengeAct: ChallengeAct {
    /// SHA-256 of the document in its canonical form.
    var document: EvidenceID { get }
    /// The rows as they are kept.
    var rows: JSONValue { get }

    /// Takes the rows from the document, where the act was read from its line.
    ///
    /// - Throws: `Refusal` of kind `input`, `document-unreadable`.
    mutating func take(rows: JSONValue) throws(Refusal)
}

/// What an act on a bundle of challenges decides from.
public struct ChallengeBefore: Sendable {
    /// Nil where there is no such bundle yet.
    public var bundle: ChallengeBundle?
    /// Of the challenges about to be raised: those that stand in another bundle.
    public var standing: [ChallengeKey: StandingChallenge]
    public var rulebook: Rulebook
    public var calendar: WorkingDays

    public init(
        bundle: ChallengeBundle?, standing: [ChallengeKey: StandingChallenge] = [:], rulebook: Rulebook,
        calendar: WorkingDays
    ) {
        (self.bundle, self.standing, self.rulebook, self.calendar) = (bundle, standing, rulebook, calendar)
    }

    var deadlines: ChallengeDeadlines { ChallengeDeadlines(rulebook: rulebook, calendar: calendar) }

    /// The bundle, about to be changed.
    ///
    /// - Throws: `no-such-bundle`.
    func found(_ id: Slug) throws(Refusal) -> ChallengeBundle {
        guard let bundle, bundle.id == id else { throw .unknownBundle(id) }
        return bundle
    }
}

extension ChallengeAct {
    public var journalled: JSONValue { JSONValue(encoding: self) }
}

extension Refusal {
    /// There is no bundle of that name.
    public static func unknownBundle(_ id: Slug) -> Refusal {
        Refusal(
            .usage, code: "no-such-bundle", "There is no bundle of challenges “\(id)”.",
            remedy: "List them with: remit activity bundles")
    }

    static func unreadableDocument(_ what: String) -> Refusal {
        Refusal(.input, code: "document-unreadable", "The document of \(what) cannot be read.")
    }

    /// A document that does not hold what its act says.
    static func unlikeDocument(_ what: String) -> Refusal {
        Refusal(.wanting, code: "document-unlike", "The document of \(what) does not hold what the act says.")
    }
}

/// Every act on a bundle of challenges by its name.
public enum ChallengeActs {
    /// In the order in which a bundle comes to them.
    public static let all: [any ChallengeAct.Type] = [
        RaiseChallenges.self, SendChallenges.self, AnswerChallenges.self, ConcludeChallenges.self, RecordCredit.self,
        DisputeBundle.self, SettleDispute.self, CloseBundle.self,
    ]
}
