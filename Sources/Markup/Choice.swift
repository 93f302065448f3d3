/// Choices of one field that stand together.
public struct ChoiceGroup: Sendable {
    /// Nil where the choices stand without a heading.
    public var label: String?
    public var choices: [Choice]

    public init(_ label: String? = nil, _ choices: [Choice]) {
        self.label = label
        self.choices = choices
    }
}

/// A value that may be chosen, and the words for it.
public struct Choice: Hashable, Sendable {
    public var value: String
    public var words: String
    /// What choosing it means; shown with radios and checkboxes only.
    public var hint: String?

    public init(_ value: String, _ words: String, hint: String? = nil) {
        self.value = value
        self.words = words
        self.hint = hint
    }
}

/// A day as it was typed into three fields; none of them need be a number.
public struct DayTyped: Hashable, Sendable {
    public var day: String
    public var month: String
    public var year: String

    public init(day: String = "", month: String = "", year: String = "") {
        self.day = day
        self.month = month
        self.year = year
    }

    /// The names under which the three are sent: `NAME-day`, `NAME-month`, `NAME-year`.
    public static func names(of field: String) -> (day: String, month: String, year: String) {
        ("\(field)-day", "\(field)-month", "\(field)-year")
    }
}
