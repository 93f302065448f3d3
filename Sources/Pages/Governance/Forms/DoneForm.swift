public import Governance
public import Markup
public import Vocabulary

/// Asks when an action of a meeting was done.
public struct DoneForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []
    public var meeting: Slug
    public var action: Slug

    public init(_ filled: SentValues = SentValues(), meeting: Slug, action: Slug) {
        self.filled = filled
        self.meeting = meeting
        self.action = action
    }

    public var kept: [Form.Kept] { [.init("action", action.description)] }

    public var parts: [Form.Part] { [day("doneOn", "When was it done?"), line("note", "Anything to note?")] }

    public func read(_ reader: inout FieldReader) -> CompleteAction? {
        let done = reader.day("doneOn", missing: "Enter the day on which it was done.")
        let note = reader.line("note")
        guard reader.errors.isEmpty, let done else { return nil }
        return CompleteAction(meeting: meeting, action: action, doneOn: done, note: note)
    }

    public static func filled(with act: CompleteAction) -> SentValues {
        var filled = SentValues()
        filled.fill("doneOn", act.doneOn)
        filled.fill("note", act.note)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future", "done-before-meeting"].contains(code) ? "doneOn" : nil
    }

    public static func subject(of act: CompleteAction) -> String? { act.action.description }
}
