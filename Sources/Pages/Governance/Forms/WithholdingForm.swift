public import Markup
import Vocabulary

/// Asks whether an entry is to be withheld from publication.
public struct WithholdingForm: AskedForm {
    public var filled: SentValues
    public var errors: [String: String] = [:]
    public var failures: [String] = []

    public init(_ filled: SentValues = SentValues()) {
        self.filled = filled
    }

    public var parts: [Form.Part] {
        [
            radios(
                "granted", "Is it to be withheld?",
                [
                    Choice("yes", "Yes", hint: "The register goes on saying that details are withheld"),
                    Choice("no", "No", hint: "The entry is published as others are"),
                ])
        ]
    }

    public func read(_ reader: inout FieldReader) -> Bool? {
        reader.yesOrNo("granted", missing: "Say whether it is to be withheld.")
    }

    public static func filled(with isGranted: Bool) -> SentValues {
        var filled = SentValues()
        filled.fill("granted", isGranted ? "yes" : "no")
        return filled
    }
}
