import Contracts
import Foundation
import GRDB
import Rulebook
import Vocabulary

extension DentalBook {
    /// Everything held about dental contracts, in one reading; about 1 s for nine years of England.
    init(reading db: Database, rulebook: Rulebook, calendar: WorkingDays) throws {
        let accepted = try AcceptedFlags.all(db)
        let years = try ContractYearRows.all(accepted: accepted, db)
        let months = try Int.fetchAll(db, sql: "SELECT DISTINCT month FROM dental_month_file")
        var rules: [FinancialYear: DentalYearRules] = [:]
        for year in Set(months.map { Month(index: $0).financialYear }) {
            rules[year] = try DentalYearRules(rulebook, calendar, year: year)
        }
        self.init(
            contractYears: years, terms: try TermsRows.newest(db), rules: rules,
            monthsHeld: Set(months.map { Month(index: $0) }), rulings: try RulingRows.all(db),
            releases: try ReleaseRows.all(db), agreements: try AgreementRows.all(db))
    }
}
