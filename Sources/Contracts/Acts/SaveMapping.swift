public import Vocabulary

/// Keeps a column mapping that a person reviewed, so that what was read by it can be read again.
///
/// The same mapping twice changes nothing; another of the same name stands beside the earlier one.
public struct SaveMapping: Act {
    public static let name = "saveMapping"

    public var mapping: ColumnMapping
    /// The mapping as it was written.
    public var document: JSONValue
    /// Of the document's canonical form.
    public var digest: EvidenceID

    /// - Throws: as `ColumnMapping`.
    public init(document: JSONValue, digest: EvidenceID) throws(Refusal) {
        mapping = try ColumnMapping(document)
        self.document = document
        self.digest = digest
    }

    public struct Before: Sendable {
        public var isHeld: Bool

        public init(isHeld: Bool) {
            self.isHeld = isHeld
        }
    }

    public struct After: Sendable {
        public var isHeld: Bool
    }

    /// The digest stands for the document, which names a person.
    public var journalled: JSONValue {
        ["name": .text(mapping.name), "layout": .text(mapping.layout), "mapping": .text(digest.description)]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        guard mapping.reviewedOn <= moment.day else {
            throw Refusal(
                .rule, code: "reviewed-later",
                "The mapping “\(mapping.name)” says that it was reviewed on \(mapping.reviewedOn.inWords), which is "
                    + "still to come.", remedy: "Have it reviewed, and write the day of the review.")
        }
        return After(isHeld: before.isHeld)
    }
}
