import Vocabulary

/// A manner in which a patient's bill is right although it is not of the plainest kind: what a challenge must leave alone.
enum CareManner: CaseIterable {
    // Who pays, by each branch.
    case residence, host, specialised, specialisedByCategory, mentalHealth, dental, dentalInPrison, prison,
        delegatedInPrison, justice, publicHealth, forces, forcesByCategory, forcesDelegated, excluded, movedPractice,
        closingPractice
    // Care that resembles a fault.
    case twoEpisodes, readmitted, attendanceAtEdge, sameDayOtherFunction, firstInTwoFunctions, firstElsewhere,
        diedSince, excessDays, pennyOff, localTariff, several, lowPriorityApproved, lowPriorityOnce, othersRecoverable,
        besidePathway, lateNotFrozen, servedByEven

    /// False where the attendance has another price or count than most.
    var keepsPrices: Bool { self != .pennyOff && self != .localTariff && self != .several }

    private static let every = allCases
    private static let withoutNotes = allCases.filter { manner in
        ![.diedSince, .lowPriorityApproved, .othersRecoverable, .besidePathway].contains(manner)
    }

    /// Those of a group: tables that grow with rows of the right kind end with the ten millionth group.
    static func all(of group: Int) -> [CareManner] { group < 10_000_000 ? every : withoutNotes }
}

extension InventedCare {
    mutating func vary(_ rows: inout [BilledRow], _ manner: CareManner) {
        switch manner {
        case .residence: for index in rows.indices { rows[index].residence = (group + 7) % InventedMarket.boards }
        case .host: for index in rows.indices { rows[index].residence = nil }
        case .specialised:
            let service = draws.pick(InventedMarket.specialised.filter { !$0.isMentalHealth })
            for index in 0...1 { (rows[index].service, rows[index].category) = (service.code, "21") }
            // By its code alone; where the list has it no longer, that is nobody's but the board's.
            if draws.chance(50) { rows[1].category = "12" }
        case .specialisedByCategory:
            for index in 0...1 { (rows[index].service, rows[index].category) = (InventedMarket.unlistedService, "21") }
        case .mentalHealth:
            rows[1].service = draws.chance(50) ? "NCBPS22G" : "NCBPS22R"
            if draws.chance(50) { rows[1].category = "21" }
        case .dental, .dentalInPrison:
            attend(&rows[1], draws.pick(market.dental), isFirst: draws.chance(50))
            if draws.chance(30) { rows[2].category = draws.chance(50) ? "51" : "55" }
        case .prison, .movedPractice, .closingPractice, .forces: break
        case .delegatedInPrison: rows[1].service = "NCBPS04G"
        case .justice: for index in rows.indices { rows[index].category = index == 1 ? "75" : "71" }
        case .publicHealth: for index in 0...1 { rows[index].category = index == 1 ? "85" : "81" }
        case .forcesByCategory: rows[0].category = "61"
        case .forcesDelegated: for index in 0...1 { rows[index].service = "NCBPS04G" }
        case .excluded: exclude(&rows[2])
        case .twoEpisodes, .readmitted, .attendanceAtEdge, .sameDayOtherFunction, .firstInTwoFunctions,
            .firstElsewhere, .besidePathway:
            varyCare(&rows, manner)
        case .diedSince:
            let end = draws.chance(50) ? rows[2].start : rows[2].start.adding(days: 20)
            notes.deaths.append("\(rows[0].patient),\(end)")
        case .excessDays: stayOn(&rows, beyond: 1 + draws.below(3))
        case .pennyOff:
            rows[1].unitPrice += 100
            rows[1].cost += Money(pence: 1)
            rows[0].cost -= Money(pence: 1)
        case .localTariff:
            rows[1].tariff = "LOC01"
            rows[1].isLocal = true
            rows[1].bill(4_321)
        case .several:
            rows[1].bill(rows[1].cost.pence, count: 2)
        case .lowPriorityApproved:
            bill(&rows[0], draws.pick(InventedMarket.lowPriority))
            approve(rows[0], from: rows[0].start.adding(days: -draws.below(90)), to: rows[0].start)
        case .lowPriorityOnce: bill(&rows[0], draws.pick(InventedMarket.oncePriority))
        case .othersRecoverable:
            let other = (provider + 1) % InventedMarket.billing
            notes.recoverable.append("\(market.providers[other].code),\(rows[1].record),road traffic")
        case .lateNotFrozen:
            let days = draws.chance(50) ? 0 : draws.below(20)
            rows[1].created = InventedMarket.freeze(month).adding(days: -days)
        case .servedByEven:
            guard provider % 2 == 0, provider < InventedMarket.billing else { return }
            attend(&rows[1], InventedMarket.contractedByEven, isFirst: false)
        }
    }

