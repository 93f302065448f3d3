import Methods

/// A fault that the exemplar puts into a row of contract monitoring on purpose.
///
/// Those of billing are named by the challenge that they call for; those of writing by the problem that a reader should
/// find.
public enum PlantedFault: String, CaseIterable, Sendable {
    /// Billed to a commissioner that is not the practice's.
    case wrongCommissioner = "CC01"
    /// The practice had closed before.
    case closedPractice = "CC02"
    /// The same attendance twice.
    case duplicate = "CC03"
    /// The same attendance billed by another provider too.
    case duplicateElsewhere = "CC04"
    /// An attendance on a day inside a spell at the same provider.
    case attendanceInSpell = "CC05"
    /// A second first attendance in the same function within days.
    case secondFirst = "CC06"
    /// A second spell that overlaps the first.
    case overlappingSpell = "CC07"
    /// The end before the start.
    case endBeforeStart = "CC08"
    /// Dearer than the price times the market forces factor.
    case wrongPrice = "CC10"
    /// The cost is not the price times the count.
    case wrongSum = "CC11"
    /// A spell that could not be grouped.
    case ungroupable = "CC12"
    /// A treatment function that is in no contract.
    case unknownService = "CC17"
    case unreadableAmount = "import:unreadable-amount"
    case fractionOfPenny = "import:fraction-of-a-penny"
    case unreadableCount = "import:unreadable-count"
    case unreadableYear = "import:unreadable-year"
    case unreadableMonth = "import:unreadable-month"
    case ambiguousDay = "import:ambiguous-day"
    case unreadableDay = "import:unreadable-day"
    case raggedRow = "import:ragged-row"

    public var rule: String { rawValue }

    /// True where the row is right and written wrong.
    public var isOfWriting: Bool { rawValue.hasPrefix("import:") }

    /// True where a reader has to refuse the row.
    public var refusesRow: Bool { isOfWriting && self != .ambiguousDay && self != .unreadableDay }
}

/// Which of the groups of three rows carries which fault: one of each kind in every five hundred.
struct FaultPlan {
    static let block = 500

    private let random: RandomStream
    private var current: Int?
    private var places: [Int: PlantedFault] = [:]

    init(random: RandomStream) { self.random = random }

    /// - Parameter isWhole: false for the last rows, if they are no three: these carry none.
    mutating func fault(of group: Int, isWhole: Bool) -> PlantedFault? {
        let block = group / FaultPlan.block
        if current != block {
            var draws = random.substream(block)
            let order = draws.shuffled(0..<FaultPlan.block)
            places = Dictionary(uniqueKeysWithValues: zip(order, PlantedFault.allCases))
            current = block
        }
        return isWhole ? places[group % FaultPlan.block] : nil
    }
}
