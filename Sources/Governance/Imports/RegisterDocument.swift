public import Vocabulary

/// `register.yaml`: people with their posts, and what each has declared, as a governance lead writes it down.
///
/// Names, descriptions and sources stand here in words; they are kept apart from the record, which has their digests.
public struct RegisterDocument: Hashable, Sendable, Codable {
    public var people: [Entered]

    /// A person, new or known already; one who is known has no name and no first day here.
    public struct Entered: Hashable, Sendable, Codable {
        public var person: Slug
        public var name: String?
        public var knownFrom: Day?
        public var posts: [PersonFile.Post]?
        public var decisionMaking: [PersonFile.DecisionMaking]?
        public var ties: [PersonFile.Tie]?
        public var declarations: [DeclarationWritten]?
        /// The day on which the person said that there is nothing to declare.
        public var nothingToDeclareOn: Day?
        public var gifts: [GiftWritten]?
        public var reviewedOn: Day?
    }

    /// A declaration with its texts in words.
    public struct DeclarationWritten: Hashable, Sendable, Codable {
        public var id: Slug
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
        /// Left out: whether it was declared late cannot be told.
        public var becameAware: Day?
        public var declaredOn: Day
        public var sharedClass: Slug?
        public var mitigation: String?

        enum CodingKeys: String, CodingKey {
            case id, kind, underlying, relationship, situation, description, counterparty, counterpartyName
            case value = "valuePence"
            case band, arose, ended, becameAware, declaredOn, sharedClass, mitigation
        }
    }

    /// A gift with its texts in words.
    public struct GiftWritten: Hashable, Sendable, Codable {
        public var id: Slug
        public var kind: Gift.Kind
        public var source: String
        public var sourceKey: Slug
        public var sourceCode: OrganisationCode?
        public var isSupplier: Bool?
        /// A patient or a relative, who is never published.
        public var isSourcePrivate: Bool?
        public var description: String
        public var value: Money
        public var offeredOn: Day
        public var declaredOn: Day
        public var isAccepted: Bool
        public var isForOrganisation: Bool?
        public var isPromotional: Bool?
        public var isBeyondModest: Bool?
        public var approvedBy: Slug?

        enum CodingKeys: String, CodingKey {
            case id, kind, source, sourceKey, sourceCode, isSupplier, isSourcePrivate, description
            case value = "valuePence"
            case offeredOn, declaredOn, isAccepted, isForOrganisation, isPromotional, isBeyondModest, approvedBy
        }
    }

    /// - Throws: a `Refusal` of kind `input` that names the place, and `person-half-entered` for a name without a first
    ///   day or the other way round.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> RegisterDocument {
        let document: RegisterDocument = try json.writtenDocument(named: name, manual: "docs/governance.md")
        for entered in document.people where (entered.name == nil) != (entered.knownFrom == nil) {
            throw Refusal(
                .input, code: "person-half-entered",
                "\(name): “\(entered.person)” has “name” or “knownFrom” without the other.",
                remedy: "Give both for somebody new, neither for somebody known.")
        }
        return document
    }

    /// People first, so that one may approve another's gift whatever the order.
    ///
    /// - Parameter keeping: keeps a personal text apart and says by what it is named.
    public func acts(
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any GovernanceAct] {
        var entering: [any GovernanceAct] = []
        var declaring: [any GovernanceAct] = []
        for entered in people {
            entering += try entered.entering(keeping: keeping)
            declaring += try entered.declaring(keeping: keeping)
        }
        return entering + declaring
    }
}

extension RegisterDocument.Entered {
    fileprivate func entering(
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any GovernanceAct] {
        let (posts, spans, ties) = (posts ?? [], decisionMaking ?? [], ties ?? [])
        if let name, let knownFrom {
            try refuseBlank(name, "The name of “\(person)”")
            return [
                EnterPerson(
                    person: person, name: try keeping(name), knownFrom: knownFrom, posts: posts,
                    decisionMaking: spans, ties: ties)
            ]
        }
        return posts.map { EnterPost(person: person, post: $0) }
            + spans.map { EnterDecisionMaking(person: person, span: $0) }
            + ties.map { EnterTie(person: person, tie: $0) }
    }

    fileprivate func declaring(
        keeping: (String) throws(Refusal) -> Personal
    ) throws(Refusal) -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = []
        for written in declarations ?? [] {
            acts.append(EnterDeclaration(person: person, declaration: try written.declaration(keeping: keeping)))
        }
        if let nothingToDeclareOn {
            acts.append(DeclareNil(person: person, declaredOn: nothingToDeclareOn))
        }
        for written in gifts ?? [] {
            acts.append(DeclareGift(person: person, gift: try written.gift(keeping: keeping)))
        }
        if let reviewedOn {
            acts.append(ReviewRegister(person: person, reviewedOn: reviewedOn))
        }
        return acts
    }
}

extension RegisterDocument.DeclarationWritten {
    public func declaration(keeping: (String) throws(Refusal) -> Personal) throws(Refusal) -> Declaration {
        try refuseBlank(description, "The description of “\(id)”")
        var name: Personal?
        if let counterpartyName { name = try keeping(counterpartyName) }
        return Declaration(
            id: id, kind: kind, underlying: underlying, relationship: relationship, situation: situation,
            description: try keeping(description), counterparty: counterparty, counterpartyName: name, value: value,
            band: band, arose: arose, ended: ended, becameAware: becameAware, declaredOn: declaredOn,
            sharedClass: sharedClass, mitigation: mitigation)
    }
}

extension RegisterDocument.GiftWritten {
    public func gift(keeping: (String) throws(Refusal) -> Personal) throws(Refusal) -> Gift {
        try refuseBlank(source, "The source of “\(id)”")
        try refuseBlank(description, "The description of “\(id)”")
        return Gift(
            id: id, kind: kind, source: try keeping(source), sourceKey: sourceKey, sourceCode: sourceCode,
            isSupplier: isSupplier ?? false, description: try keeping(description), value: value,
            offeredOn: offeredOn, declaredOn: declaredOn, isAccepted: isAccepted,
            isForOrganisation: isForOrganisation ?? false, isSourcePrivate: isSourcePrivate ?? false,
            isPromotional: isPromotional ?? false,
            isBeyondModest: isBeyondModest ?? false, approvedBy: approvedBy)
    }
}
