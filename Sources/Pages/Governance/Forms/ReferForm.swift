public import Governance
public import Markup
public import Vocabulary

/// Asks to which committee or body an item is referred, and why.
public struct ReferForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug

    public init(_ filled: SentValues = SentValues(), meeting: Slug, item: Slug) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            line("to", "To which committee or body?", hint: "For example, the board"),
            words("reason", "Why is it referred?", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> ReferItem? {
        let to = reader.line("to", missing: "Say to whom it is referred.")
        let reason = reader.words("reason", missing: "Say why it is referred.", atMost: 1_000)
        guard reader.errors.isEmpty, let to, let reason else { return nil }
        return ReferItem(meeting: meeting, item: item, to: to, reason: reason)
    }

    public static func filled(with act: ReferItem) -> SentValues {
        var filled = SentValues()
        filled.fill("to", act.to)
        filled.fill("reason", act.reason)
        return filled
    }

    public static func subject(of act: ReferItem) -> String? { act.item.description }
}
