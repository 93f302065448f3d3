public import Rulebook
public import Vocabulary

extension DentalYearRules {
    /// The rules of a financial year, as the Rulebook and the calendar have them.
    ///
    /// - Throws: a refusal where a rule that the year needs is missing, or says something that Remit does not know how
    ///   to follow (a recovery to less than the whole target, a shortfall that is not carried).
    public init(_ rulebook: Rulebook, _ calendar: WorkingDays, year: FinancialYear) throws(Refusal) {
        var months: [Int] = []
        for month in year.months { months.append(try calendar.count(in: month)) }
        self.init(
            yearEnd: try YearEndRules(rulebook, year: year), midYear: try MidYearRules.inForce(rulebook, year: year),
            workingDays: WorkingDaysByMonth(months: months),
            spendBy: try rulebook.day(DentalRuleID.spendBy, in: year),
            commitLead: try rulebook.days(DentalRuleID.commitLead, on: year.lastDay))
    }

    /// The rules of each year; years that the Rulebook or the calendar does not know are left out.
    public static func known(
        _ rulebook: Rulebook, _ calendar: WorkingDays, years: some Sequence<FinancialYear>
    ) -> [FinancialYear: DentalYearRules] {
        var known: [FinancialYear: DentalYearRules] = [:]
        for year in years { known[year] = try? DentalYearRules(rulebook, calendar, year: year) }
        return known
    }
}

extension YearEndRules {
    public init(_ rulebook: Rulebook, year: FinancialYear) throws(Refusal) {
        let day = year.lastDay
        guard try rulebook.flag(DentalRuleID.yearEndJudged, on: day) else {
            self.init(year: year, limits: nil)
            return
        }
        let recoverTo = try rulebook.share(DentalRuleID.recoverTo, on: day)
        let carriesShortfall = try rulebook.flag(DentalRuleID.carryShortfall, on: day)
        guard recoverTo == .whole, carriesShortfall else {
            throw Refusal(
                .rule, code: "rule-not-followed",
                "The rules of \(year) recover to \(recoverTo) or do not carry a shortfall: Remit cannot follow that.",
                remedy: "See \(DentalRuleID.recoverTo) and \(DentalRuleID.carryShortfall).")
        }
        self.init(
            year: year,
            limits: Limits(
                threshold: try rulebook.share(DentalRuleID.threshold, on: day),
                creditLimit: try rulebook.share(DentalRuleID.creditLimit, on: day),
                agreedLimit: try rulebook.shareIfAny(DentalRuleID.creditLimitAgreed, on: day),
                givesBreachNotice: try rulebook.flag(DentalRuleID.breachNotice, on: day)),
            unscheduledShare: try rulebook.shareIfAny(DentalRuleID.unscheduledShare, on: day))
    }
}

extension MidYearRules {
    /// Nil where the year has no mid-year review.
    public static func inForce(_ rulebook: Rulebook, year: FinancialYear) throws(Refusal) -> MidYearRules? {
        let day = year.lastDay
        guard try rulebook.flag(DentalRuleID.midYearJudged, on: day) else { return nil }
        return MidYearRules(
            year: year, threshold: try rulebook.share(DentalRuleID.midYearThreshold, on: day),
            by: try rulebook.day(DentalRuleID.midYearBy, in: year),
            reviewBy: try rulebook.day(DentalRuleID.midYearReviewBy, in: year),
            withholdMultiple: try rulebook.count(DentalRuleID.withholdMultiple, on: day))
    }
}

extension BandValues {
    /// - Parameter day: the last of the month that is checked; a course is worth what its day of acceptance says, which
    ///   the files do not give.
    /// - Throws: a refusal where a band has no UDAs on the day (from April 2026 unscheduled care is paid in pounds).
    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        let parts: Parts? =
            if let a = try rulebook.unitsIfAny(DentalRuleID.bandTwoA, on: day) {
                Parts(
                    a: a, b: try rulebook.units(DentalRuleID.bandTwoB, on: day),
                    c: try rulebook.units(DentalRuleID.bandTwoC, on: day))
            } else {
                nil
            }
        let two: Units =
            if let parts { parts.a } else { try rulebook.units(DentalRuleID.bandTwo, on: day) }
        self.init(
            one: try rulebook.units(DentalRuleID.bandOne, on: day), two: two, twoParts: parts,
            three: try rulebook.units(DentalRuleID.bandThree, on: day),
            urgent: try rulebook.units(DentalRuleID.urgent, on: day),
            otherLow: try rulebook.units(DentalRuleID.otherLow, on: day),
            otherHigh: try rulebook.units(DentalRuleID.otherHigh, on: day))
    }
}

extension RebasingTest {
    public init(_ rulebook: Rulebook, on day: Day) throws(Refusal) {
        self.init(
            threshold: try rulebook.share(DentalRuleID.rebasingTestThreshold, on: day),
            years: try rulebook.years(DentalRuleID.rebasingTestYears, on: day))
    }

    /// The first day from which rebasing may hold when notice is given on a day.
    ///
    /// - Returns: nil where the rules of the day of notice set no earliest day.
    /// - Throws: a refusal where the rules of that day give no power to rebase without consent.
    public static func earliestDay(afterNotice notice: Day, _ rulebook: Rulebook) throws(Refusal) -> Day? {
        guard try rulebook.flag(DentalRuleID.rebasingPower, on: notice) else {
            throw Refusal(
                .rule, code: "no-rebasing-power",
                "On \(notice.inWords) a commissioner could not rebase without the contractor's consent.")
        }
        let rule: Rule
        do {
            rule = try rulebook.rule(DentalRuleID.rebasingDay, on: notice)
        } catch {
            return nil
        }
        guard case .dayInYear(let day) = rule.value else { return nil }
        let years = try rulebook.years(DentalRuleID.rebasingYears, on: notice)
        return day.day(in: FinancialYear(startingIn: notice.financialYear.start + years))
    }
}

extension Rulebook {
    /// Nil where no rule of that name is in force; a rule in another unit is refused.
    fileprivate func shareIfAny(_ id: String, on day: Day) throws(Refusal) -> Share? {
        do { return try share(id, on: day) } catch  where error.code == "no-rule" { return nil }
    }

    fileprivate func unitsIfAny(_ id: String, on day: Day) throws(Refusal) -> Units? {
        do { return try units(id, on: day) } catch  where error.code == "no-rule" { return nil }
    }
}
