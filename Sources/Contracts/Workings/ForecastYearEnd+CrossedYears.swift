internal import Methods
internal import Vocabulary

extension ForecastYearEnd {
    /// Each fitting year foretold from the other fitting years, and the rule fitted to all of them.
    struct CrossedYears: Sendable {
        let middle: WeightedMedianRegression
        /// Outcome less forecast, as shares of the target; year after year.
        private(set) var misses: [Double] = []
        private(set) var descriptions: [[Double]] = []
        private(set) var weights: [Double] = []
        private(set) var kinds: [Cohort.Kind] = []
        private(set) var forecasts: [Double] = []
        /// Of each year: the middle size of its misses.
        private(set) var middleMiss: [FinancialYear: Double] = [:]

        /// - Returns: nil where a year cannot be fitted.
        init?(
            _ cohorts: [Cohort], for year: FinancialYear, _ usesLastYear: Bool, _ definition: ForecastDefinition
        ) {
            func fitted(_ chosen: [Cohort], every: Int) -> WeightedMedianRegression? {
                CrossedYears.fitted(chosen, for: year, usesLastYear, every: every, definition)
            }
            guard let middle = fitted(cohorts, every: 1) else { return nil }
            self.middle = middle
            let width = Rule.width(usesLastYear: usesLastYear)
            for cohort in cohorts {
                // Every second contract is enough to fit a rule that is only used to see how far rules miss.
                guard let rule = fitted(cohorts.filter { $0.year != cohort.year }, every: 2) else { return nil }
                let places = CrossedYears.selected(cohort, usesLastYear)
                let weight =
                    CrossedYears.weight(of: cohort.year, for: year, definition) / Double(max(1, places.count))
                var sizes: [Double] = []
                for place in places {
                    let rest = max(rule.value(at: cohort.row(place, width: width)), 0)
                    let miss = cohort.outcome[place] - cohort.soFar[place] - rest
                    misses.append(miss)
                    sizes.append(abs(miss))
                    descriptions.append(
                        Rule.description(of: place, in: cohort, rest: rest, usesLastYear: usesLastYear))
                    weights.append(weight)
                    kinds.append(cohort.kind[place])
                    forecasts.append(cohort.soFar[place] + rest)
                }
                middleMiss[cohort.year] = Quantiles.median(sizes)
            }
            let mean = weights.reduce(0, +) / Double(max(1, weights.count))
            guard mean > 0 else { return nil }
            for place in weights.indices { weights[place] /= mean }
        }

        /// A year on the same side of the pandemic weighs more.
        static func weight(
            of fitting: FinancialYear, for year: FinancialYear, _ definition: ForecastDefinition
        ) -> Double {
            func isAfter(_ year: FinancialYear) -> Bool {
                definition.pandemicYears.min().map { year > $0 } ?? false
            }
            return isAfter(fitting) == isAfter(year) ? definition.sameSideWeight : 1
        }

        static func selected(_ cohort: Cohort, _ usesLastYear: Bool) -> [Int] {
            (0..<cohort.count).filter { Rule.selects(cohort.kind[$0], usesLastYear: usesLastYear) }
        }

        private static func fitted(
            _ cohorts: [Cohort], for year: FinancialYear, _ usesLastYear: Bool, every: Int,
            _ definition: ForecastDefinition
        ) -> WeightedMedianRegression? {
            let width = Rule.width(usesLastYear: usesLastYear)
            var (rows, outcomes, weights): ([Double], [Double], [Double]) = ([], [], [])
            var number = 0
            for cohort in cohorts {
                let places = selected(cohort, usesLastYear)
                let weight = weight(of: cohort.year, for: year, definition) / Double(max(1, places.count))
                for place in places {
                    if number % every == 0 {
                        rows += cohort.row(place, width: width)
                        outcomes.append(cohort.outcome[place] - cohort.soFar[place])
                        weights.append(weight)
                    }
                    number += 1
                }
            }
            let mean = weights.reduce(0, +) / Double(max(1, weights.count))
            guard mean > 0 else { return nil }
            return WeightedMedianRegression(
                rows: rows, width: width, outcomes: outcomes, weights: weights.map { $0 / mean })
        }
    }
}
