public import Vocabulary

/// A gift, hospitality or the like that was offered, with what was done about it.
public struct Gift: Hashable, Sendable, Codable {
    public var id: Slug
    public var kind: Kind
    /// Who offered it; kept apart, for it may be a person.
    public var source: Personal
    /// A neutral name for the source by which gifts add up over twelve months: `source-12`.
    public var sourceKey: Slug
    public var sourceCode: OrganisationCode?
    /// The source supplies the body, or wishes to.
    public var isSupplier: Bool
    /// The source is a private person, such as a patient or a relative: never named in what is published.
    public var isSourcePrivate: Bool
    public var description: Personal
    public var value: Money
    public var offeredOn: Day
    public var declaredOn: Day
    public var isAccepted: Bool
    /// Accepted for the organisation and not for oneself.
    public var isForOrganisation: Bool
    /// A low-value article that carries the supplier's name.
    public var isPromotional: Bool
    /// Travel beyond what is modest: business class, abroad.
    public var isBeyondModest: Bool
    /// The senior person who agreed beforehand.
    public var approvedBy: Slug?
    /// In order; only the last can be undecided.
    public var redactions: [Redaction] = []
    /// The day on which its retention ran out and its texts were disposed of.
    public var disposedOn: Day?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case gift, cash, voucher, hospitality, travel, sponsoredEvent, donation
    }

    public init(
        id: Slug, kind: Kind, source: Personal, sourceKey: Slug, sourceCode: OrganisationCode? = nil,
        isSupplier: Bool, description: Personal, value: Money, offeredOn: Day, declaredOn: Day, isAccepted: Bool,
        isForOrganisation: Bool = false, isSourcePrivate: Bool = false, isPromotional: Bool = false,
        isBeyondModest: Bool = false,
        approvedBy: Slug? = nil
    ) {
        self.id = id
        self.kind = kind
        self.source = source
        self.sourceKey = sourceKey
        self.sourceCode = sourceCode
        self.isSupplier = isSupplier
        self.isSourcePrivate = isSourcePrivate
        self.description = description
        self.value = value
        self.offeredOn = offeredOn
        self.declaredOn = declaredOn
        self.isAccepted = isAccepted
        self.isForOrganisation = isForOrganisation
        self.isPromotional = isPromotional
        self.isBeyondModest = isBeyondModest
        self.approvedBy = approvedBy
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, source, sourceKey, sourceCode, isSupplier, isSourcePrivate, description
        case value = "valuePence"
        case offeredOn, declaredOn, isAccepted, isForOrganisation, isPromotional, isBeyondModest, approvedBy
        case redactions, disposedOn
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool { try container.decodeIfPresent(Bool.self, forKey: key) ?? false }
        self.init(
            id: try container.decode(Slug.self, forKey: .id), kind: try container.decode(Kind.self, forKey: .kind),
            source: try container.decode(Personal.self, forKey: .source),
            sourceKey: try container.decode(Slug.self, forKey: .sourceKey),
            sourceCode: try container.decodeIfPresent(OrganisationCode.self, forKey: .sourceCode),
            isSupplier: try flag(.isSupplier),
            description: try container.decode(Personal.self, forKey: .description),
            value: try container.decode(Money.self, forKey: .value),
            offeredOn: try container.decode(Day.self, forKey: .offeredOn),
            declaredOn: try container.decode(Day.self, forKey: .declaredOn),
            isAccepted: try container.decode(Bool.self, forKey: .isAccepted),
            isForOrganisation: try flag(.isForOrganisation), isSourcePrivate: try flag(.isSourcePrivate),
            isPromotional: try flag(.isPromotional),
            isBeyondModest: try flag(.isBeyondModest),
            approvedBy: try container.decodeIfPresent(Slug.self, forKey: .approvedBy))
        redactions = try container.decodeIfPresent([Redaction].self, forKey: .redactions) ?? []
        disposedOn = try container.decodeIfPresent(Day.self, forKey: .disposedOn)
    }
}
