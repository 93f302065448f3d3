public import Tabular
public import Vocabulary

/// Takes in a file of the directory, as it was read.
///
/// The same file twice changes nothing. A later file does not remove an earlier one: both remain, each with its day, and
/// what holds on a day is worked out when it is asked.
public struct ImportDirectoryFile: Act {
    public static let name = "importDirectoryFile"

    public var source: Source
    /// The archive in which the file came, if it came in one.
    public var container: EvidenceID?
    /// Columns that were dropped at the door.
    public var dropped: [String]
    public var file: DirectoryReading

    public init(source: Source, container: EvidenceID?, dropped: [String], file: DirectoryReading) {
        self.source = source
        self.container = container
        self.dropped = dropped
        self.file = file
    }

    public typealias Before = HeldAlready
    public typealias After = HeldAlready

    public var journalled: JSONValue {
        [
            "source": .text(source.digest.description), "name": .text(source.name),
            "container": .optional(container) { .text($0.description) },
            "publisher": .text(source.publisher), "licence": .text(source.licence),
            "kind": .text(file.kind.rawValue), "dropped": .list(dropped.map(JSONValue.text)),
            "statedOn": .optional(file.statedOn) { .day($0) }, "rowsRead": .integer(file.rows.rowsRead),
        ]
    }

    /// - Throws: `nothing-readable` where no row could be read: the file is not what it was taken for.
    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard !file.rows.values.isEmpty else {
            throw Refusal.nothingReadable(
                in: source.name, remedy: "It was taken for \(file.kind.inWords).", file.rows.problems)
        }
        return before
    }
}
