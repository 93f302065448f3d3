internal import Vocabulary

extension ForecastYearEnd {
    /// One contract at the end of one month, on its way to a forecast.
    struct Contract {
        let held: History.Year
        let place: Int
        let month: Int
        let definition: ForecastDefinition

        private var delivered: Double { held.delivered(place, in: 1..<month + 1) }

        /// Foretold by a rule that was learned.
        func foretold(
            _ outlook: Learning.Outlook, target: Double, isNew: Bool, method: String
        ) -> YearEndForecast {
            forecast(
                outlook.forecast * target, quantiles: outlook.quantiles.map { $0 * target },
                standing: standing(isNew: isNew), method: method)
        }

        /// What is left goes on at the pace so far, or at multiples of it.
        func straightLine(method: String) -> YearEndForecast {
            let rowsHeld = held.rowCount(place, in: 1..<month + 1)
            let left = Double(12 - month)
            let rest = max(delivered / Double(max(1, rowsHeld)) * left, 0)
            let target = held.target[place * 12 + month - 1]
            let atLeast = max(rest, definition.leastPaceShare * target / 12 * left)
            return forecast(
                delivered + rest,
                quantiles: definition.straightLine.map { multiple in
                    if multiple.probability == 0.5 { return delivered + rest }
                    return delivered + (multiple.probability < 0.5 ? rest : atLeast) * multiple.ofPace
                },
                standing: standing(isNew: !held.hasRow(place, in: 1)), method: method)
        }

        /// Ends at what it had delivered.
        func closed(method: String) -> YearEndForecast {
            forecast(
                delivered, quantiles: definition.probabilities.map { _ in delivered }, standing: .closing,
                method: method)
        }

        private func standing(isNew: Bool) -> YearEndForecast.Standing {
            if definition.pandemicYears.contains(held.year) { return .pandemic }
            if isNew || !held.hasRow(place, in: 1) { return .new }
            let target = held.target[place * 12 + month - 1]
            let isRebased = (1..<month).contains {
                held.hasRow(place, in: $0) && held.target[place * 12 + $0 - 1] != target
            }
            return isRebased ? .rebased : .established
        }

        private func forecast(
            _ value: Double, quantiles: [Double], standing: YearEndForecast.Standing, method: String
        ) -> YearEndForecast {
            let soFar = Units(approximating: delivered)
            let middle = max(Units(approximating: value), soFar)
            let points = zip(definition.probabilities, quantiles).map { probability, units in
                YearEndForecast.Quantile(
                    probability: probability, units: max(Units(approximating: units), soFar))
            }
            func interval(_ level: Int, _ low: Double) -> Estimate<Units>.Interval {
                let ends = points.filter { abs($0.probability - 0.5) >= 0.5 - low - 1e-9 }
                return Estimate.Interval(
                    level: level, low: ends.last { $0.probability < 0.5 }?.units ?? middle,
                    high: ends.first { $0.probability > 0.5 }?.units ?? middle)
            }
            return YearEndForecast(
                contract: held.contracts[place], year: held.year, madeAtMonth: month, deliveredSoFar: soFar,
                estimate: Estimate(
                    value: middle, intervals: [interval(50, 0.25), interval(90, 0.05)], method: method),
                quantiles: points, standing: standing)
        }
    }

    /// How each forecast of one year and month was made, in words, worded once for all contracts.
    struct MethodWords {
        private let withLastYear: String
        private let ofThisYear: String
        let tooFewYears: String
        let small: String
        let closed: String

        init(_ learning: Learning, cohort: Cohort, by definition: ForecastDefinition) {
            let pace = ForecastYearEnd.pace(of: cohort)
            let caution =
                pace < definition.leastPace.approximate
                ? "; not judged: the year is disrupted, delivery runs at \(Int((pace * 100).rounded())) % of targets"
                : ""
            func words(_ rule: Rule?, _ basis: String) -> String {
                let years = (rule?.years ?? []).map(\.description).joined(separator: ", ")
                return "median regression on \(basis), learned from \(years)\(caution)"
            }
            self.ofThisYear = words(learning.withoutLastYear?.rule, "the months of this year")
            self.withLastYear =
                learning.withLastYear == nil
                ? ofThisYear
                : words(learning.withLastYear?.rule, "the months of this year and the contract's last year")
            self.tooFewYears =
                "straight line with wide intervals: fewer than \(definition.leastYears) complete ordinary years"
                + " are held besides this one\(caution)"
            self.small =
                "straight line with wide intervals: a target below \(definition.leastTarget) UDAs\(caution)"
            self.closed = "delivered so far: the contract has no row in \(learning.year.month(learning.month).inWords)"
        }

        func learned(_ kind: Cohort.Kind) -> String { kind == .withLastYear ? withLastYear : ofThisYear }
    }
}
