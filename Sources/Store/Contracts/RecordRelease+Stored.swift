package import Contracts
package import GRDB
package import Rulebook
package import Vocabulary

extension RecordRelease: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        let lines = try TermsRows.newest(db).filter { $0.terms.contract == release.contract }
            .flatMap(\.terms.lines).filter { $0.service == release.line }
        let units = lines.compactMap { $0.units?.amount }
        let earlier = try ReleaseRows.all(db).filter {
            $0.contract == release.contract && $0.line == release.line
        }
        return Before(
            lineValue: lines.isEmpty ? nil : lines.map(\.value).total(),
            lineUnits: units.isEmpty ? nil : units.total(), released: earlier.map(\.amount).total(),
            releasedUnits: earlier.compactMap(\.units).total(),
            earliestRebasing: RecordRelease.earliestRebasing(afterNoticeOn: release.noticeDay, by: rules.rulebook))
    }

    /// The first day from which rebasing may hold; nil where no rule was in force on the day of notice.
    package static func earliestRebasing(afterNoticeOn day: Day, by rulebook: Rulebook) -> Day? {
        guard let years = try? rulebook.years(DentalRuleID.rebasingYears, on: day) else { return nil }
        let year = FinancialYear(startingIn: day.financialYear.start + years)
        return try? rulebook.day(DentalRuleID.rebasingDay, in: year)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let release = after.release
        try db.execute(
            sql: """
                INSERT INTO money_release
                    (sequence, contract, service, kind, amount, units, noticeDay, fromDay, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, release.contract.description, release.line.rawValue, release.kind.rawValue,
                release.amount.pence, release.units?.hundredths, release.noticeDay.description,
                release.fromDay.description, release.reason,
            ])
    }
}

extension ContractTerms.Contracted {
    /// The number, whatever the kind.
    var amount: Units {
        switch self {
        case .uda(let units), .uoa(let units), .cot(let units), .local(let units): units
        }
    }
}
