import Methods

/// A fault that the exemplar puts into a row of patient-level contract monitoring on purpose.
///
/// Those of billing are named by the challenge that they call for, and by what they are where a challenge has several;
/// those of writing by the problem that a reader should find.
public enum PlantedFault: String, CaseIterable, Sendable {
    /// Billed to a commissioner that is not the practice's.
    case wrongCommissioner = "CC01"
    /// A specialised service billed to the board instead of the hub.
    case specialisedToBoard = "CC01/specialised"
    /// A delegated service billed to the hub instead of the board.
    case delegatedToHub = "CC01/delegated"
    /// Care of prisoners billed to the board.
    case prisonToBoard = "CC01/prison"
    /// Billed to the commissioner that the practice had before or after.
    case movedPractice = "CC01/moved"
    /// The practice had closed before.
    case closedPractice = "CC02"
    case practiceNotOpen = "CC02/not-open-yet"
    /// The same attendance twice.
    case duplicate = "CC03"
    /// Other care under the same record.
    case sameRecord = "CC03/same-record"
    /// The same attendance billed by another provider too.
    case duplicateElsewhere = "CC04"
    /// An attendance on a day inside a spell at the same provider.
    case attendanceInSpell = "CC05"
    /// A second first attendance in the same function within days.
    case secondFirst = "CC06"
    /// A second spell that overlaps the first.
    case overlappingSpell = "CC07"
    /// A second spell that begins on the day on which the first ends.
    case sameDaySpell = "CC07/same-day"
    /// The end before the start.
    case endBeforeStart = "CC08"
    case afterDeath = "CC08/after-death"
    case beforeBirth = "CC08/before-birth"
    /// More excess bed days than are due; without a trim point; of a spell within it.
    case excessDays = "CC09"
    case excessWithoutTrim = "CC09/no-trim-point"
    case excessWithinTrim = "CC09/within"
    /// Dearer than the price times the market forces factor; and cheaper, which is no money.
    case wrongPrice = "CC10"
    case lowPrice = "CC10/low"
    /// The cost is not the price times the count; and lower, which is no money.
    case wrongSum = "CC11"
    case lowSum = "CC11/low"
    /// A spell that could not be grouped; a tariff that is in no list; one that was in that of the year before.
    case ungroupable = "CC12"
    case unlistedTariff = "CC12/unlisted"
    case lapsedTariff = "CC12/lapsed"
    /// A procedure of low priority without an approval; with one that had lapsed; with one for another provider.
    case unapproved = "CC13"
    case approvalLapsed = "CC13/lapsed"
    case approvalElsewhere = "CC13/elsewhere"
    /// A treatment function that is in no contract; one that is in others' alone.
    case unknownService = "CC17"
    case othersService = "CC17/others"
    /// Recoverable from an insurer.
    case recoverable = "CC18"
    /// A private patient; billed to nobody who pays, too.
    case privatePatient = "CC18/private"
    /// Maternity care within a pathway that is paid for.
    case withinPathway = "CC19"
    /// An attendance in emergency care without an investigation, above the lowest price.
    case uninvestigated = "CC20"
    /// In no national record of care; and a record of which nothing was billed.
    case unrecorded = "CC21"
    case unbilled = "CC21/unbilled"
    /// Sent after the month was frozen.
    case late = "CC23"
    case unreadableAmount = "import:unreadable-amount"
    case fractionOfPenny = "import:fraction-of-a-penny"
    case unreadableCount = "import:unreadable-count"
    case unreadableYear = "import:unreadable-year"
    case unreadableMonth = "import:unreadable-month"
    case ambiguousDay = "import:ambiguous-day"
    case unreadableDay = "import:unreadable-day"
    case raggedRow = "import:ragged-row"

    /// As planted.csv has it: `CC03`, `import:ragged-row`.
    public var rule: String { String(rawValue.prefix { $0 != "/" }) }

    /// True where the row is right and written wrong.
    public var isOfWriting: Bool { rawValue.hasPrefix("import:") }

    /// True where a reader has to refuse the row.
    public var refusesRow: Bool { isOfWriting && self != .ambiguousDay && self != .unreadableDay }

    /// True where tables that do not go over all months have to show it.
    var needsTables: Bool { self == .uninvestigated || self == .unrecorded || self == .unbilled }

    /// The row of the group that is written wrong: one without a tariff where its day cannot be read.
    var writtenIndex: Int { refusesRow ? 1 : 2 }
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
