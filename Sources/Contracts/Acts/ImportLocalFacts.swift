public import Tabular
public import Vocabulary

/// Takes in a local file of what the published ones lack, as it was read.
///
/// The same file twice changes nothing. Another file that speaks of the same subject and period does not remove the
/// earlier one: both remain, and the newest holds when they are read.
public struct ImportLocalFacts: Act {
    public static let name = "importLocalFacts"

    public var source: Source
    /// The archive in which the file came, if it came in one.
    public var container: EvidenceID?
    public var conditions: ReadingConditions
    public var facts: Facts

    public init(source: Source, container: EvidenceID?, conditions: ReadingConditions, facts: Facts) {
        self.source = source
        self.container = container
        self.conditions = conditions
        self.facts = facts
    }

    /// What was read, by kind of file.
    public enum Facts: Sendable {
        case populations(Reading<PopulationFile.Entry>)
        case contractTypes(Reading<ContractTypesFile.Entry>)
        case providerGroups(Reading<ProviderGroupsFile.Entry>)
        case patientCharges(Reading<ChargesFile.Entry>)
        /// With the digest of the column mapping that it was read by.
        case extract(Reading<MappedExtract.Row>, mapping: EvidenceID)

        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case population
            case contractTypes = "contract-types"
            case providerGroups = "provider-groups"
            case patientCharges = "patient-charges"
            case extract
        }

        public var kind: Kind {
            switch self {
            case .populations: .population
            case .contractTypes: .contractTypes
            case .providerGroups: .providerGroups
            case .patientCharges: .patientCharges
            case .extract: .extract
            }
        }

        public var rowsRead: Int {
            switch self {
            case .populations(let reading): reading.rowsRead
            case .contractTypes(let reading): reading.rowsRead
            case .providerGroups(let reading): reading.rowsRead
            case .patientCharges(let reading): reading.rowsRead
            case .extract(let reading, _): reading.rowsRead
            }
        }

        public var rowsKept: Int {
            switch self {
            case .populations(let reading): reading.values.count
            case .contractTypes(let reading): reading.values.count
            case .providerGroups(let reading): reading.values.count
            case .patientCharges(let reading): reading.values.count
            case .extract(let reading, _): reading.values.count
            }
        }

        public var problems: [Problem] {
            switch self {
            case .populations(let reading): reading.problems
            case .contractTypes(let reading): reading.problems
            case .providerGroups(let reading): reading.problems
            case .patientCharges(let reading): reading.problems
            case .extract(let reading, _): reading.problems
            }
        }

        public var mapping: EvidenceID? {
            if case .extract(_, let mapping) = self { mapping } else { nil }
        }
    }

    public struct Before: Sendable {
        /// True where a file with these bytes was taken in before, by the same mapping if by any.
        public var isHeld: Bool

        public init(isHeld: Bool) {
            self.isHeld = isHeld
        }
    }

    public struct After: Sendable {
        public var isHeld: Bool
    }

    public var journalled: JSONValue {
        [
            "source": .text(source.digest.description), "name": .text(source.name),
            "container": .optional(container) { .text($0.description) },
            "publisher": .text(source.publisher), "licence": .text(source.licence),
            "kind": .text(facts.kind.rawValue),
            "mapping": .optional(facts.mapping) { .text($0.description) },
            "conditions": conditions.journalled, "rowsRead": .integer(facts.rowsRead),
        ]
    }

    /// - Throws: a refusal where no row could be read: the file is not what it was said to be.
    public func decide(
        _ before: Before, by author: Author, at moment: Moment
    ) throws(Refusal) -> After {
        guard facts.rowsKept > 0 else {
            throw Refusal.nothingReadable(
                in: source.name, remedy: "Compare its columns with those that the command's help names.",
                facts.problems)
        }
        return After(isHeld: before.isHeld)
    }
}
