public import Tabular
public import Vocabulary

/// Takes in a file on populations, deprivation or indicators, as it was read.
///
/// What is kept is the file itself, under its digest, and what was counted and refused; figures are worked out from it when
/// they are asked for, by the same reader. The same file twice changes nothing, and a later file removes no earlier one.
public struct ImportNeedsFile: Act {
    public static let name = "importNeedsFile"

    public var source: Source
    /// The archive in which the file came, if it came in one.
    public var container: EvidenceID?
    public var kind: NeedsFile
    /// Columns that are not read.
    public var dropped: [String]
    public var reading: NeedsReading

    public init(
        source: Source, container: EvidenceID?, kind: NeedsFile, dropped: [String], reading: NeedsReading
    ) {
        self.source = source
        self.container = container
        self.kind = kind
        self.dropped = dropped
        self.reading = reading
    }

    public typealias Before = HeldAlready
    public typealias After = HeldAlready

    public var journalled: JSONValue {
        [
            "source": .text(source.digest.description), "name": .text(source.name),
            "container": .optional(container) { .text($0.description) },
            "publisher": .text(source.publisher), "licence": .text(source.licence), "kind": .text(kind.rawValue),
            "dropped": .list(dropped.map(JSONValue.text)), "rowsRead": .integer(reading.rowsRead),
        ]
    }

    /// - Throws: `nothing-readable` where no row could be read: the file is not what it was taken for.
    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard reading.rowsKept > 0 else {
            throw Refusal.nothingReadable(
                in: source.name, remedy: "It was taken for \(kind.inWords).", reading.problems)
        }
        return before
    }
}
