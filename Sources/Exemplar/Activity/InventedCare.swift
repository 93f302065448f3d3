import Methods
import Vocabulary

/// One line of a patient-level bill, before it is written.
struct BilledRow {
    var provider: Int
    var month: Int
    var practice: InventedMarket.Practice
    var commissioner: String
    var patient: String
    var group: Int
    var age: Int
    var category = "12"
    var pointOfDelivery: String
    var function: String
    /// Blank where the price is local.
    var tariff: String
    var start: Day
    var end: Day
    var spell = ""
    var attendance = ""
    var record: String
    /// Ten-thousandths.
    var count = 10_000
    /// Ten-thousandths of a pound.
    var unitPrice: Int
    var cost: Money
    var words: Int
}

/// What one invented patient had in one month: a spell, an attendance, and emergency or community care, days apart, so
/// that nothing of it is a fault unless one was put in.
struct InventedCare {
    let market: InventedMarket
    let group: Int
    let provider: Int
    let month: Int
    let fault: PlantedFault?
    var draws: Draws
    private(set) var planted: [(index: Int, fault: PlantedFault, amount: Int)] = []

    init(
        market: InventedMarket, random: RandomStream, group: Int, provider: Int, month: Int, fault: PlantedFault?
    ) {
        self.market = market
        self.group = group
        self.provider = provider
        self.month = month
        self.fault = fault
        draws = Draws(random.substream(group))
    }

    mutating func rows() -> [BilledRow] {
        let practice = draws.pick(market.practices)
        let base = BilledRow(
            provider: provider, month: month, practice: practice,
            commissioner: market.commissioners[practice.commissioner], patient: pseudonym(), group: group,
            age: draws.below(95), pointOfDelivery: "", function: "", tariff: "", start: day(1), end: day(1), record: "",
            unitPrice: 0, cost: .zero, words: 0)
        var rows = [spell(base), attendance(base), other(base)]
        plant(&rows)
        return rows
    }

    // MARK: - Care

    private func day(_ number: Int) -> Day {
        ExemplarActivity.year.month(month).firstDay.adding(days: number - 1)
    }

