import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

extension ForecastYearEnd {
    /// The contracts of one year as they stand at the end of one month, each as shares of its own target.
    struct Cohort: Sendable {
        /// What a contract can be compared with.
        enum Kind: Hashable, Sendable {
            /// Its own last year, delivered whole in an ordinary year.
            case withLastYear
            /// No usable last year, since the files or the pandemic stand in the way of all contracts.
            case withoutLastYear
            /// No last year of its own, where others have one.
            case new
        }

        /// Which contracts of the year are in it.
        enum Members: Sendable {
            /// To learn from: rows in every month up to this one, and no row held out.
            case whole(through: Int)
            /// To be judged: rows in all twelve months, those with rows held out among them.
            case judged
            /// To be forecast: a row in the month.
            case held
        }

        static let featureCount = 16
        /// The features that do not look at last year come first.
        static let featureCountWithoutLastYear = 11

        let year: FinancialYear
        let month: Int
        /// Places in the year's columns.
        private(set) var places: [Int] = []
        private(set) var target: [Double] = []
        /// Delivered so far.
        private(set) var soFar: [Double] = []
        /// Delivered by the end of the horizon; of no meaning where that is not yet held.
        private(set) var outcome: [Double] = []
        private(set) var kind: [Kind] = []
        /// `contracts × featureCount`, row major.
        private(set) var features: [Double] = []
        /// What is left at the pace of all months, and of the last three.
        private(set) var steady: [Double] = []
        private(set) var recent: [Double] = []
        /// Where the steady pace ends, at most 1.3.
        private(set) var paced: [Double] = []
        private(set) var lastYear: [Double] = []
        /// Places in the columns of the year before; nil where the contract is not held in it.
        private(set) var lastPlaces: [Int?] = []
        /// How far the target moved since last year, in logarithms, at most 1.
        private(set) var rebasing: [Double] = []

        var count: Int { places.count }

        /// - Parameters:
        ///   - month: 3 to 11.
        ///   - horizon: the month up to which delivery is to be foretold; 12 but for trying a rule on months
        ///     seen.
        init(
            of held: History.Year, before: History.Year?, at month: Int, horizon: Int = 12, members: Members,
            by definition: ForecastDefinition
        ) {
            precondition(definition.knots.count == 3, "the features turn at three knots")
            self.year = held.year
            self.month = month
            let leastTarget = definition.leastTarget.approximate
            let isLastYearOrdinary =
                before.map { !definition.pandemicYears.contains($0.year) && $0.isComplete } ?? false
            var lastPlace = 0
            for place in held.contracts.indices {
                let target = held.target[place * 12 + month - 1]
                guard held.hasRow(place, in: month), target >= leastTarget else { continue }
                switch members {
                case .whole(let through):
                    let wanted = UInt16(1 << through) &- 1
                    guard held.rows[place] & wanted == wanted, !held.isHeldOut[place] else { continue }
                case .judged: guard held.isWhole(place) else { continue }
                case .held: break
                }
                var last: (year: History.Year, place: Int)?
                if let before {
                    while lastPlace < before.contracts.count,
                        before.contracts[lastPlace] < held.contracts[place]
                    { lastPlace += 1 }
                    let isHeld =
                        lastPlace < before.contracts.count && before.contracts[lastPlace] == held.contracts[place]
                    lastPlaces.append(isHeld ? lastPlace : nil)
                    if isHeld, before.isWhole(lastPlace), before.delivered(lastPlace, in: 1..<13) > 0,
                        before.target[lastPlace * 12 + 11] > 0
                    {
                        last = (before, lastPlace)
                    }
                } else {
                    lastPlaces.append(nil)
                }
                add(
                    held, place, target: target, horizon: horizon, last: last,
                    kind: before == nil
                        ? .withoutLastYear
                        : last == nil ? .new : isLastYearOrdinary ? .withLastYear : .withoutLastYear,
                    knots: definition.knots)
            }
        }

        func row(_ place: Int, width: Int) -> ArraySlice<Double> {
            features[place * Cohort.featureCount..<place * Cohort.featureCount + width]
        }

        private mutating func add(
            _ held: History.Year, _ place: Int, target: Double, horizon: Int,
            last: (year: History.Year, place: Int)?, kind: Kind, knots: [Double]
        ) {
            let left = Double(12 - month)
            let soFar = held.delivered(place, in: 1..<month + 1) / target
            let latest = held.delivered[place * 12 + month - 1] / target
            let lastThree = held.delivered(place, in: month - 2..<month + 1) / target
            // A contract that began within the year is paced by the months it has had.
            let pace = soFar / Double(max(1, held.rowCount(place, in: 1..<month + 1)))
            let recentPace = lastThree / Double(max(1, held.rowCount(place, in: month - 2..<month + 1)))
            let steady = min(pace * left, 1.5)
            let recent = min(recentPace * left, 1.5)
            let gap = max(1 - soFar, 0)
            let paced = min(soFar + steady, 1.3)
            let pacedRecently = min(soFar + recent, 1.3)

            features.append(contentsOf: [1, min(soFar, 1.5), recent, min(latest * left, 1.5), min(recent, gap)])
            for knot in knots { features.append(max(paced - knot, 0)) }
            for knot in knots { features.append(max(pacedRecently - knot, 0)) }

            var (lastYear, lastRest, rebasing) = (0.0, 0.0, 0.0)
            if let last {
                let lastTarget = last.year.target[last.place * 12 + 11]
                lastYear = min(max(last.year.delivered(last.place, in: 1..<13) / lastTarget, 0), 1.3)
                lastRest = last.year.delivered(last.place, in: month + 1..<horizon + 1) / target
                lastRest = min(max(lastRest, 0), 1.5)
                rebasing = min(abs(log(min(max(target / lastTarget, 0.3), 3))), 1)
            }
            let steadyToHorizon = min(pace * Double(horizon - month), 1.5)
            features.append(contentsOf: [
                lastRest, lastYear, min(lastRest, gap), paced * lastYear, min(steadyToHorizon, lastRest),
            ])

            places.append(place)
            self.target.append(target)
            self.soFar.append(soFar)
            outcome.append(held.delivered(place, in: 1..<horizon + 1) / target)
            self.kind.append(kind)
            self.steady.append(steady)
            self.recent.append(recent)
            self.paced.append(paced)
            self.lastYear.append(lastYear)
            self.rebasing.append(rebasing)
        }
    }
}
