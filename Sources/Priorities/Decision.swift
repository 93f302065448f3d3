public import Vocabulary

/// What was decided, option by option, with reasons; people decide, also against the ranking.
public struct Decision: Hashable, Sendable, Codable {
    public var decidedOn: Day
    /// The committee or person who may decide this: `Wexbourne ICB primary care commissioning committee`.
    public var body: String
    /// The meeting that made it; needed unless the rules let a round be decided without one.
    public var sitting: Sitting?
    public var outcomes: [Outcome]

    public struct Outcome: Hashable, Sendable, Codable {
        public var option: Slug
        public var outcome: Kind
        public var reason: String

        public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
            case funded, notFunded, deferred
        }

        public init(option: Slug, outcome: Kind, reason: String) {
            self.option = option
            self.outcome = outcome
            self.reason = reason
        }
    }

    public init(decidedOn: Day, body: String, sitting: Sitting? = nil, outcomes: [Outcome]) {
        self.decidedOn = decidedOn
        self.body = body
        self.sitting = sitting
        self.outcomes = outcomes
    }
}

/// A document that the law asks for before a service is stopped or changed.
public struct Assessment: Hashable, Sendable, Codable {
    public var id: Slug
    public var option: Slug
    public var kind: Kind
    /// The document, as a source of this installation; nil where there is a reason for none.
    public var document: EvidenceID?
    public var title: String
    public var dated: Day
    /// Why there is none; allowed for public involvement only.
    public var reasonForNone: String?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case equalityImpact, qualityImpact, publicInvolvement
    }

    public init(
        id: Slug, option: Slug, kind: Kind, document: EvidenceID?, title: String, dated: Day,
        reasonForNone: String? = nil
    ) {
        self.id = id
        self.option = option
        self.kind = kind
        self.document = document
        self.title = title
        self.dated = dated
        self.reasonForNone = reasonForNone
    }
}

/// How somebody may appeal against a decision, and how long.
public struct AppealsRoute: Hashable, Sendable, Codable {
    public var address: String
    public var days: Int

    public init(address: String, days: Int) {
        self.address = address
        self.days = days
    }
}

/// An appeal against a decision.
public struct Appeal: Hashable, Sendable, Codable {
    public var id: Slug
    public var lodgedOn: Day
    public var grounds: String
    public var person: Personal?
    public var answer: Answer?

    public struct Answer: Hashable, Sendable, Codable {
        public var isUpheld: Bool
        public var reason: String
        public var answeredOn: Day

        public init(isUpheld: Bool, reason: String, answeredOn: Day) {
            self.isUpheld = isUpheld
            self.reason = reason
            self.answeredOn = answeredOn
        }
    }

    public init(id: Slug, lodgedOn: Day, grounds: String, person: Personal? = nil, answer: Answer? = nil) {
        self.id = id
        self.lodgedOn = lodgedOn
        self.grounds = grounds
        self.person = person
        self.answer = answer
    }
}
