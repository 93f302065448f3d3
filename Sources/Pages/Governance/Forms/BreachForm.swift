public import Markup
public import Vocabulary

/// Asks what happened where the rules on interests were not kept, and who looks into it.
public struct BreachForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    /// The short name that the breach is to have.
    public var entry: Slug
    public var people: [Choice]
    /// Items of meetings that it may have touched: `pccc-2026-05/dental`.
    public var items: [Choice]

    /// What was told.
    public struct Answer: Hashable, Sendable {
        public var account: String
        public var dealtWithBy: Slug
        public var foundOn: Day
        public var meeting: Slug?
        public var item: Slug?

        public init(account: String, dealtWithBy: Slug, foundOn: Day, meeting: Slug? = nil, item: Slug? = nil) {
            self.account = account
            self.dealtWithBy = dealtWithBy
            self.foundOn = foundOn
            self.meeting = meeting
            self.item = item
        }
    }

    public init(_ filled: SentValues = SentValues(), entry: Slug, people: [Choice], items: [Choice]) {
        self.filled = filled
        self.entry = entry
        self.people = people
        self.items = items
    }

    public var kept: [Form.Kept] { [.init("entry", entry.description)] }

    public var parts: [Form.Part] {
        [
            words("account", "What happened?", hint: "It is kept apart from the record and not published."),
            day("foundOn", "When was it found?"),
            menu("dealtWithBy", "Who looks into it?", hint: "Not the person, nor anybody tied to them.", people),
            menu("touched", "Which decision did it touch, if any?", items, none: "None, or it is not known"),
        ]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let account = reader.words("account", missing: "Say what happened.")
        let found = reader.day("foundOn", missing: "Enter the day on which it was found.")
        let by = reader.name("dealtWithBy", missing: "Choose who looks into it.")
        let touched = reader.sent.text("touched").split(separator: "/").compactMap { Slug($0) }
        guard reader.errors.isEmpty, let account, let found, let by else { return nil }
        return Answer(
            account: account, dealtWithBy: by, foundOn: found, meeting: touched.count == 2 ? touched[0] : nil,
            item: touched.count == 2 ? touched[1] : nil)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("account", answer.account)
        filled.fill("foundOn", answer.foundOn)
        filled.fill("dealtWithBy", answer.dealtWithBy.description)
        if let meeting = answer.meeting, let item = answer.item { filled.fill("touched", "\(meeting)/\(item)") }
        return filled
    }

    public func renamed(_ entry: Slug) -> Self {
        var form = self
        form.entry = entry
        return form
    }

    public static func field(ofRefusal code: String) -> String? {
        switch code {
        case "own-approval", "approver-tied": "dealtWithBy"
        case "before-person", "day-in-future": "foundOn"
        case "patient-identifying": "account"
        default: nil
        }
    }
}
