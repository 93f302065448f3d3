public import Tabular
public import Vocabulary

/// Takes in one annual contract file, as it was read.
///
/// The same file twice changes nothing; another file for the same month supersedes the earlier one whole, because the
/// file gives its rows no key: a contract has several rows alike.
public struct ImportDentalContracts: Act {
    public static let name = "importDentalContracts"

    public var source: Source
    public var container: EvidenceID?
    public var conditions: ReadingConditions
    public var reading: Reading<ContractTerms>
    /// What became of the file's amounts; nil where nobody counted them.
    public var account: ImportAccount?

    public init(
        source: Source, container: EvidenceID?, conditions: ReadingConditions = ReadingConditions(),
        reading: Reading<ContractTerms>, account: ImportAccount? = nil
    ) {
        self.source = source
        self.container = container
        self.conditions = conditions
        self.reading = reading
        self.account = account
    }

    public struct Before: Sendable {
        public var isHeld: Bool
        /// Places in the store of the rows that hold now for the months of this file.
        public var rows: [Int]

        public init(isHeld: Bool, rows: [Int]) {
            self.isHeld = isHeld
            self.rows = rows
        }
    }

    public struct After: Sendable {
        public var isHeld: Bool
        public var kept: [Reading<ContractTerms>.Placed]
        /// Why a row of the file, by its number, stays unclear until a person says.
        public var flags: [Int: [String]]
        public var superseded: [Int]
        public var problems: [Problem]
    }

    public var journalled: JSONValue {
        [
            "source": .text(source.digest.description), "name": .text(source.name),
            "container": .optional(container) { .text($0.description) },
            "publisher": .text(source.publisher), "licence": .text(source.licence),
            "conditions": conditions.journalled, "rowsRead": .integer(reading.rowsRead),
        ]
    }

    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        var flags: [Int: [String]] = [:]
        for problem in reading.problems where problem.effect == .flagged {
            if let row = problem.row { flags[row, default: []].append(problem.code) }
        }
        return After(
            isHeld: before.isHeld, kept: before.isHeld ? [] : reading.values, flags: flags,
            superseded: before.isHeld ? [] : before.rows, problems: reading.problems)
    }
}
