public import Governance
public import Markup
public import Vocabulary

/// Asks who casts the vote of a member who is away.
public struct ProxyForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    /// Voting members of committees that allow it.
    public var members: [Choice]
    public var items: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, members: [Choice], items: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.members = members
        self.items = items
    }

    public var parts: [Form.Part] {
        [
            menu("principal", "Whose vote is it?", hint: "A member who is away.", members),
            menu("holder", "Who casts it?", hint: "It counts only while they are here.", members),
            menu("item", "For how long?", items, none: "For the whole meeting"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> GiveProxy? {
        let principal = reader.name("principal", missing: "Choose whose vote it is.")
        let holder = reader.name("holder", missing: "Choose who casts it.")
        let item = reader.name("item")
        guard reader.errors.isEmpty, let principal, let holder else { return nil }
        return GiveProxy(meeting: meeting, principal: principal, holder: holder, item: item)
    }

    public static func filled(with act: GiveProxy) -> SentValues {
        var filled = SentValues()
        filled.fill("principal", act.principal.description)
        filled.fill("holder", act.holder.description)
        filled.fill("item", act.item?.description)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "own-proxy", "proxy-twice": "holder"
        case "not-voting-member": "principal"
        default: nil
        }
    }

    public static func subject(of act: GiveProxy) -> String? { act.principal.description }
}
