public import Governance
public import Markup
public import Vocabulary

/// Asks to which meeting an item is put off, and why.
public struct PutOffForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var item: Slug
    public var later: [Choice]

    public init(_ filled: SentValues = SentValues(), meeting: Slug, item: Slug, later: [Choice]) {
        self.filled = filled
        self.meeting = meeting
        self.item = item
        self.later = later
    }

    public var kept: [Form.Kept] { [.init("item", item.description)] }

    public var parts: [Form.Part] {
        [
            menu("to", "To which meeting?", later, none: "A meeting that is not planned yet"),
            words("reason", "Why is it put off?", rows: 3),
        ]
    }

    public func read(_ reader: inout FieldReader) -> DeferItem? {
        let to = reader.name("to")
        let reason = reader.words("reason", missing: "Say why it is put off.", atMost: 1_000)
        guard reader.errors.isEmpty, let reason else { return nil }
        return DeferItem(meeting: meeting, item: item, to: to, reason: reason)
    }

    public static func filled(with act: DeferItem) -> SentValues {
        var filled = SentValues()
        filled.fill("to", act.to?.description)
        filled.fill("reason", act.reason)
        return filled
    }

    public static func subject(of act: DeferItem) -> String? { act.item.description }
}
