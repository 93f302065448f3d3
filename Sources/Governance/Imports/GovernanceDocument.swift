public import Vocabulary

/// A file of governance of any kind, known by its first keys: so that a folder of them is taken in as it is.
public enum GovernanceDocument: Sendable {
    /// `people:`
    case register(RegisterDocument)
    /// `redactions:`
    case redactions(RedactionsDocument)
    /// `committee:`
    case committee(CommitteeDocument)
    /// `meeting:`
    case meeting(MeetingDocument)
    /// `rights:`, or what became of rights and questions.
    case rights(RightsDocument)
    /// `edges:`
    case accountability(AccountabilityDocument)

    /// - Throws: a `Refusal` of kind `input`: `governance-document-unknown` where no key says what it is, and what the
    ///   document refuses.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> GovernanceDocument {
        func has(_ keys: String...) -> Bool { keys.contains { json[$0] != nil } }
        if has("people") { return .register(try RegisterDocument.read(json, named: name)) }
        if has("redactions") { return .redactions(try RedactionsDocument.read(json, named: name)) }
        if has("meeting") { return .meeting(try MeetingDocument.read(json, named: name)) }
        if has("committee") { return .committee(try CommitteeDocument.read(json, named: name)) }
        if has("edges") { return .accountability(try AccountabilityDocument.read(json, named: name)) }
        if has("rights", "questions", "answers") { return .rights(try RightsDocument.read(json, named: name)) }
        throw Refusal(
            .input, code: "governance-document-unknown", "\(name) does not say what it is.",
            remedy: "It begins with one of people, redactions, committee, meeting, rights and edges; the manual’s page "
                + "docs/governance.md shows each.")
    }

    /// - Parameter keeping: keeps a personal text apart and says by what it is named.
    public func acts(keeping: (String) throws(Refusal) -> Personal) throws(Refusal) -> [any GovernanceAct] {
        switch self {
        case .register(let document): try document.acts(keeping: keeping)
        case .redactions(let document): try document.acts(keeping: keeping)
        case .committee(let document): document.acts()
        case .meeting(let document): document.acts()
        case .rights(let document): document.acts()
        case .accountability(let document): document.acts()
        }
    }
}

/// `redactions.yaml`: which entries of the register are to be withheld, and what was decided.
///
/// ```yaml
/// redactions:
///   - person: p014
///     declaration: treatment
///     reason: The entry would tell of an illness.
///     askedOn: 2026-03-02
///     decidedBy: p002
///     decidedOn: 2026-03-09
///     isGranted: true
/// ```
///
/// A gift is named as `gift: wine` in place of the declaration. Without `decidedBy`, `decidedOn` and `isGranted` it is asked and not decided.
public struct RedactionsDocument: Hashable, Sendable, Codable {
    public var redactions: [Written]

    public struct Written: Hashable, Sendable, Codable {
        public var person: Slug
        /// One of the two is named.
        public var declaration: Slug?
        public var gift: Slug?
        public var reason: String
        public var askedOn: Day
        public var decidedBy: Slug?
        public var decidedOn: Day?
        public var isGranted: Bool?
    }

    /// - Throws: a `Refusal` of kind `input` that names the key, and `redaction-half-decided`.
    public static func read(_ json: JSONValue, named name: String) throws(Refusal) -> RedactionsDocument {
        let document: RedactionsDocument = try json.writtenDocument(named: name, manual: "docs/governance.md")
        for written in document.redactions {
            let given = [written.decidedBy != nil, written.decidedOn != nil, written.isGranted != nil]
            guard Set(given).count == 1 else {
                throw Refusal(
                    .input, code: "redaction-half-decided",
                    "\(name): of “\((written.declaration ?? written.gift)?.description ?? "an entry")” it is not said who decided, when, and what.",
                    remedy: "Give “decidedBy”, “decidedOn” and “isGranted” together, or none of them.")
            }
        }
        return document
    }

    /// Asked, then decided, entry by entry.
    public func acts(keeping: (String) throws(Refusal) -> Personal) throws(Refusal) -> [any GovernanceAct] {
        var acts: [any GovernanceAct] = []
        for written in redactions {
            acts.append(
                AskForRedaction(
                    person: written.person, declaration: written.declaration, gift: written.gift,
                    reason: try keeping(written.reason), askedOn: written.askedOn))
            if let by = written.decidedBy, let on = written.decidedOn, let isGranted = written.isGranted {
                acts.append(
                    DecideRedaction(
                        person: written.person, declaration: written.declaration, gift: written.gift,
                        decidedBy: by, on: on, isGranted: isGranted))
            }
        }
        return acts
    }
}
