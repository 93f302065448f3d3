import Methods
import Vocabulary

/// Dental contracts and claims for courses of treatment, with faults: sent late, one course claimed as two, bands that the
/// record of treatment does not support, and contracts in which far more is unscheduled than elsewhere.
struct InventedDentalClaims {
    private static let block = 50

    private enum Fault: Int { case late, split, plainFilling, plainRoot }

    private struct Claim {
        let number: Int
        let contract: Int
        let patient: String
        var accepted: Day
        var completed: Day
        var received: Day
        var band: String
        /// Hundredths.
        var units: Int
        var filled = 0
        var nonMolar = 0
        var molar = 0
    }

    private static let bands = [
        ("1", 100), ("2a", 300), ("2b", 500), ("2c", 700), ("3", 1_200), ("unscheduled", 120),
    ]

    let random: RandomStream
    /// At least so many claims.
    let rows: Int
    let months: Int

    /// About a hundred and fifty claims in each; the last has too few for a share to say anything.
    private var contracts: Int { min(400, max(5, rows / 150)) }

    /// Pence; multiples of twenty, so that tenths and twentieths of a unit come to whole pence.
    private func unitValue(_ contract: Int) -> Int {
        2_400 + 20 * random.substream(-1_000_000 - contract).first(below: 120)
    }

    private func code(_ contract: Int) -> String { "\(700_001 + contract)/0001" }

