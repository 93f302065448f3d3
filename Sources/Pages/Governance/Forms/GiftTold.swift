public import Governance
public import Vocabulary

/// What somebody tells of a gift or hospitality in a form, before its texts are kept apart.
public struct GiftTold: Hashable, Sendable {
    public var kind: Gift.Kind
    public var source: String
    /// That of an earlier gift where it is the same source; nil for another.
    public var sameSourceAs: Slug?
    public var isSupplier: Bool
    public var isSourcePrivate: Bool
    public var description: String
    public var value: Money
    public var offeredOn: Day
    public var isAccepted: Bool
    public var isForOrganisation: Bool
    public var isPromotional: Bool
    public var isBeyondModest: Bool
    public var approvedBy: Slug?

    public init(
        kind: Gift.Kind, source: String, sameSourceAs: Slug? = nil, isSupplier: Bool = false,
        isSourcePrivate: Bool = false, description: String, value: Money, offeredOn: Day, isAccepted: Bool,
        isForOrganisation: Bool = false, isPromotional: Bool = false, isBeyondModest: Bool = false,
        approvedBy: Slug? = nil
    ) {
        self.kind = kind
        self.source = source
        self.sameSourceAs = sameSourceAs
        self.isSupplier = isSupplier
        self.isSourcePrivate = isSourcePrivate
        self.description = description
        self.value = value
        self.offeredOn = offeredOn
        self.isAccepted = isAccepted
        self.isForOrganisation = isForOrganisation
        self.isPromotional = isPromotional
        self.isBeyondModest = isBeyondModest
        self.approvedBy = approvedBy
    }

    /// The gift that is declared, or judged.
    ///
    /// - Parameters:
    ///   - newSource: the neutral name of a source that gave nothing before.
    ///   - keeping: keeps a text apart.
    public func gift(
        _ id: Slug, on day: Day, newSource: Slug, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> Gift {
        Gift(
            id: id, kind: kind, source: try keeping(source), sourceKey: sameSourceAs ?? newSource,
            isSupplier: isSupplier, description: try keeping(description), value: value, offeredOn: offeredOn,
            declaredOn: day, isAccepted: isAccepted, isForOrganisation: isForOrganisation,
            isSourcePrivate: isSourcePrivate, isPromotional: isPromotional, isBeyondModest: isBeyondModest,
            approvedBy: approvedBy)
    }
}
