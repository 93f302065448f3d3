import Methods
import Vocabulary

/// What one invented patient had in one month: a spell, an attendance, and emergency or community care, days apart, so
/// that nothing of it is a fault unless one was put in.
struct InventedCare {
    /// Rows for the tables of reference that speak of single patients and records.
    struct Notes {
        var deaths: [String] = []
        var approvals: [String] = []
        var pathways: [String] = []
        var recoverable: [String] = []
        var isEmpty: Bool { deaths.isEmpty && approvals.isEmpty && pathways.isEmpty && recoverable.isEmpty }
    }

    let market: InventedMarket
    let group: Int
    let provider: Int
    let month: Int
    let fault: PlantedFault?
    let manner: CareManner?
    var draws: Draws
    var notes = Notes()
    private(set) var planted: [(index: Int, rule: String, amount: Int)] = []

    /// - Parameter isVaried: false for rows that are of the plainest kind.
    init(
        market: InventedMarket, random: RandomStream, group: Int, provider: Int, month: Int, fault: PlantedFault?,
        isVaried: Bool
    ) {
        self.market = market
        self.group = group
        self.provider = provider
        self.month = month
        self.fault = fault
        var draws = Draws(random.substream(group))
        let isSpecial = fault == nil && isVaried ? draws.chance(30) : false
        manner = isSpecial ? draws.pick(CareManner.all(of: group)) : nil
        self.draws = draws
    }

    /// The three rows, each with who pays.
    mutating func rows() -> [BilledRow] {
        let practice = practice()
        let hasMovedHouse = draws.chance(10)
        let base = BilledRow(
            provider: provider, month: month, created: MonitoringText.created(month), practice: practice,
            residence: hasMovedHouse ? draws.below(InventedMarket.boards) : practice.commissioner,
            patient: InventedCare.pseudonym(of: group, &draws), group: group, age: draws.below(95), start: day(1),
            end: day(1))
        var rows = [spell(base), attendance(base), other(base)]
        if let manner { vary(&rows, manner) }
        if let fault { plant(fault, in: &rows) }
        for index in rows.indices where rows[index].commissioner.isEmpty {
            rows[index].commissioner =
                market.payer(of: rows[index]) ?? market.hub(of: rows[index].practice.commissioner ?? 0)
        }
        return rows
    }

    mutating func put(_ index: Int, _ pence: Int, rule: String? = nil) {
        planted.append((index, rule ?? fault?.rule ?? "", pence))
    }

    // MARK: - People

    func day(_ number: Int) -> Day {
        ExemplarActivity.year.month(month).firstDay.adding(days: number - 1)
    }

    private static let letters = Array("BCDFGHJKLMNPQRSTVWXZ".utf8)

