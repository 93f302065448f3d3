internal import Methods
internal import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

extension ForecastYearEnd {
    /// All that is learned for the forecasts of one year at one month; nothing of that year's later months is
    /// read.
    struct Learning: Sendable {
        let year: FinancialYear
        let month: Int
        /// For contracts with an ordinary last year; nil with too few years to learn it from.
        let withLastYear: Adapted?
        /// For all others; nil with too few years.
        let withoutLastYear: Adapted?

        /// A rule, and what the months just seen say about it.
        struct Adapted: Sendable {
            let rule: Rule
            /// Offsets are taken this many times as wide.
            var spread = 1.0
            /// The part of what is left by which the rule has lately foretold too much.
            var drift = 0.0
        }

        /// Where one contract's year ends, as shares of its target.
        struct Outlook: Sendable {
            let forecast: Double
            /// One for each of the definition's probabilities, ascending; the middle one is the forecast.
            let quantiles: [Double]
        }

        init(for year: FinancialYear, at month: Int, from history: History, by definition: ForecastDefinition) {
            self.year = year
            self.month = month
            let usable = history.years.filter {
                $0 != year && history.isComplete($0) && !definition.pandemicYears.contains($0)
            }
            let compared = usable.filter {
                history.isComplete($0.previous) && !definition.pandemicYears.contains($0.previous)
            }
            let hasLastYear =
                history.isComplete(year.previous) && !definition.pandemicYears.contains(year.previous)
            self.withLastYear =
                hasLastYear
                ? Learning.adapted(
                    from: compared, for: year, at: month, usesLastYear: true, history: history, by: definition)
                : nil
            self.withoutLastYear = Learning.adapted(
                from: usable, for: year, at: month, usesLastYear: false, history: history, by: definition)
        }

        func chosen(for kind: Cohort.Kind) -> Adapted? {
            kind == .withLastYear ? withLastYear ?? withoutLastYear : withoutLastYear
        }

        /// - Returns: nil where no rule could be learned.
        func outlook(of place: Int, in cohort: Cohort, by definition: ForecastDefinition) -> Outlook? {
            guard let adapted = chosen(for: cohort.kind[place]) else { return nil }
            let foretold = adapted.rule.rest(of: place, in: cohort)
            let rest = foretold * (1 - adapted.drift)
            let soFar = cohort.soFar[place]
            let offsets = adapted.rule.offsets(of: place, in: cohort, rest: foretold).map {
                max($0 * adapted.spread, -rest)
            }
            // From the middle outwards each quantile lies beyond the one before it.
            let half = offsets.count / 2
            var below: [Double] = []
            for offset in offsets[..<half].reversed() { below.append(min(offset, below.last ?? 0)) }
            var above: [Double] = []
            for offset in offsets[half...] { above.append(max(offset, above.last ?? 0)) }
            let forecast = soFar + rest
            return Outlook(
                forecast: forecast, quantiles: (below.reversed() + [0] + above).map { forecast + $0 })
        }

        private static func adapted(
            from years: [FinancialYear], for year: FinancialYear, at month: Int, usesLastYear: Bool,
            history: History, by definition: ForecastDefinition
        ) -> Adapted? {
            func cohort(_ year: FinancialYear, at month: Int, horizon: Int, through: Int) -> Cohort? {
                history[year].map {
                    Cohort(
                        of: $0, before: history[year.previous], at: month, horizon: horizon,
                        members: .whole(through: through), by: definition)
                }
            }
            let cohorts = years.compactMap { cohort($0, at: month, horizon: 12, through: 12) }
            guard cohorts.count >= definition.leastYears,
                let rule = Rule(from: cohorts, for: year, usesLastYear: usesLastYear, by: definition)
            else { return nil }
            var adapted = Adapted(rule: rule)
            let earlier = month - 3
            guard month >= definition.firstMonthOfRecentSpread, earlier >= 3,
                let seen = cohort(year, at: earlier, horizon: month, through: month),
                let crossed = CrossedYears(
                    years.compactMap { cohort($0, at: earlier, horizon: month, through: 12) }, for: year,
                    usesLastYear, definition)
            else { return adapted }
            adapted.learn(from: seen, against: crossed, by: definition)
            return adapted
        }
    }
}

extension ForecastYearEnd.Learning.Adapted {
    /// Compares how far the rule of three months earlier missed the months just seen with its misses in other
    /// years.
    mutating func learn(
        from seen: ForecastYearEnd.Cohort, against crossed: ForecastYearEnd.CrossedYears,
        by definition: ForecastDefinition
    ) {
        let places = ForecastYearEnd.CrossedYears.selected(seen, rule.usesLastYear)
        guard places.count >= definition.leastCompared else { return }
        let width = ForecastYearEnd.Rule.width(usesLastYear: rule.usesLastYear)
        let foretold = places.map { max(crossed.middle.value(at: seen.row($0, width: width)), 0) }
        let excess = zip(places, foretold).map { seen.soFar[$0] + $1 - seen.outcome[$0] }
        guard let miss = Quantiles.median(excess.map(abs)), miss > 0 else { return }
        var (logarithms, weights) = (0.0, 0.0)
        for year in crossed.middleMiss.keys.sorted() {
            guard let other = crossed.middleMiss[year], other > 0 else { continue }
            let weight = ForecastYearEnd.CrossedYears.weight(of: year, for: seen.year, definition)
            logarithms += weight * log(other)
            weights += weight
        }
        guard weights > 0 else { return }
        spread = pow(miss / exp(logarithms / weights), definition.powerOfRecentSpread)
        guard seen.month + 3 >= definition.firstMonthOfDrift, let middle = Quantiles.median(excess),
            let rest = Quantiles.median(foretold), rest > 0
        else { return }
        drift = min(max(middle / rest, -definition.largestDrift), definition.largestDrift)
    }
}
