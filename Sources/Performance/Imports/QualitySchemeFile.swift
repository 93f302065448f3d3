public import Vocabulary

/// A quality scheme as people write it, in YAML or JSON; its form is in docs/activity.md.
public enum QualitySchemeFile {
    /// - Parameter document: as its file was read.
    /// - Throws: what `JSONValue.decoded` refuses, naming the place.
    public static func read(_ document: JSONValue, named name: String) throws(Refusal) -> QualityScheme {
        try document.decoded(as: QualityScheme.self, named: name)
    }
}
