internal import Methods
public import Vocabulary

/// Tries the forecast on years that are over, each foretold by what was learned from the other years.
///
/// Judged on contracts with a target of at least the definition's least (500 UDAs) and a row in all twelve months;
/// contracts with rows held out are judged too, though never learned from. Each year and month is a pure function of
/// the history, so a caller may work on several at once.
public enum BacktestForecast {
    /// How one year would have been foretold at one month.
    ///
    /// - Throws: a refusal where the month is not 3 to 11, the year is not complete, or no contract can be
    ///   judged.
    public static func trial(
        of year: FinancialYear, at month: Int, from history: ForecastYearEnd.History,
        by definition: ForecastDefinition = .reviewed
    ) throws(Refusal) -> ForecastTrial {
        let held = try ForecastYearEnd.held(year, at: month, in: history)
        guard held.isComplete else {
            throw Refusal(
                .input, code: "forecast-year-incomplete",
                "\(year) is not over: only complete years can be back-tested.")
        }
        let cohort = ForecastYearEnd.Cohort(
            of: held, before: history[year.previous], at: month, members: .judged, by: definition)
        guard cohort.count > 0 else {
            throw Refusal(
                .input, code: "forecast-nothing-to-judge",
                "No contract of \(year) has a target of \(definition.leastTarget) UDAs and all twelve months.")
        }
        let learning = ForecastYearEnd.Learning(for: year, at: month, from: history, by: definition)
        let simple = SimpleRules(of: cohort, before: history[year.previous], by: definition)
        var tally = Tally()
        for place in 0..<cohort.count {
            let outlook =
                learning.outlook(of: place, in: cohort, by: definition)
                ?? straightLine(of: place, in: cohort, by: definition)
            tally.add(outlook, actual: cohort.outcome[place], target: cohort.target[place], by: definition)
        }
        let pace = ForecastYearEnd.pace(of: cohort)
        let isDisrupted = pace < definition.leastPace.approximate
        return ForecastTrial(
            year: year, month: month, contracts: cohort.count, meanMiss: tally.meanMiss,
            middleExcess: tally.middleExcess, straightLineMiss: simple.straightLineMiss,
            ownProfileMiss: simple.ownProfileMiss, nationalProfileMiss: simple.nationalProfileMiss,
            withinHalf: Share(tally.withinHalf, of: cohort.count)!,
            withinNineTenths: Share(tally.withinNineTenths, of: cohort.count)!,
            meanWidthOfHalf: tally.meanWidthOfHalf, meanWidthOfNineTenths: tally.meanWidthOfNineTenths,
            forecastTotal: Units(approximating: tally.forecastTotal),
            actualTotal: Units(approximating: tally.actualTotal),
            deviationSum: tally.deviationSum, varianceSum: tally.varianceSum, pace: pace,
            isPandemic: definition.pandemicYears.contains(year), isJudged: !isDisrupted,
            treatment: treatment(of: year, learning: learning, isDisrupted: isDisrupted, by: definition))
    }

    /// Every complete year at each month, in order of year and month.
    public static func trials(
        from history: ForecastYearEnd.History, at months: [Int] = [3, 6, 9, 11],
        by definition: ForecastDefinition = .reviewed
    ) throws(Refusal) -> ForecastBacktest {
        var trials: [ForecastTrial] = []
        for year in history.years where history.isComplete(year) {
            for month in months { trials.append(try trial(of: year, at: month, from: history, by: definition)) }
        }
        return ForecastBacktest(trials)
    }

    private static func straightLine(
        of place: Int, in cohort: ForecastYearEnd.Cohort, by definition: ForecastDefinition
    ) -> ForecastYearEnd.Learning.Outlook {
        let soFar = cohort.soFar[place]
        let left = Double(12 - cohort.month)
        let rest = max(soFar / Double(cohort.month) * left, 0)
        let atLeast = max(rest, definition.leastPaceShare / 12 * left)
        return .init(
            forecast: soFar + rest,
            quantiles: definition.straightLine.map {
                soFar + ($0.probability > 0.5 ? atLeast : rest) * $0.ofPace
            })
    }

    private static func treatment(
        of year: FinancialYear, learning: ForecastYearEnd.Learning, isDisrupted: Bool,
        by definition: ForecastDefinition
    ) -> String {
        var sentences: [String] = []
        if isDisrupted {
            sentences.append("Not judged: delivery ran below \(definition.leastPace) of targets, which was known.")
        } else if definition.pandemicYears.contains(year) {
            sentences.append("Judged, though the pandemic cut it short after the month.")
        } else {
            sentences.append("Judged.")
        }
        if definition.pandemicYears.contains(year) { sentences.append("Never learned from.") }
        if let rule = learning.withLastYear?.rule {
            sentences.append("Compared with each contract's last year; \(rule.years.count) years learned from.")
        } else if let rule = learning.withoutLastYear?.rule {
            let why =
                definition.pandemicYears.contains(year.previous)
                ? "last year was the pandemic's" : "no usable last year"
            sentences.append("Not compared with last year (\(why)); \(rule.years.count) years learned from.")
        } else {
            sentences.append("Straight line: too few years to learn from.")
        }
        return sentences.joined(separator: " ")
    }
}
