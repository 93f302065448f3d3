public import Markup
import Vocabulary

/// Asks why a cost that was recorded counts no more.
public struct WithdrawCostForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) { self.filled = filled }

    public var parts: [Form.Part] {
        [words("reason", "What was wrong?", hint: "It is on the record beside the entry.", rows: 2)]
    }

    public func read(_ reader: inout FieldReader) -> String? {
        let reason = reader.words("reason", missing: "Say what was wrong.", atMost: 1_000)
        return reader.errors.isEmpty ? reason : nil
    }

    public static func filled(with answer: String) -> SentValues {
        var filled = SentValues()
        filled.fill("reason", answer)
        return filled
    }

    public static func field(ofRefusal code: String) -> String? { ["no-reason": "reason"][code] }
}
