import Exemplar
import Vocabulary

/// Rules about rows beside each other, and about sums.
extension BillChecker {
    /// Rows of one patient beside each other; rows of one record beside each other.
    mutating func judgeTogether() {
        var seen: [String: Bool] = [:]
        var elsewhere: [String: Set<String>] = [:]
        for bill in bills {
            let care = [
                bill.patient, bill.delivery, bill.start.map { "\($0)" } ?? "\(bill.row)", bill.function, bill.tariff,
            ].joined(separator: "|")
            let keys = ["\(bill.provider)|\(care)"] + (bill.record.isEmpty ? [] : ["\(bill.provider)|\(bill.record)"])
            if keys.contains(where: { seen[$0] != nil }) { add("CC03", bill, bill.cost) }
            for key in keys { seen[key] = true }
            if !elsewhere[care, default: []].subtracting([bill.provider]).isEmpty { add("CC04", bill, bill.cost) }
            elsewhere[care, default: []].insert(bill.provider)
        }
        for (_, own) in Dictionary(grouping: bills, by: { "\($0.provider)|\($0.patient)" }) where own.count > 1 {
            judgePatient(own)
        }
        judgeRecords()
    }

    private mutating func judgePatient(_ own: [Bill]) {
        let spells = own.filter { !$0.spell.isEmpty }
        for bill in own {
            guard let day = bill.start else { continue }
            let isInside = spells.contains { spell in
                guard let from = spell.start, let to = spell.end else { return false }
                return from < day && day < to
            }
            if bill.delivery.hasPrefix("OP"), isInside { add("CC05", bill, bill.cost) }
            if bill.delivery.hasPrefix("OPFA") {
                let before = own.contains { other in
                    guard let start = other.start else { return false }
                    return other.delivery.hasPrefix("OPFA") && other.function == bill.function && start < day
                        && day < start.adding(days: 180)
                }
                if before, let found = price("WF01A", bill.function, on: day) {
                    let due = due(found.cells["pricePence"]!, bill.provider, on: day)
                    add("CC06", bill, bill.cost - BillChecker.rounded(due * bill.count, 10_000))
                }
            }
            guard !bill.spell.isEmpty else { continue }
            let overlaps = spells.contains { other in
                guard let start = other.start, let end = other.end, other.spell != bill.spell else { return false }
                return (start, other.row) < (day, bill.row) && day <= end
            }
            if overlaps { add("CC07", bill, bill.cost) }
        }
    }

    private mutating func judgeRecords() {
        let recorded = tables[.sus] ?? []
        func key(_ provider: String, _ month: String, _ record: String) -> String { "\(provider)|\(month)|\(record)" }
        let months = Set(recorded.map { "\($0.cells["provider"]!)|\($0.cells["financialMonth"]!)" })
        let records = Set(
            recorded.map { key($0.cells["provider"]!, $0.cells["financialMonth"]!, $0.cells["cdsIdentifier"]!) })
        for bill in bills where months.contains("\(bill.provider)|\(bill.month)") && !bill.record.isEmpty {
            if !records.contains(key(bill.provider, "\(bill.month)", bill.record)) { add("CC21", bill, bill.cost) }
        }
        let billed = Set(bills.map { key($0.provider, "\($0.month)", $0.record) })
        let billedMonths = Set(bills.map { "\($0.provider)|\($0.month)" })
        for record in recorded {
            let (provider, month) = (record.cells["provider"]!, record.cells["financialMonth"]!)
            if billedMonths.contains("\(provider)|\(month)"),
                !billed.contains(key(provider, month, record.cells["cdsIdentifier"]!))
            {
                add("CC21", record.row, .sus, 0)
            }
        }
    }

    mutating func judgeSums() {
        judgeRatios()
        var (sums, first) = ([String: Int](), [String: Int]())
        for index in aggregate.rows.indices {
            let provider = aggregate.cell(index, "ORGANISATION IDENTIFIER (CODE OF PROVIDER)")
            let month = aggregate.cell(index, "FINANCIAL MONTH")
            let price = aggregate.cell(index, "CONTRACT MONITORING ACTUAL PRICE")
            if first["\(provider)|\(month)"] == nil { first["\(provider)|\(month)"] = index + 2 }
            sums["\(provider)|\(month)", default: 0] += WrittenText.number(price, places: 2)!
        }
        var invoiced: [String: Int] = [:]
        for record in tables[.invoices] ?? [] {
            let amount = Int(record.cells["amountPence"]!)!
            let key = "\(record.cells["provider"]!)|\(record.cells["financialMonth"]!)"
            invoiced[key] = amount
            guard let sum = sums[key], sum != amount else { continue }
            add("CC22", record.row, .invoices, amount - sum)
        }
        judgeDetail(sums, first, invoiced)
        judgePlan()
    }

    /// What the aggregate has more than rows, drugs and devices, above two in a hundred of it.
    private mutating func judgeDetail(_ sums: [String: Int], _ first: [String: Int], _ invoiced: [String: Int]) {
        func details(_ bills: [Bill]) -> [String: Int] {
            bills.reduce(into: [:]) { $0["\($1.provider)|\($1.month)", default: 0] += $1.cost }
        }
        let (rows, items) = (details(bills), details(items))
        for (key, sum) in sums {
            guard let row = rows[key] else { continue }
            let detail = row + (items[key] ?? 0)
            if sum > detail, (sum - detail) * 50 > sum {
                add("CC22", first[key]!, .aggregate, min(sum, invoiced[key] ?? sum) - detail)
            }
        }
    }

