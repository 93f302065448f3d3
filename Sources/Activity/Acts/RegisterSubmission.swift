import Tabular
public import Vocabulary

/// Registers a file of contract monitoring that has been stored as Parquet files: what it was, where its parts are with their
/// digests and columns, and the account of its rows and pounds.
///
/// The parts are written before and never changed; a submission of the same months later takes nothing away. The same file
/// twice changes nothing.
public struct RegisterSubmission: Act, Codable, Hashable {
    public static let name = "registerSubmission"

    /// SHA-256 of the file as it was sent; its bytes are not kept.
    public var source: EvidenceID
    public var sourceName: String
    /// In bytes.
    public var size: Int
    public var publisher: String
    public var licence: String
    /// A kind of contract monitoring: `plcm`.
    public var layout: String
    /// The folder of the parts, within that of all activity.
    public var folder: String
    /// The reviewed mapping that it was read by, as a document; nil where its titles are the published ones.
    public var mapping: String?
    public var mappingDigest: EvidenceID?
    /// Titles of columns that were dropped at the door.
    public var dropped: [String]
    /// The order of day and month that was said of the file: `day-first`.
    public var dayOrder: String?
    public var parts: [Part]
    /// The columns of the parts of rows.
    public var columns: [Column]
    public var kept: Amount
    public var refused: Amount
    public var slices: [Slice]
    /// How often each problem was found.
    public var problems: [ProblemCount]
    public var notes: [Note]
    /// Cells that were read as Windows-1252.
    public var cellsRepaired: Int

    /// A stored file.
    public struct Part: Codable, Hashable, Sendable {
        public var name: String
        /// True for problems, false for rows.
        public var holdsProblems: Bool
        public var digest: EvidenceID
        public var size: Int
        public var rows: Int

        public init(name: String, holdsProblems: Bool, digest: EvidenceID, size: Int, rows: Int) {
            (self.name, self.holdsProblems) = (name, holdsProblems)
            (self.digest, self.size, self.rows) = (digest, size, rows)
        }
    }

    public struct Column: Codable, Hashable, Sendable {
        public var name: String
        /// As SQL has it: `DECIMAL(18,2)`.
        public var type: String

        public init(name: String, type: String) { (self.name, self.type) = (name, type) }
    }

    public struct Amount: Codable, Hashable, Sendable {
        public var rows: Int
        public var costPence: Int
        public var withoutCost: Int
        public var unreadableCost: Int

        public init(_ tally: ActivityAccount.Tally) {
            (rows, costPence) = (tally.rows, tally.cost.pence)
            (withoutCost, unreadableCost) = (tally.withoutCost, tally.unreadableCost)
        }
    }

    public struct Slice: Codable, Hashable, Sendable {
        public var provider: String
        public var year: FinancialYear
        public var month: Int
        public var amount: Amount

        public init(_ slice: ActivitySlice, _ tally: ActivityAccount.Tally) {
            (provider, year, month) = (slice.provider, slice.year, slice.month)
            amount = Amount(tally)
        }
    }

    public struct ProblemCount: Codable, Hashable, Sendable {
        public var code: String
        public var effect: String
        public var rows: Int

        public init(code: String, effect: String, rows: Int) {
            (self.code, self.effect, self.rows) = (code, effect, rows)
        }
    }

    /// What is to be known of the file as a whole.
    public struct Note: Codable, Hashable, Sendable {
        public var column: String?
        public var code: String
        public var explanation: String

        public init(column: String?, code: String, explanation: String) {
            (self.column, self.code, self.explanation) = (column, code, explanation)
        }
    }

    public init(
        source: Source, layout: MonitoringFile, folder: String, mapping: String?, mappingDigest: EvidenceID?,
        dropped: [String], dayOrder: ActivityDayOrder?, parts: [Part], columns: [Column], account: ActivityAccount,
        slices: [ActivitySlice: ActivityAccount.Tally], problems: [ProblemCount], notes: [Note], cellsRepaired: Int
    ) {
        self.source = source.digest
        sourceName = source.name
        size = source.size
        publisher = source.publisher
        licence = source.licence
        self.layout = layout.rawValue
        (self.folder, self.mapping, self.mappingDigest) = (folder, mapping, mappingDigest)
        (self.dropped, self.dayOrder) = (dropped, dayOrder?.rawValue)
        (self.parts, self.columns) = (parts, columns)
        (kept, refused) = (Amount(account.kept), Amount(account.refused))
        self.slices = slices.sorted { $0.key < $1.key }.map { Slice($0.key, $0.value) }
        (self.problems, self.notes, self.cellsRepaired) = (problems, notes, cellsRepaired)
    }

    public struct Before: Sendable {
        /// True where a file with these bytes was registered before, read by the same mapping.
        public var isHeld: Bool

        public init(isHeld: Bool) { self.isHeld = isHeld }
    }

    public struct After: Sendable {
        public var isHeld: Bool
    }

    public var journalled: JSONValue { JSONValue(encoding: self) }

    /// - Throws: `nothing-readable` where no row could be read; `submission-unbalanced` where the parts do not hold the
    ///   rows that the account says, or the slices not its pounds.
    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard kept.rows > 0 else {
            let reasons = problems.map { "\($0.code) in \(counted($0.rows, "row", "rows"))" }
            throw Refusal(
                .input, code: "nothing-readable", "No row of \(sourceName) could be read.",
                remedy: reasons.isEmpty
                    ? "Ask the sender for it again." : "Why rows were refused: \(reasons.joined(separator: ", ")).")
        }
        let stored = parts.filter { !$0.holdsProblems }.reduce(0) { $0 + $1.rows }
        guard stored == kept.rows, slices.reduce(0, { $0 + $1.amount.rows }) == kept.rows,
            slices.reduce(0, { $0 + $1.amount.costPence }) == kept.costPence
        else {
            throw Refusal(
                .wanting, code: "submission-unbalanced",
                "The stored parts of \(sourceName) hold \(grouped(stored)) rows, its account \(grouped(kept.rows)).")
        }
        return After(isHeld: before.isHeld)
    }
}
