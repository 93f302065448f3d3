public import Tabular
public import Vocabulary

/// Registers a table of reference that has been stored as a Parquet file: what it was, where it lies with its digest, and
/// how many rows were kept and refused.
///
/// The latest of a name stands; earlier ones remain. The same file twice changes nothing.
public struct RegisterReference: Act, Codable, Hashable {
    public static let name = "registerReference"

    /// SHA-256 of the file as it was given; its bytes are not kept.
    public var source: EvidenceID
    public var sourceName: String
    /// In bytes.
    public var size: Int
    public var publisher: String
    public var licence: String
    /// `price`.
    public var table: String
    /// The reviewed mapping that it was read by, as a document; nil where its titles are the table's own.
    public var mapping: String?
    public var mappingDigest: EvidenceID?
    /// The folder of the part, within that of all activity.
    public var folder: String
    public var part: EvidenceID
    public var partSize: Int
    public var rowsKept: Int
    public var rowsRefused: Int
    /// The first of them, each with its row.
    public var problems: [ReferenceProblem]

    public struct ReferenceProblem: Codable, Hashable, Sendable {
        public var row: Int?
        public var column: String?
        public var code: String
        public var explanation: String
        public var effect: String

        public init(_ problem: Problem) {
            (row, column, code) = (problem.row, problem.column, problem.code)
            (explanation, effect) = (problem.explanation, problem.effect.rawValue)
        }
    }

    /// - Parameter problems: of the reading; a record keeps the first thousand.
    public init(
        source: Source, table: String, mapping: String?, mappingDigest: EvidenceID?, folder: String, part: EvidenceID,
        partSize: Int, rowsKept: Int, rowsRefused: Int, problems: [Problem]
    ) {
        (self.source, sourceName, size) = (source.digest, source.name, source.size)
        (publisher, licence) = (source.publisher, source.licence)
        (self.table, self.mapping, self.mappingDigest) = (table, mapping, mappingDigest)
        (self.folder, self.part, self.partSize) = (folder, part, partSize)
        (self.rowsKept, self.rowsRefused) = (rowsKept, rowsRefused)
        self.problems = problems.prefix(1_000).map { ReferenceProblem($0) }
    }

    public struct Before: Sendable {
        /// True where a file with these bytes was registered before as this table, by the same mapping.
        public var isHeld: Bool

        public init(isHeld: Bool) { self.isHeld = isHeld }
    }

    public struct After: Sendable {
        public var isHeld: Bool
    }

    public var journalled: JSONValue { JSONValue(encoding: self) }

    /// - Throws: `no-such-table`; `nothing-readable` where no row could be read.
    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard ReferenceTable.named(table) != nil else {
            throw Refusal(.input, code: "no-such-table", "“\(table)” is no table of reference.")
        }
        guard rowsKept > 0 else {
            throw Refusal(
                .input, code: "nothing-readable", "No row of \(sourceName) could be read.",
                remedy: problems.first.map { "Row \($0.row ?? 1): \($0.explanation)" } ?? "Ask the sender for it again."
            )
        }
        return After(isHeld: before.isHeld)
    }
}
