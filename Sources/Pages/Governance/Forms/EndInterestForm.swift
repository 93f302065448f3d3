public import Markup
public import Vocabulary

/// Asks for the last day of an interest.
public struct EndInterestForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] { [day("ended", "What was the last day?")] }

    public func read(_ reader: inout FieldReader) -> Day? {
        reader.day("ended", missing: "Enter the last day of the interest.")
    }

    public static func filled(with ended: Day) -> SentValues {
        var filled = SentValues()
        filled.fill("ended", ended)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? {
        ["day-in-future", "ends-before-start"].contains(code) ? "ended" : nil
    }
}