    private mutating func judgeRatios() {
        let day = Day("2025-06-01")!
        for record in tables[.ratios] ?? [] {
            let (provider, function) = (record.cells["provider"]!, record.cells["treatmentFunction"]!)
            let own = bills.filter { $0.provider == provider && $0.function == function }
            let first = own.filter { $0.delivery.hasPrefix("OPFA") }.reduce(0) { $0 + $1.count }
            let followUp = own.filter { $0.delivery.hasPrefix("OPFU") }.reduce(0) { $0 + $1.count }
            // Millionths of an attendance.
            let over = followUp * 100 - first * WrittenText.number(record.cells["ratio"]!, places: 2)!
            guard over > 0, let found = price("WF01A", function, on: day) else { continue }
            let value = Int(found.cells["pricePence"]!)! * forces(provider, on: day)
            add("CC15", record.row, .ratios, BillChecker.rounded(over * value, 1_000_000_000_000))
        }
        for record in tables[.caps] ?? [] {
            let own = bills.filter {
                $0.provider == record.cells["provider"]! && $0.function == record.cells["treatmentFunction"]!
                    && $0.detail == "C2C"
            }
            let count = own.reduce(0) { $0 + $1.count }
            let over = count - Int(record.cells["attendances"]!)! * 10_000
            guard over > 0 else { continue }
            add("CC16", record.row, .caps, BillChecker.rounded(over * own.reduce(0) { $0 + $1.cost }, count))
        }
    }

    private mutating func judgePlan() {
        struct Sum {
            var (planned, actual, row) = (0, 0, 0)
        }
        var sums: [String: [Int: Sum]] = [:]
        for index in aggregate.rows.indices {
            let provider = aggregate.cell(index, "ORGANISATION IDENTIFIER (CODE OF PROVIDER)")
            let key = "\(provider)|\(aggregate.cell(index, "POINT OF DELIVERY CODE"))"
            let month = Int(aggregate.cell(index, "FINANCIAL MONTH"))!
            var sum = sums[key]?[month] ?? Sum()
            if sum.row == 0 { sum.row = index + 2 }
            sum.planned += WrittenText.number(
                aggregate.cell(index, "CONTRACT MONITORING PLANNED ACTIVITY"), places: 4)!
            sum.actual += WrittenText.number(
                aggregate.cell(index, "CONTRACT MONITORING ACTUAL ACTIVITY"), places: 4)!
            sums[key, default: [:]][month] = sum
        }
        for months in sums.values {
            func isBeyond(_ month: Int) -> Bool { months[month].map { $0.actual * 10 > $0.planned * 12 } ?? false }
            for (month, sum) in months where (0...2).allSatisfy({ isBeyond(month - $0) }) {
                add("CC25", sum.row, .aggregate, 0)
            }
        }
    }

    // MARK: - Dental claims

    mutating func judgeClaims() {
        let claims = tables[.dentalClaims] ?? []
        func day(_ record: Record, _ column: String) -> Day { Day(record.cells[column]!)! }
        func units(_ record: Record) -> Int { WrittenText.number(record.cells["udas"]!, places: 2)! }
        for record in tables[.dentalContracts] ?? [] {
            let value = Int(record.cells["udaValuePence"]!)!
            let own = claims.filter { $0.cells["contract"] == record.cells["contract"] }
            for claim in own {
                let band = claim.cells["band"]
                if day(claim, "receivedOn") - day(claim, "completedOn") > 62 {
                    add("DD01", claim.row, .dentalClaims, BillChecker.rounded(units(claim) * value, 100))
                }
                let accepted = day(claim, "acceptedOn")
                let isSplit = own.contains { other in
                    let completed = day(other, "completedOn")
                    let (year, month, number) = completed.parts
                    let until = Day(year: month > 10 ? year + 1 : year, month: (month + 1) % 12 + 1, day: number)!
                    return other.row != claim.row && other.cells["patient"] == claim.cells["patient"]
                        && completed <= accepted && accepted < until
                }
                if band != "unscheduled", isSplit {
                    add("DD02", claim.row, .dentalClaims, BillChecker.rounded(units(claim) * value, 100))
                }
                func number(_ column: String) -> Int { Int(claim.cells[column]!)! }
                let isFilling = number("teethFilledOrExtracted") >= 3 || number("nonMolarEndodontics") >= 1
                let isRoot = number("molarEndodontics") >= 1
                if (band == "2b" && !isFilling) || (band == "2c" && !isRoot) {
                    add("DD04", claim.row, .dentalClaims, BillChecker.rounded((units(claim) - 300) * value, 100))
                }
            }
            let unscheduled = own.filter { $0.cells["band"] == "unscheduled" }.count
            let all = claims.filter { $0.cells["band"] == "unscheduled" }.count
            if own.count >= 30, unscheduled * claims.count > 2 * all * own.count {
                add("DD03", record.row, .dentalContracts, 0)
            }
        }
    }
}
