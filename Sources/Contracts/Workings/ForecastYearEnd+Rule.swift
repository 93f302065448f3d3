internal import Methods
internal import Vocabulary

extension ForecastYearEnd {
    /// What is left to deliver, foretold from the months seen: learned from some years, for another one.
    ///
    /// The middle comes from a weighted median regression. How far it misses is learned across years: each
    /// fitting year is foretold from the others, its misses are divided by a usual miss that depends on the
    /// contract, and their quantiles are taken among contracts of like usual miss and like forecast.
    struct Rule: Sendable {
        let usesLastYear: Bool
        /// The years it was learned from, in order.
        let years: [FinancialYear]
        private let middle: WeightedMedianRegression
        private let usualMiss: WeightedMedianRegression
        private let missEdges: [Double]
        /// By class of contract, then by probability: multiples of the usual miss.
        private let multiples: [[Double]]
        private let definition: ForecastDefinition

        /// - Parameters:
        ///   - cohorts: of the fitting years, in order; the year to be foretold is not among them.
        /// - Returns: nil with fewer than two years, or too little to learn from.
        init?(
            from cohorts: [Cohort], for year: FinancialYear, usesLastYear: Bool, by definition: ForecastDefinition
        ) {
            guard cohorts.count >= 2, let crossed = CrossedYears(cohorts, for: year, usesLastYear, definition)
            else { return nil }
            self.usesLastYear = usesLastYear
            self.years = cohorts.map(\.year)
            self.definition = definition
            self.middle = crossed.middle
            let weights = crossed.weights
            var sizes: [Double] = []
            for place in crossed.misses.indices { sizes += crossed.descriptions[place] }
            guard
                let usualMiss = WeightedMedianRegression(
                    rows: sizes, width: Rule.descriptionWidth, outcomes: crossed.misses.map(abs), weights: weights)
            else { return nil }
            self.usualMiss = usualMiss
            let usual = crossed.descriptions.map { max(usualMiss.value(at: $0), definition.leastMiss) }
            let cuts = (1..<definition.missClasses).map { Double($0) / Double(definition.missClasses) }
            let edges = WeightedQuantiles.quantiles(cuts, of: usual, weights: weights) ?? []
            self.missEdges = edges
            self.multiples = Rule.multiples(crossed, usual: usual, edges: edges, definition: definition)
        }

        static func selects(_ kind: Cohort.Kind, usesLastYear: Bool) -> Bool {
            !usesLastYear || kind == .withLastYear
        }

        static func width(usesLastYear: Bool) -> Int {
            usesLastYear ? Cohort.featureCount : Cohort.featureCountWithoutLastYear
        }

        /// What is left to be delivered, as a share of the target, and never less than nothing.
        func rest(of place: Int, in cohort: Cohort) -> Double {
            max(middle.value(at: cohort.row(place, width: Rule.width(usesLastYear: usesLastYear))), 0)
        }

        /// By how much the year may end above or below the forecast, at each probability but the middle one.
        func offsets(of place: Int, in cohort: Cohort, rest: Double) -> [Double] {
            let description = Rule.description(of: place, in: cohort, rest: rest, usesLastYear: usesLastYear)
            let usual = max(usualMiss.value(at: description), definition.leastMiss)
            let kind = Rule.classOf(
                kind: cohort.kind[place], usual: usual, forecast: cohort.soFar[place] + rest, edges: missEdges,
                definition: definition)
            return multiples[kind].map { $0 * usual }
        }

        /// What a contract's usual miss depends on.
        static func description(
            of place: Int, in cohort: Cohort, rest: Double, usesLastYear: Bool
        ) -> [Double] {
            let forecast = cohort.soFar[place] + rest
            let quickening = abs(cohort.recent[place] - cohort.steady[place])
            let disagreement =
                usesLastYear ? abs(cohort.lastYear[place] - cohort.paced[place]) : quickening
            return [
                1, rest, min(disagreement, 0.6), max(0.9 - forecast, 0), max(forecast - 1, 0), quickening,
                min(1 / (cohort.target[place] / 1_000).squareRoot(), 1.5),
                usesLastYear ? cohort.rebasing[place] : cohort.kind[place] == .new ? 1 : 0,
            ]
        }

        static let descriptionWidth = 8

        /// Contracts are compared within a class of usual miss and a band of forecast; new ones with one
        /// another.
        private static func classOf(
            kind: Cohort.Kind, usual: Double, forecast: Double, edges: [Double], definition: ForecastDefinition
        ) -> Int {
            if kind == .new { return newClass(definition) }
            let missClass = edges.count { $0 <= usual }
            let band = definition.bands.count { $0 <= forecast }
            return missClass + definition.missClasses * band
        }

        private static func newClass(_ definition: ForecastDefinition) -> Int {
            definition.missClasses * (definition.bands.count + 1)
        }

        private static func multiples(
            _ crossed: CrossedYears, usual: [Double], edges: [Double], definition: ForecastDefinition
        ) -> [[Double]] {
            let classes = crossed.misses.indices.map { place in
                classOf(
                    kind: crossed.kinds[place], usual: usual[place], forecast: crossed.forecasts[place],
                    edges: edges, definition: definition)
            }
            let newClass = newClass(definition)
            let probabilities = definition.probabilities.filter { $0 != 0.5 }
            let widening = probabilities.map {
                $0 > 0.2 && $0 < 0.8 ? definition.wideningOfHalf : definition.wideningOfNineTenths
            }
            func quantiles(where isIn: (Int) -> Bool) -> [Double]? {
                let places = crossed.misses.indices.filter { isIn(classes[$0]) }
                guard
                    let found = WeightedQuantiles.quantiles(
                        probabilities, of: places.map { crossed.misses[$0] / usual[$0] },
                        weights: places.map { crossed.weights[$0] })
                else { return nil }
                return zip(found, widening).map { $0 * $1 }
            }
            let ofAll = quantiles { _ in true } ?? probabilities.map { _ in 0 }
            let ofOld = quantiles { $0 != newClass } ?? ofAll
            return (0...newClass).map { kind in
                guard classes.count(where: { $0 == kind }) >= definition.leastCompared else {
                    return kind == newClass ? ofAll : ofOld
                }
                return quantiles { $0 == kind } ?? ofAll
            }
        }
    }
}
