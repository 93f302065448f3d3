internal import Methods
public import Vocabulary

/// Foretells how much each contract will have delivered by the end of March.
///
/// Everything is a share of the contract's own target. What is left to deliver follows from the pace of all
/// months, of the last three and of the last one, bent where contracts behave differently (far short, near
/// and past their target), and from the contract's own last year where that was an ordinary one. The rule is
/// fitted to the complete years held, other than the one foretold and those that the pandemic shaped; from
/// month 7 on it is corrected by what the same rule, made three months earlier, missed in the months just
/// seen. Intervals are quantiles of how far years were missed that were foretold from other years, among
/// contracts of like kind.
///
/// Contracts with small targets, and all contracts where fewer than two years can be learned from, are
/// foretold by the straight line with wide intervals, and their method says so. The same inputs give the same
/// answer on any machine: there is no chance and no order of threads in it.
public enum ForecastYearEnd {
    /// One forecast for each contract that has had a row from April to the month, by contract number.
    ///
    /// A contract without a row in the month has closed: it ends at what it had delivered.
    ///
    /// - Parameters:
    ///   - month: 3 (June) to 11 (February); later months of the year are not looked at, even where they are
    ///     held.
    ///   - history: of all years held; make it once for several forecasts.
    /// - Throws: a refusal where the month is out of range, or its file is not held.
    public static func forecasts(
        in year: FinancialYear, at month: Int, from history: History, by definition: ForecastDefinition = .reviewed
    ) throws(Refusal) -> [YearEndForecast] {
        let held = try held(year, at: month, in: history)
        let learning = Learning(for: year, at: month, from: history, by: definition)
        let cohort = Cohort(
            of: held, before: history[year.previous], at: month, members: .held, by: definition)
        let words = MethodWords(learning, cohort: cohort, by: definition)
        var forecasts: [YearEndForecast] = []
        forecasts.reserveCapacity(held.contracts.count)
        var member = 0
        for place in held.contracts.indices {
            guard held.rowCount(place, in: 1..<month + 1) > 0 else { continue }
            let isMember = member < cohort.count && cohort.places[member] == place
            let contract = Contract(held: held, place: place, month: month, definition: definition)
            if !held.hasRow(place, in: month) {
                forecasts.append(contract.closed(method: words.closed))
            } else if isMember, let outlook = learning.outlook(of: member, in: cohort, by: definition) {
                let kind = cohort.kind[member]
                forecasts.append(
                    contract.foretold(
                        outlook, target: cohort.target[member], isNew: kind == .new, method: words.learned(kind)))
            } else {
                forecasts.append(contract.straightLine(method: isMember ? words.tooFewYears : words.small))
            }
            if isMember { member += 1 }
        }
        return forecasts
    }

    /// As `forecasts(in:at:from:by:)`, from contract-years as they are held.
    public static func forecasts(
        in year: FinancialYear, at month: Int, from contractYears: [ContractYear],
        by definition: ForecastDefinition = .reviewed
    ) throws(Refusal) -> [YearEndForecast] {
        try forecasts(in: year, at: month, from: History(contractYears, by: definition), by: definition)
    }

    /// Delivery so far, taken to twelve months, against all targets: below the definition's least, a year is
    /// disrupted.
    static func pace(of cohort: Cohort) -> Double {
        var (delivered, targets) = (0.0, 0.0)
        for place in 0..<cohort.count {
            delivered += cohort.soFar[place] * cohort.target[place]
            targets += cohort.target[place]
        }
        return targets > 0 ? 12 / Double(cohort.month) * delivered / targets : 0
    }

    static func held(
        _ year: FinancialYear, at month: Int, in history: History
    ) throws(Refusal) -> History.Year {
        guard (3...11).contains(month) else {
            throw Refusal(
                .usage, code: "forecast-month",
                "A forecast is made at month 3 (June) to 11 (February), not at month \(month).",
                remedy: month == 12 ? "Month 12 is the year's end: ask for the position." : nil)
        }
        guard let held = history[year], held.months >> (month - 1) & 1 == 1 else {
            throw Refusal(
                .input, code: "forecast-not-held",
                "No contract has a row for \(year.month(month).inWords), month \(month) of \(year).",
                remedy: "Import that month's file, or ask for a month that is held.")
        }
        return held
    }
}
