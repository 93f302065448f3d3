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
    public var disposedOn: Day?

    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case gift, cash, voucher, hospitality, travel, sponsoredEvent, donation
    }

    public init(
        id: Slug, kind: Kind, source: Personal, sourceKey: Slug, sourceCode: OrganisationCode? = nil,
        isSupplier: Bool, description: Personal, value: Money, offeredOn: Day, declaredOn: Day, isAccepted: Bool,
        isForOrganisation: Bool = false, isPromotional: Bool = false, isBeyondModest: Bool = false,
        approvedBy: Slug? = nil
    ) {
        self.id = id
        self.kind = kind
        self.source = source
        self.sourceKey = sourceKey
        self.sourceCode = sourceCode
        self.isSupplier = isSupplier
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
}

/// A failure to keep the rules on interests, and what was decided about the decision that it touched.
public struct Breach: Hashable, Sendable, Codable {
    public var id: Slug
    public var foundOn: Day
    /// What happened; kept apart.
    public var account: Personal
    /// Who looked into it; not the person whose breach it is.
    public var dealtWithBy: Slug
    /// The meeting and item whose decision it touched.
    public var meeting: Slug?
    public var item: Slug?
    public var effect: Effect?
    public var sanction: String?
    public var lesson: String?
    /// What is published of it, without a name.
    public var publishedText: String?

    /// What was decided about the decision that it touched.
    public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        case stands, retaken, toBeRetaken, noneTouched
    }

    public init(id: Slug, foundOn: Day, account: Personal, dealtWithBy: Slug) {
        self.id = id
        self.foundOn = foundOn
        self.account = account
        self.dealtWithBy = dealtWithBy
    }
}
