import Contracts
import Pages
import Store
import Vocabulary

/// How what was worked out becomes what the pages draw.
enum PictureMaking {
    static func shares(_ shares: MovableMoney.Shares) -> MoneyShares {
        MoneyShares(
            locked: shares.locked, unclear: shares.unclear, recurrent: shares.recurrent,
            nonRecurrent: shares.nonRecurrent)
    }

    static func bar(_ money: MovableMoney, title: String = "The programme, by what can be done with it") -> MoneyBar {
        MoneyBar(title: title, shares: shares(money.shares))
    }

    static func map(_ money: MovableMoney) -> MoneyMap {
        let names = Dictionary(money.items.map { ($0.commissioner, $0.commissionerName) }, uniquingKeysWith: { $1 })
        return MoneyMap(
            commissioners: money.shares().map { code, value in
                .init(code: code, name: names[code] ?? code.description, shares: shares(value))
            })
    }

    /// Where contracts are expected to end, or ended, as shares of their targets; held-out ones are left out.
    static func strip(_ positions: [Position], by rules: YearEndRules?) -> YearEndStrip? {
        guard let limits = rules?.limits else { return nil }
        let expected = positions.filter { !$0.isHeldOut }.compactMap { position in
            position.yearEnd?.achieved ?? position.projection?.atEstimate.achieved
        }
        guard !expected.isEmpty else { return nil }
        return YearEndStrip(expected: expected, lines: [limits.threshold, .whole, limits.creditLimit])
    }

    static func spendBy(_ sum: SpendBy) -> SpendByPicture {
        SpendByPicture(
            rows: sum.commissioners.compactMap { line in
                line.commissioner.map { .init(code: $0, name: line.name, amount: line.expected) }
            }, commitBy: sum.commitBy)
    }

    /// A contract's year drawn month by month, with its fan to March.
    static func forecast(
        _ position: Position, held: ContractYear, lastYear: ContractYear?, rules: DentalYearRules
    ) -> ForecastPicture? {
        guard let limits = rules.yearEnd.limits, position.contracted > .zero else { return nil }
        let month = position.month
        let delivered = (1...month).map { held.delivered(through: $0) }
        let scheduled = (1...12).map { rules.workingDays.scheduled(position.contracted, through: $0) }
        let before = lastYear.map { year in (1...12).map { year.delivered(through: $0) } } ?? []
        return ForecastPicture(
            year: position.year, target: position.contracted, delivered: delivered, scheduled: scheduled,
            lastYear: before, fan: fan(position), band: limits.threshold...limits.creditLimit)
    }

    /// The forecast of March, and the months between on the way there: as wide, in proportion, as the way is long.
    private static func fan(_ position: Position) -> [ForecastPicture.FanMonth] {
        guard let forecast = position.projection?.forecast ?? nil, forecast.madeAtMonth < 12 else { return [] }
        let start = forecast.deliveredSoFar
        let length = 12 - forecast.madeAtMonth
        return (1...length).map { step in
            func along(_ units: Units) -> Units { start + (units - start).scaled(by: step, over: length) }
            return ForecastPicture.FanMonth(
                number: forecast.madeAtMonth + step,
                estimate: Estimate(
                    value: along(forecast.estimate.value),
                    intervals: forecast.estimate.intervals.map {
                        .init(level: $0.level, low: along($0.low), high: along($0.high))
                    }, method: forecast.estimate.method))
        }
    }

    static func history(_ positions: [Position], rules: [FinancialYear: DentalYearRules]) -> YearHistory? {
        let years = positions.filter { $0.month == 12 }.map { position in
            let limits = rules[position.year]?.yearEnd.limits
            return YearHistory.Year(
                year: position.year, achieved: position.achieved, threshold: limits?.threshold,
                note: limits == nil ? "not judged by a threshold" : nil)
        }
        return years.isEmpty ? nil : YearHistory(years: years)
    }
}