    /// Letters, so that nobody could take it for a number of anybody.
    private mutating func pseudonym() -> String {
        let letters = Array("BCDFGHJKLMNPQRSTVWXZ".utf8)
        var text: [UInt8] = [UInt8(ascii: "P")]
        for _ in 0..<11 { text.append(letters[draws.below(20)]) }
        // The group in the same letters, so that no two patients are one.
        var rest = group
        for _ in 0..<7 {
            text.append(letters[rest % 20])
            rest /= 20
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func spell(_ base: BilledRow) -> BilledRow {
        var row = base
        let tariff = draws.pick(market.spells)
        let isLong = fault == .attendanceInSpell || fault == .overlappingSpell
        let nights = isLong ? 4 : draws.below(6)
        row.pointOfDelivery = nights == 0 ? "DC" : draws.chance(50) ? "EL" : "NEL"
        row.function = draws.pick(market.functions).code
        row.start = day(1 + draws.below(8))
        row.end = row.start.adding(days: nights)
        row.spell = "S\(group)"
        row.record = "\(market.providers[provider].code)-\(group)-S"
        row.words = draws.below(64)
        bill(&row, tariff.tariff, tariff.pence)
        return row
    }

    private mutating func attendance(_ base: BilledRow) -> BilledRow {
        var row = base
        let mustFollow = fault == .duplicate || fault == .duplicateElsewhere
        let isFirst = fault == .secondFirst || (!mustFollow && draws.chance(40))
        row.start = day(15 + draws.below(4))
        row.end = row.start
        row.attendance = "A\(group)"
        row.record = "\(market.providers[provider].code)-\(group)-A"
        row.words = draws.below(64)
        attend(&row, draws.pick(market.functions), isFirst: isFirst)
        return row
    }

    private func attend(
        _ row: inout BilledRow, _ function: (code: String, first: Int, followUp: Int), isFirst: Bool
    ) {
        row.function = function.code
        row.pointOfDelivery = isFirst ? "OPFASPCL" : "OPFUPSPCL"
        bill(
            &row, isFirst ? InventedMarket.firstTariff : InventedMarket.followUpTariff,
            isFirst ? function.first : function.followUp)
    }

    private mutating func other(_ base: BilledRow) -> BilledRow {
        var row = base
        row.start = day(22 + draws.below(5))
        row.end = row.start
        row.record = "\(market.providers[provider].code)-\(group)-O"
        row.words = draws.below(64)
        if draws.chance(70) {
            row.pointOfDelivery = "AE"
            row.function = "180"
            row.attendance = "E\(group)"
            let tariff = draws.pick(market.emergencies)
            bill(&row, tariff.tariff, tariff.pence)
        } else {
            // A local price with four decimals, in multiples that come to whole pence; now and then one is taken back.
            row.pointOfDelivery = "COMM"
            row.function = draws.pick(market.functions).code
            row.unitPrice = 200_000 + draws.below(600_000)
            row.count = (draws.chance(3) ? -100 : 100) * 10_000
            row.cost = Money(pence: row.unitPrice * (row.count < 0 ? -1 : 1))
        }
        return row
    }

    private func bill(_ row: inout BilledRow, _ tariff: String, _ pence: Int) {
        let price = market.price(pence, at: row.provider)
        row.tariff = tariff
        row.unitPrice = price * 100
        row.count = 10_000
        row.cost = Money(pence: price)
    }

    // MARK: - Faults

    private mutating func plant(_ rows: inout [BilledRow]) {
        guard let fault else { return }
        switch fault {
        case .wrongCommissioner:
            let other = (rows[1].practice.commissioner + 1 + draws.below(41)) % 42
            rows[1].commissioner = market.commissioners[other]
            put(1, rows[1].cost)
        case .closedPractice:
            let closed = market.closed[rows[1].practice.commissioner]
            for index in rows.indices { rows[index].practice = closed }
            for index in rows.indices { put(index, rows[index].cost) }
        case .duplicate:
            rows[2] = rows[1]
            put(2, rows[2].cost)
        case .duplicateElsewhere:
            rows[2] = rows[1]
            rows[2].provider = (provider + 1 + draws.below(market.providers.count - 1)) % market.providers.count
            rows[2].record = "\(market.providers[rows[2].provider].code)-\(group)-A"
            let function = market.functions.first { $0.code == rows[2].function }!
            attend(&rows[2], function, isFirst: false)
            put(2, rows[2].cost)
        case .attendanceInSpell:
            rows[2] = rows[1]
            rows[2].start = rows[0].start.adding(days: 2)
            rows[2].end = rows[2].start
            rows[2].attendance = "B\(group)"
            rows[2].record += "2"
            // In another function than the first, so that nothing else is wrong with it.
            let place = market.functions.firstIndex { $0.code == rows[1].function }!
            attend(&rows[2], market.functions[(place + 1) % market.functions.count], isFirst: false)
            put(2, rows[2].cost)
        case .secondFirst:
            rows[2] = rows[1]
            rows[2].start = rows[1].start.adding(days: 5)
            rows[2].end = rows[2].start
            rows[2].attendance = "B\(group)"
            rows[2].record += "2"
            let function = market.functions.first { $0.code == rows[1].function }!
            let followUp = market.price(function.followUp, at: provider)
            put(2, Money(pence: rows[2].cost.pence - followUp))
        case .overlappingSpell:
            rows[2] = rows[0]
            rows[2].start = rows[0].start.adding(days: 2)
            rows[2].end = rows[0].end.adding(days: 2)
            rows[2].spell = "T\(group)"
            rows[2].record += "2"
            put(2, rows[2].cost)
        case .endBeforeStart:
            rows[1].end = rows[1].start.adding(days: -1)
            put(1, rows[1].cost)
        case .wrongPrice:
            rows[1].unitPrice += 71_300
            rows[1].cost += Money(pence: 713)
            put(1, Money(pence: 713))
        case .wrongSum:
            rows[1].cost += Money(pence: 10_000)
            put(1, Money(pence: 10_000))
        case .ungroupable:
            bill(&rows[0], InventedMarket.ungroupable.tariff, InventedMarket.ungroupable.pence)
            put(0, rows[0].cost)
        case .unknownService:
            attend(&rows[1], InventedMarket.uncontracted, isFirst: rows[1].pointOfDelivery == "OPFASPCL")
            put(1, rows[1].cost)
        case .ambiguousDay, .unreadableDay: put(1, .zero)
        case .unreadableAmount, .fractionOfPenny, .unreadableCount, .unreadableYear, .unreadableMonth, .raggedRow:
            put(1, rows[1].cost)
        }
    }

    private mutating func put(_ index: Int, _ amount: Money) {
        guard let fault else { return }
        planted.append((index, fault, amount.pence))
    }
}
