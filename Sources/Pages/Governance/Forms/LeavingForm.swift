public import Markup
public import Vocabulary

/// Asks for the last day of somebody on the register.
public struct LeavingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            day(
                "left", "What was their last day?",
                hint: "Their posts at the body end with it. Entries stay on the record as long as the rules say.")
        ]
    }

    public func read(_ reader: inout FieldReader) -> Day? {
        reader.day("left", missing: "Enter their last day.")
    }

    public static func filled(with day: Day) -> SentValues {
        var filled = SentValues()
        filled.fill("left", day)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future", "declared-after-leaving", "person-left"].contains(code) ? "left" : nil
    }
}