    private mutating func varyCare(_ rows: inout [BilledRow], _ manner: CareManner) {
        switch manner {
        case .twoEpisodes:
            // Under another consultant, in the price of the first.
            rows[2] = rows[0]
            (rows[2].tariff, rows[2].function) = ("", rows[0].function == "100" ? "101" : "100")
            rows[2].bill(0)
            rows[2].record = record("S2")
        case .readmitted:
            rows[2] = rows[0]
            rows[2].start = rows[0].end.adding(days: 1)
            rows[2].end = rows[2].start.adding(days: 1)
            (rows[2].pointOfDelivery, rows[2].spell, rows[2].record) = ("NEL", "T\(group)", record("T"))
            bill(&rows[2], market.spells[1])
        case .attendanceAtEdge:
            again(&rows, on: group % 2 == 0 ? rows[0].start : rows[0].end)
            attend(&rows[2], market.function(rows[1].function), isFirst: false)
        case .sameDayOtherFunction:
            again(&rows, on: rows[1].start)
            attend(&rows[2], otherFunction(than: rows[1].function), isFirst: rows[1].pointOfDelivery == "OPFASPCL")
        case .firstInTwoFunctions:
            again(&rows, on: rows[1].start.adding(days: 3))
            attend(&rows[2], otherFunction(than: rows[1].function), isFirst: true)
        case .firstElsewhere:
            again(&rows, on: rows[1].start.adding(days: 3))
            rows[2].provider = (provider + 1 + group % (InventedMarket.billing - 1)) % InventedMarket.billing
            rows[2].record = "\(market.providers[rows[2].provider].code)-\(group)-A"
            attend(&rows[2], market.function(rows[1].function), isFirst: true)
        default:
            // Beside a pathway: seen before it began, and the pathway itself is paid for.
            attend(&rows[1], market.function("560"), isFirst: false)
            rows[2] = rows[1]
            rows[2].start = rows[1].start.adding(days: 1)
            rows[2].end = rows[2].start
            (rows[2].pointOfDelivery, rows[2].tariff, rows[2].record) = ("MPP", "", "")
            (rows[2].isInSUS, rows[2].attendance) = (false, "")
            rows[2].bill(104_500)
            let code = market.providers[provider].code
            let (from, to) = (rows[2].start, rows[2].start.adding(days: 200))
            notes.pathways.append("\(code),\(rows[2].patient),\(from),\(to)")
        }
    }

    /// The attendance once more, on another day.
    func again(_ rows: inout [BilledRow], on day: Day) {
        rows[2] = rows[1]
        (rows[2].start, rows[2].end) = (day, day)
        (rows[2].attendance, rows[2].record, rows[2].detail) = ("B\(group)", record("B"), "")
    }

    func otherFunction(than code: String) -> InventedMarket.Function {
        let place = market.functions.firstIndex { $0.code == code } ?? 0
        return market.functions[(place + 1) % market.functions.count]
    }

    private mutating func exclude(_ row: inout BilledRow) {
        (row.tariff, row.attendance, row.investigations) = ("", "", nil)
        (row.record, row.isInSUS) = ("", false)
        row.function = "300"
        row.pointOfDelivery = "COMM"
        row.bill(12_345)
        switch draws.below(4) {
        case 0: row.category = "31"
        case 1: row.category = "32"
        case 2: row.category = "41"
        default: row.pointOfDelivery = "DRUG"
        }
    }

    /// A longer spell, and a row for its excess bed days.
    ///
    /// - Parameters:
    ///   - beyond: days of the stay beyond the trim point; negative where it is within.
    ///   - billed: days billed; as many as are due when nil.
    mutating func stayOn(_ rows: inout [BilledRow], beyond: Int, billed: Int? = nil, hasTrim: Bool = true) {
        let tariff = draws.pick(market.spells.filter { ($0.trim != nil) == hasTrim })
        rows[0].start = day(1 + draws.below(3))
        rows[0].end = rows[0].start.adding(days: max(1, (tariff.trim?.days ?? 5) + beyond))
        rows[0].pointOfDelivery = draws.chance(50) ? "EL" : "NEL"
        bill(&rows[0], tariff)
        rows[2] = rows[0]
        rows[2].pointOfDelivery = "XBD"
        (rows[2].record, rows[2].isInSUS) = ("", false)
        rows[2].bill(market.price(tariff.trim?.pence ?? 21_000, at: provider), count: billed ?? beyond)
    }

    mutating func approve(_ row: BilledRow, provider: Int? = nil, from: Day, to: Day) {
        let code = market.providers[provider ?? row.provider].code
        notes.approvals.append("PA-\(group),\(code),\(row.patient),\(row.tariff),\(from),\(to)")
    }
}
