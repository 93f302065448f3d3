public import Governance
public import Vocabulary

/// What somebody tells of an interest in a form, before its texts are kept apart.
public struct DeclarationTold: Hashable, Sendable {
    public var kind: InterestKind
    public var underlying: InterestKind?
    public var relationship: String?
    public var situation: Declaration.Situation
    public var description: String
    public var counterparty: OrganisationCode?
    public var counterpartyName: String?
    public var value: Money?
    public var band: String?
    public var arose: Day
    public var ended: Day?
    public var becameAware: Day?
    public var mitigation: String?

    public init(
        kind: InterestKind, underlying: InterestKind? = nil, relationship: String? = nil,
        situation: Declaration.Situation, description: String, counterparty: OrganisationCode? = nil,
        counterpartyName: String? = nil, value: Money? = nil, band: String? = nil, arose: Day, ended: Day? = nil,
        becameAware: Day? = nil, mitigation: String? = nil
    ) {
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
        self.mitigation = mitigation
    }

    /// As a declaration has it, to be put right in a form.
    ///
    /// - Parameter text: a personal text that is still held.
    public init(_ declaration: Declaration, text: (Personal) -> String?) {
        self.init(
            kind: declaration.kind, underlying: declaration.underlying, relationship: declaration.relationship,
            situation: declaration.situation, description: text(declaration.description) ?? "",
            counterparty: declaration.counterparty, counterpartyName: declaration.counterpartyName.flatMap(text),
            value: declaration.value, band: declaration.band, arose: declaration.arose, ended: declaration.ended,
            becameAware: declaration.becameAware, mitigation: declaration.mitigation)
    }

    /// The declaration that is entered.
    ///
    /// - Parameters:
    ///   - earlier: in whose place it stands: what the form does not ask is as it was.
    ///   - keeping: keeps a text apart.
    public func declaration(
        _ id: Slug, on day: Day, instead earlier: Declaration? = nil, keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> Declaration {
        var name: Personal?
        if let counterpartyName { name = try keeping(counterpartyName) }
        return Declaration(
            id: id, kind: kind, underlying: underlying, relationship: relationship, situation: situation,
            description: try keeping(description), counterparty: counterparty, counterpartyName: name, value: value,
            band: band, arose: arose, ended: ended, becameAware: becameAware, declaredOn: day,
            sharedClass: earlier?.sharedClass, mitigation: mitigation, evidence: earlier?.evidence)
    }
}
