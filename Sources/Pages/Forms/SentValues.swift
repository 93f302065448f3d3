public import Markup
import Vocabulary

/// What a form sent, by the names of its fields: read into values, or shown again as it was typed.
public struct SentValues: Hashable, Sendable {
    public private(set) var values: [String: [String]]

    /// - Parameter values: several where a field was sent several times.
    public init(_ values: [String: [String]] = [:]) {
        self.values = values
    }

    /// A field's first value as it was typed; empty where it was not sent. Setting it takes the place of all.
    public subscript(name: String) -> String {
        get { values[name]?.first ?? "" }
        set { values[name] = [newValue] }
    }

    /// All values of a field: of the boxes that were ticked.
    public func all(_ name: String) -> [String] { values[name] ?? [] }

    public mutating func set(_ name: String, to all: [String]) { values[name] = all }

    /// True where the field was sent, also where it was sent empty.
    public func has(_ name: String) -> Bool { values[name] != nil }

    /// Without white space around it, with line ends as `\n`.
    public func text(_ name: String) -> String {
        let text = self[name].replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(text.trimmed)
    }

    /// A day typed into three fields.
    public func day(_ name: String) -> DayTyped {
        let names = DayTyped.names(of: name)
        return DayTyped(day: text(names.day), month: text(names.month), year: text(names.year))
    }

    public mutating func set(_ name: String, to day: DayTyped) {
        let names = DayTyped.names(of: name)
        self[names.day] = day.day
        self[names.month] = day.month
        self[names.year] = day.year
    }

    /// To be sent along unseen, in the order of the names.
    public func kept(besides dropped: Set<String> = []) -> [Form.Kept] {
        values.keys.sorted().filter { !dropped.contains($0) }.flatMap { name in
            all(name).map { Form.Kept(name, $0) }
        }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    var trimmed: SubSequence {
        let start = drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return start }
        return start[...last]
    }
}
