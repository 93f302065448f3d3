public import Markup
public import Vocabulary

/// Asks for the last day of something, and why it ends.
public struct EndForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    /// What was told.
    public struct Answer: Hashable, Sendable {
        public var lastDay: Day
        public var reason: String

        public init(lastDay: Day, reason: String) {
            self.lastDay = lastDay
            self.reason = reason
        }
    }

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [day("lastDay", "What is its last day?"), words("reason", "Why does it end?", rows: 2)]
    }

    public func read(_ reader: inout FieldReader) -> Answer? {
        let day = reader.day("lastDay", missing: "Enter its last day.")
        let reason = reader.words("reason", missing: "Say why it ends.", atMost: 1_000)
        guard let day, let reason else { return nil }
        return Answer(lastDay: day, reason: reason)
    }

    public static func filled(with answer: Answer) -> SentValues {
        var filled = SentValues()
        filled.fill("lastDay", answer.lastDay)
        filled.fill("reason", answer.reason)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["ends-before-start", "right-ended", "edge-ended"].contains(code) ? "lastDay" : nil
    }
}