    func write<Failure: Error>(
        to files: inout ActivityFiles, _ part: (ExemplarActivity.File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        files.start(
            .dentalClaims,
            "contract,form,patient,acceptedOn,completedOn,receivedOn,band,udas,teethFilledOrExtracted,"
                + "nonMolarEndodontics,molarEndodontics", ending: "\n")
        let values = (0..<contracts).map { unitValue($0) }
        var counts = Array(repeating: (all: 0, unscheduled: 0), count: contracts)
        for number in 0..<rows {
            var draws = Draws(random.substream(number))
            let fault = Fault(rawValue: random.substream(-1 - number).first(below: InventedDentalClaims.block))
            // The last contract has twenty claims.
            let contract = number < 20 ? contracts - 1 : number % (contracts - 1)
            let first = claim(number, contract, fault, &draws)
            var claims = [first]
            if fault == .split || (fault == nil && draws.chance(6)) {
                claims.append(second(after: first, isSplit: fault == .split, &draws))
            }
            for (place, claim) in claims.enumerated() {
                counts[contract].all += 1
                if claim.band == "unscheduled" { counts[contract].unscheduled += 1 }
                let row = files.add(line(claim, isSecond: place == 1), to: .dentalClaims)
                func plant(_ rule: String, _ units: Int) {
                    files.plant(rule, units * values[contract] / 100, at: row, of: .dentalClaims)
                }
                switch fault {
                case .late where place == 0: plant("DD01", claim.units)
                case .split where place == 1: plant("DD02", claim.units)
                case .plainFilling where place == 0, .plainRoot where place == 0: plant("DD04", claim.units - 300)
                default: break
                }
            }
            if number % 4_096 == 0 { try files.handOn(over: 1 << 20, part) }
        }
        writeContracts(values, counts, to: &files)
    }

    private func writeContracts(
        _ values: [Int], _ counts: [(all: Int, unscheduled: Int)], to files: inout ActivityFiles
    ) {
        files.start(.dentalContracts, "contract,udaValuePence", ending: "\n")
        let all = counts.reduce(0) { $0 + $1.all }
        let unscheduled = counts.reduce(0) { $0 + $1.unscheduled }
        for (contract, value) in values.enumerated() {
            let row = files.add("\(code(contract)),\(value)", to: .dentalContracts)
            let count = counts[contract]
            if count.all >= 30, count.unscheduled * all > 2 * unscheduled * count.all {
                files.plant("DD03", 0, at: row, of: .dentalContracts)
            }
        }
    }

    // MARK: - Claims

    private func claim(_ number: Int, _ contract: Int, _ fault: Fault?, _ draws: inout Draws) -> Claim {
        let month = ExemplarActivity.year.month(1 + draws.below(months))
        let accepted = month.firstDay.adding(days: draws.below(14))
        let completed = accepted.adding(days: draws.chance(40) ? 0 : draws.below(14))
        // Of one contract in forty most is unscheduled, and of the last, which has few claims.
        let isOdd = contract % 40 == 2 || contract == contracts - 1
        let place = draws.chance(isOdd ? 65 : 10) ? 5 : draws.below(5)
        let (band, units) = InventedDentalClaims.bands[place]
        var claim = Claim(
            number: number, contract: contract, patient: InventedCare.pseudonym(of: 700_000_000 + number, &draws),
            accepted: accepted, completed: completed, received: completed.adding(days: draws.below(60)), band: band,
            units: units)
        switch fault {
        case .late: claim.received = completed.adding(days: 63 + draws.below(40))
        case .plainFilling: (claim.band, claim.units) = ("2b", 500)
        case .plainRoot: (claim.band, claim.units) = ("2c", 700)
        case .split where band == "unscheduled": (claim.band, claim.units) = ("1", 100)
        // On the last day on which it may come.
        default: if draws.chance(5) { claim.received = completed.adding(days: 62) }
        }
        treat(&claim, isSupported: fault != .plainFilling && fault != .plainRoot, &draws)
        return claim
    }

    /// What was done, as the band asks for it.
    private func treat(_ claim: inout Claim, isSupported: Bool, _ draws: inout Draws) {
        let few = draws.below(3)
        switch claim.band {
        case "2b" where isSupported:
            if draws.chance(70) { claim.filled = 3 + few } else { (claim.filled, claim.nonMolar) = (few, 1) }
        case "2c" where isSupported: (claim.filled, claim.molar) = (few, 1)
        // Many fillings are no root treatment of a molar.
        case "2c": (claim.filled, claim.nonMolar) = (3 + few, 1)
        case "1", "unscheduled": claim.filled = 0
        default: claim.filled = few
        }
    }

    /// A second claim for the patient: another course on its own day, or one that was split off.
    private func second(after first: Claim, isSplit: Bool, _ draws: inout Draws) -> Claim {
        var claim = first
        // On the day on which the first ended only where that had begun before: else neither is the earlier.
        let soonest = first.accepted < first.completed ? 0 : 1
        if isSplit {
            claim.accepted = first.completed.adding(days: soonest + draws.below(40))
        } else if first.band != "unscheduled", draws.chance(50) {
            // Urgent care may follow at once.
            claim.accepted = first.completed.adding(days: soonest + draws.below(10))
            (claim.band, claim.units) = ("unscheduled", 120)
        } else {
            claim.accepted = InventedDentalClaims.twoMonths(after: first.completed)
        }
        if claim.band != "unscheduled" { (claim.band, claim.units) = draws.chance(50) ? ("1", 100) : ("2a", 300) }
        claim.completed = claim.accepted.adding(days: draws.below(5))
        claim.received = claim.completed.adding(days: draws.below(60))
        (claim.filled, claim.nonMolar, claim.molar) = (claim.band == "2a" ? 1 : 0, 0, 0)
        return claim
    }

    /// The same day of the month, two months on; days here are never the last of their month.
    private static func twoMonths(after day: Day) -> Day {
        let (_, _, number) = day.parts
        return day.month.adding(months: 2).firstDay.adding(days: number - 1)
    }

    private func line(_ claim: Claim, isSecond: Bool) -> String {
        "\(code(claim.contract)),F\(claim.number)\(isSecond ? "B" : ""),\(claim.patient),\(claim.accepted),"
            + "\(claim.completed),\(claim.received),\(claim.band),\(MonitoringText.decimal(claim.units, places: 2)),"
            + "\(claim.filled),\(claim.nonMolar),\(claim.molar)"
    }
}
