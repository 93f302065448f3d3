public import Vocabulary

/// An interest as it was declared, and what has become of it; nothing is overwritten.
public struct Declaration: Hashable, Sendable, Codable {
    public var id: Slug
    public var kind: InterestKind
    /// For an indirect interest: the kind that the other person holds.
    public var underlying: InterestKind?
    /// For an indirect interest: `spouse`, `close relative`, `close friend`, `business partner`.
    public var relationship: String?
    public var situation: Situation
    /// What it is, in the person's words; kept apart.
    public var description: Personal
    /// The organisation at the other end, by code where there is one: that is how an agenda item finds it.
    public var counterparty: OrganisationCode?
    /// The other end by name, where it has no code or the name says more; kept apart.
    public var counterpartyName: Personal?
    public var value: Money?
    /// `£5,000 to £10,000 a year`, where a band is declared and not a sum.
    public var band: String?
    public var arose: Day
    /// The last day; nil while it lasts. A day to come is one that was known when it was declared.
    public var ended: Day?
    /// Nil where a register that was taken over does not say: then nobody can tell whether it was declared
    /// late.
    public var becameAware: Day?
    public var declaredOn: Day
    /// A class whose common interest it is, such as `dentists`: noted by default, and the chair decides.
    public var sharedClass: Slug?
    public var mitigation: String?
    public var evidence: EvidenceID?
    public var approval: Approval?
    /// In order; only the last can be undecided.
    public var redactions: [Redaction] = []
    public var supersededBy: Slug?
    /// The day on which the declaration that takes its place was made.
    public var supersededOn: Day?
    /// The day on which its retention ran out and its texts were disposed of.
    public var disposedOn: Day?

    public enum Situation: String, Hashable, Sendable, Codable, CaseIterable {
        case outsideEmployment, shareholding, patent, loyalty, donation, sponsoredEvent, sponsoredResearch
        case sponsoredPost, clinicalPrivatePractice, ownership, directorship, other
    }

    /// Who agreed how the interest is handled from day to day.
    public struct Approval: Hashable, Sendable, Codable {
        public var by: Slug
        public var on: Day

        public init(by: Slug, on: Day) {
            self.by = by
            self.on = on
        }
    }

    public init(
        id: Slug, kind: InterestKind, underlying: InterestKind? = nil, relationship: String? = nil,
        situation: Situation, description: Personal, counterparty: OrganisationCode? = nil,
        counterpartyName: Personal? = nil, value: Money? = nil, band: String? = nil, arose: Day, ended: Day? = nil,
        becameAware: Day? = nil, declaredOn: Day, sharedClass: Slug? = nil, mitigation: String? = nil,
        evidence: EvidenceID? = nil
    ) {
        self.id = id
        self.kind = kind
        self.underlying = underlying
        self.relationship = relationship
        self.situation = situation
        self.description = description
        self.counterparty = counterparty
        self.counterpartyName = counterpartyName
        self.value = value
        self.band = band
        self.arose = arose
        self.ended = ended
        self.becameAware = becameAware
        self.declaredOn = declaredOn
        self.sharedClass = sharedClass
        self.mitigation = mitigation
        self.evidence = evidence
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, underlying, relationship, situation, description, counterparty, counterpartyName
        case value = "valuePence"
        case band, arose, ended, becameAware, declaredOn, sharedClass, mitigation, evidence, approval, redactions
        case supersededBy, supersededOn, disposedOn
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func optional<Value: Decodable>(_ key: CodingKeys) throws -> Value? {
            try container.decodeIfPresent(Value.self, forKey: key)
        }
        self.init(
            id: try container.decode(Slug.self, forKey: .id),
            kind: try container.decode(InterestKind.self, forKey: .kind), underlying: try optional(.underlying),
            relationship: try optional(.relationship),
            situation: try container.decode(Situation.self, forKey: .situation),
            description: try container.decode(Personal.self, forKey: .description),
            counterparty: try optional(.counterparty), counterpartyName: try optional(.counterpartyName),
            value: try optional(.value), band: try optional(.band),
            arose: try container.decode(Day.self, forKey: .arose), ended: try optional(.ended),
            becameAware: try optional(.becameAware), declaredOn: try container.decode(Day.self, forKey: .declaredOn),
            sharedClass: try optional(.sharedClass), mitigation: try optional(.mitigation),
            evidence: try optional(.evidence))
        approval = try optional(.approval)
        redactions = try optional(.redactions) ?? []
        supersededBy = try optional(.supersededBy)
        supersededOn = try optional(.supersededOn)
        disposedOn = try optional(.disposedOn)
    }
}
