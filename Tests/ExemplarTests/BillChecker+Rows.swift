import Exemplar
import Vocabulary

/// Rules about one row and the tables.
extension BillChecker {
    mutating func judge(_ bill: Bill) {
        if let payer = payer(bill), payer != bill.commissioner { add("CC01", bill, bill.cost) }
        judgeFreeze(bill)
        judgePrice(bill)
        if (listed(.services, bill.provider) + listed(.services, "")).allSatisfy({
            $0.cells["treatmentFunction"] != bill.function
        }) {
            add("CC17", bill, bill.cost)
        }
        let isRecoverable = listed(.recoverable, bill.record).contains { $0.cells["provider"] == bill.provider }
        if bill.commissioner == "VPP00" || isRecoverable { add("CC18", bill, bill.cost) }
        if bill.age < 0 || bill.start.map({ start in bill.end.map { start > $0 } ?? false }) ?? false {
            add("CC08", bill, bill.cost)
        } else if let day = bill.start, hasDied(bill.patient, before: day) {
            add("CC08", bill, bill.cost)
        }
        guard let day = bill.start else { return }
        let practices = listed(.practices, bill.practice)
        if !practices.isEmpty,
            !practices.contains(where: { BillChecker.isInForce($0, on: day, from: "openedOn", to: "closedOn") })
        {
            add("CC02", bill, bill.cost)
        }
        judgePriority(bill, day)
        judgeInvestigations(bill, day)
        let pathways = listed(.pathways, bill.patient).filter { record in
            Day(record.cells["startOn"]!)! <= day
                && day <= Day(record.cells["endOn"]!)!
        }
        if ["501", "560"].contains(bill.function), !pathways.isEmpty, !bill.delivery.hasPrefix("MPP") {
            add("CC19", bill, bill.cost)
        }
    }

    private func hasDied(_ patient: String, before day: Day) -> Bool {
        listed(.deaths, patient).contains { Day($0.cells["diedOn"]!)! < day }
    }

    private mutating func judgeFreeze(_ bill: Bill) {
        let frozen = listed(.freezes, "\(bill.month)")[0]
        guard bill.created > Day(frozen.cells["freezeOn"]!)! else { return }
        let before =
            bill.file == ExemplarActivity.File.restatedAgain.rawValue
            ? stated.filter {
                $0.file == ExemplarActivity.File.restatedFirst.rawValue && $0.provider == bill.provider
                    && $0.month == bill.month && $0.record == bill.record
            } : []
        if before.isEmpty {
            add("CC23", bill, bill.cost)
        } else if let other = before.first(where: { $0.cost != bill.cost }) {
            add("CC24", bill, bill.cost - other.cost)
        }
    }

    private mutating func judgePrice(_ bill: Bill) {
        let asBilled = bill.count * bill.unitPrice
        if abs(bill.cost * 1_000_000 - asBilled) > 1_000_000 {
            add("CC11", bill, bill.cost - BillChecker.rounded(asBilled, 1_000_000))
        }
        guard let day = bill.start else { return }
        let found = price(bill.tariff, bill.function, on: day)
        if bill.tariff == "UZ01Z" || (bill.isNational && found == nil) { add("CC12", bill, bill.cost) }
        guard let found else { return }
        guard bill.delivery == "XBD" else {
            let due = due(found.cells["pricePence"]!, bill.provider, on: day)
            if abs(bill.unitPrice - due * 100) > 100 {
                add("CC10", bill, BillChecker.rounded((bill.unitPrice - due * 100) * bill.count, 1_000_000))
            }
            return
        }
        guard let trim = Int(found.cells["trimPointDays"]!) else { return add("CC09", bill, bill.cost) }
        let days = max(0, bill.stay - trim)
        if bill.count > days * 10_000 {
            add("CC09", bill, bill.cost - days * due(found.cells["excessDayPence"]!, bill.provider, on: day))
        }
    }

    private mutating func judgePriority(_ bill: Bill, _ day: Day) {
        guard !bill.tariff.isEmpty, !listed(.lowPriority, bill.tariff, on: day).isEmpty else { return }
        let isApproved = listed(.approvals, bill.patient).contains { record in
            record.cells["provider"] == bill.provider && record.cells["tariff"] == bill.tariff
                && Day(record.cells["approvedFrom"]!)! <= day
                && day <= Day(record.cells["approvedTo"]!)!
        }
        if !isApproved { add("CC13", bill, bill.cost) }
    }

    private mutating func judgeInvestigations(_ bill: Bill, _ day: Day) {
        guard bill.delivery == "AE" else { return }
        let found = listed(.emergency, bill.record).first { $0.cells["provider"] == bill.provider }
        guard found?.cells["investigations"] == "0", let lowest = price("VB11Z", "180", on: day) else { return }
        let due = due(lowest.cells["pricePence"]!, bill.provider, on: day) * 100
        if bill.unitPrice > due {
            add("CC20", bill, BillChecker.rounded((bill.unitPrice - due) * bill.count, 1_000_000))
        }
    }

    mutating func judgeItem(_ bill: Bill, _ kind: String) {
        let day = bill.start!
        let found = listed(.excluded, bill.item, on: day).filter { record in
            record.cells["kind"] == kind && ["", bill.provider].contains(record.cells["provider"]!)
        }
        guard let agreed = found.first else { return add("CC14", bill, bill.cost) }
        let price = Int(agreed.cells["pricePence"]!)! * 100
        if bill.isTaxed, agreed.cells["taxable"] == "N" {
            add("CC14", bill, bill.cost - BillChecker.rounded(bill.cost * 10, 12))
        } else if bill.unitPrice > price + 100 {
            add("CC14", bill, BillChecker.rounded(bill.cost * (bill.unitPrice - price), bill.unitPrice))
        }
    }
}
