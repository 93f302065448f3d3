internal import Methods

extension BacktestForecast {
    /// Sums over the contracts of one trial.
    struct Tally {
        private var count = 0.0
        private var misses = 0.0
        private var excesses: [Double] = []
        private var widthsOfHalf = 0.0
        private var widthsOfNineTenths = 0.0
        private(set) var withinHalf = 0
        private(set) var withinNineTenths = 0
        private(set) var forecastTotal = 0.0
        private(set) var actualTotal = 0.0
        private(set) var deviationSum = 0.0
        private(set) var varianceSum = 0.0

        var meanMiss: Double { misses / count }
        var middleExcess: Double { Quantiles.median(excesses) ?? 0 }
        var meanWidthOfHalf: Double { widthsOfHalf / count }
        var meanWidthOfNineTenths: Double { widthsOfNineTenths / count }

        mutating func add(
            _ outlook: ForecastYearEnd.Learning.Outlook, actual: Double, target: Double,
            by definition: ForecastDefinition
        ) {
            func interval(_ low: Double) -> (low: Double, high: Double) {
                let places = definition.probabilities.indices
                let lower = places.first { abs(definition.probabilities[$0] - low) < 1e-9 }
                let upper = places.first { abs(definition.probabilities[$0] - (1 - low)) < 1e-9 }
                return (
                    lower.map { outlook.quantiles[$0] } ?? outlook.forecast,
                    upper.map { outlook.quantiles[$0] } ?? outlook.forecast
                )
            }
            let (half, nineTenths) = (interval(0.25), interval(0.05))
            // An end that the outcome meets exactly (a contract that delivers nothing more) holds it.
            let slack = 1e-12
            count += 1
            misses += abs(outlook.forecast - actual)
            excesses.append(outlook.forecast - actual)
            widthsOfHalf += half.high - half.low
            widthsOfNineTenths += nineTenths.high - nineTenths.low
            if actual >= half.low - slack, actual <= half.high + slack { withinHalf += 1 }
            if actual >= nineTenths.low - slack, actual <= nineTenths.high + slack { withinNineTenths += 1 }
            forecastTotal += outlook.forecast * target
            actualTotal += actual * target
            let points = zip(definition.probabilities, outlook.quantiles).map {
                QuantileDistribution.Point(probability: $0, value: $1 * target)
            }
            guard let moments = QuantileDistribution(points)?.moments(of: { $0 }, breaks: []) else { return }
            let variance = max(0, moments.meanSquare - moments.mean * moments.mean)
            varianceSum += variance
            deviationSum += variance.squareRoot()
        }
    }

    /// What anybody could do with a spreadsheet, and how far that misses.
    struct SimpleRules {
        /// Delivery so far, taken to twelve months.
        let straightLineMiss: Double
        /// Delivery so far, divided by the part of last year that the contract had delivered by the same
        /// month.
        let ownProfileMiss: Double?
        /// Delivery so far, divided by the part of last year that all contracts had delivered by the same
        /// month.
        let nationalProfileMiss: Double?

        init(
            of cohort: ForecastYearEnd.Cohort, before: ForecastYearEnd.History.Year?,
            by definition: ForecastDefinition
        ) {
            let month = cohort.month
            func miss(_ forecast: (Int) -> Double) -> Double {
                var sum = 0.0
                for place in 0..<cohort.count { sum += abs(forecast(place) - cohort.outcome[place]) }
                return sum / Double(cohort.count)
            }
            self.straightLineMiss = miss { cohort.soFar[$0] * 12 / Double(month) }
            guard let before, before.isComplete else {
                self.ownProfileMiss = nil
                self.nationalProfileMiss = nil
                return
            }
            var (byMonth, byMarch) = (0.0, 0.0)
            for place in before.contracts.indices {
                byMonth += before.delivered(place, in: 1..<month + 1)
                byMarch += before.delivered(place, in: 1..<13)
            }
            let national = byMarch > 0 ? byMonth / byMarch : 0
            guard national > 0 else {
                self.ownProfileMiss = nil
                self.nationalProfileMiss = nil
                return
            }
            let own = cohort.lastPlaces.map { last -> Double in
                guard let last, before.isWhole(last) else { return national }
                let whole = before.delivered(last, in: 1..<13)
                let part = whole == 0 ? 0 : before.delivered(last, in: 1..<month + 1) / whole
                return part >= definition.leastProfile ? part : national
            }
            self.ownProfileMiss = miss { cohort.soFar[$0] / own[$0] }
            self.nationalProfileMiss = miss { cohort.soFar[$0] / national }
        }
    }
}