    /// Letters, so that nobody could take it for a number of anybody.
    static func pseudonym(of group: Int, _ draws: inout Draws) -> String {
        var text: [UInt8] = [UInt8(ascii: "P")]
        text.reserveCapacity(19)
        for _ in 0..<11 { text.append(letters[draws.below(20)]) }
        // The group in the same letters, so that no two patients are one.
        var rest = group
        for _ in 0..<7 {
            text.append(letters[rest % 20])
            rest /= 20
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func practice() -> InventedMarket.Practice {
        let plain = draws.pick(market.practices)
        let board = plain.commissioner ?? 0
        switch fault {
        case .closedPractice: return market.closed[board]
        case .practiceNotOpen: return market.opening[board]
        case .movedPractice: return market.moved[board]
        case .prisonToBoard: return draws.pick(market.prisons)
        default: break
        }
        switch manner {
        case .residence, .host: return InventedMarket.unlisted
        case .closingPractice: return market.closing[board]
        case .movedPractice: return market.moved[board]
        case .prison, .dentalInPrison, .delegatedInPrison: return draws.pick(market.prisons)
        case .forces, .forcesDelegated: return draws.pick(market.forces)
        default: return plain
        }
    }

    // MARK: - Care

    func record(_ letter: String) -> String { "\(market.providers[provider].code)-\(group)-\(letter)" }

    private mutating func spell(_ base: BilledRow) -> BilledRow {
        var row = base
        let tariff = draws.pick(market.spells)
        let isLong = fault == .attendanceInSpell || fault == .overlappingSpell || manner == .attendanceAtEdge
        let nights = isLong ? 4 : fault == .sameDaySpell ? 2 : draws.below(6)
        row.pointOfDelivery = nights == 0 ? "DC" : draws.chance(50) ? "EL" : "NEL"
        row.function = fault == .withinPathway ? "100" : draws.pick(market.functions).code
        row.start = day(1 + draws.below(8))
        row.end = row.start.adding(days: nights)
        row.spell = "S\(group)"
        row.record = record("S")
        row.words = draws.below(64)
        bill(&row, tariff)
        return row
    }

    private mutating func attendance(_ base: BilledRow) -> BilledRow {
        var row = base
        let mustFollow = fault == .duplicate || fault == .duplicateElsewhere || fault == .withinPathway
        let mustBeFirst = fault == .secondFirst || manner == .firstInTwoFunctions || manner == .firstElsewhere
        let isFirst = mustBeFirst || (!mustFollow && draws.chance(40))
        row.start = day(15 + draws.below(4))
        row.end = row.start
        row.attendance = "A\(group)"
        row.record = record("A")
        row.words = draws.below(64)
        attend(&row, draws.pick(market.functions), isFirst: isFirst)
        // From another consultant: never where a price is other than it should be.
        if isFirst, fault == nil, manner?.keepsPrices != false, draws.chance(30) { row.detail = "C2C" }
        return row
    }

    func attend(_ row: inout BilledRow, _ function: InventedMarket.Function, isFirst: Bool) {
        row.function = function.code
        if !isFirst { row.detail = "" }
        row.pointOfDelivery = isFirst ? "OPFASPCL" : "OPFUPSPCL"
        row.tariff = isFirst ? InventedMarket.firstTariff : InventedMarket.followUpTariff
        row.bill(market.price(isFirst ? function.first : function.followUp, at: row.provider))
    }

    private mutating func other(_ base: BilledRow) -> BilledRow {
        var row = base
        row.start = day(22 + draws.below(5))
        row.end = row.start
        row.record = record("O")
        row.words = draws.below(64)
        let mustBeEmergency =
            fault == .afterDeath || fault == .uninvestigated || fault == .prisonToBoard || fault == .withinPathway
        let mustBeCommunity = fault == .ambiguousDay || fault == .unreadableDay
        if mustBeEmergency || (!mustBeCommunity && draws.chance(70)) {
            row.pointOfDelivery = "AE"
            row.function = "180"
            row.attendance = "E\(group)"
            let place = draws.below(market.emergencies.count - (fault == .uninvestigated ? 1 : 0))
            // Without an investigation where it is the lowest price that was charged.
            row.investigations = place == market.emergencies.count - 1 ? 0 : 1 + draws.below(4)
            bill(&row, market.emergencies[place])
        } else {
            // A local price with four decimals, in multiples that come to whole pence; now and then one is taken back.
            row.pointOfDelivery = "COMM"
            row.function = draws.pick(market.functions).code
            row.unitPrice = 200_000 + draws.below(600_000)
            let isTakenBack = fault == nil && manner == nil && draws.chance(3)
            row.count = (isTakenBack ? -100 : 100) * 10_000
            row.cost = Money(pence: row.unitPrice * (isTakenBack ? -1 : 1))
            if draws.chance(40) { (row.record, row.isInSUS) = ("", false) }
        }
        return row
    }

    func bill(_ row: inout BilledRow, _ tariff: InventedMarket.Tariff) {
        row.tariff = tariff.code
        row.bill(market.price(tariff.pence(on: row.start), at: row.provider))
    }
}
