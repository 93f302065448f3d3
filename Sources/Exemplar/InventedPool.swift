import Contracts
import Methods
import Vocabulary

/// All contracts that ever stood in the years given; it depends on the seed, the numbers and the years only.
enum InventedPool {
    static func draw(_ random: RandomStream, continuing: [Int], years: [FinancialYear]) -> [InventedContract] {
        var draws = Draws(random.substream(-1))
        var lives: [(board: Int, first: Month, last: Month?)] = []
        for (board, count) in continuing.enumerated() {
            for _ in 0..<count { lives.append((board, years[0].month(1), nil)) }
            let base = lives.count - count
            for year in years {
                let begun = draws.whole(Double(count) * NationalShape.beginning / 100)
                let ended = draws.whole(Double(count) * NationalShape.ending / 100)
                if year > years[0] {
                    for _ in 0..<begun {
                        lives[base + draws.below(count)].first = year.month(
                            draws.pick([1, 1, 3, 4, 6, 7, 9]))
                    }
                }
                for _ in 0..<ended {
                    lives.append((board, years[0].month(1), year.month(draws.pick([3, 5, 6, 8, 9, 12, 12]))))
                }
            }
        }
        let count = lives.count
        let numbers = draws.shuffled(9_000).prefix(count).map { 5_100_000_000 + ($0 + 501) * 10_000 }
        let (sizes, values) = (draws.spread(count), draws.spread(count))
        let patients = draws.spread(count)
        let roles = roles(continuing: continuing)
        let standings = shares(random, boards: lives.map(\.board), years: years) { index, year in
            let life = lives[index]
            return roles[index] == nil && life.first <= year.month(1)
                && life.last.map { $0 >= year.month(12) } ?? true
        }
        return lives.indices.map { index in
            var own = Draws(random.substream(index).substream(-1))
            let life = lives[index]
            let drawn = InventedNames.provider(&own, board: life.board)
            let (provider, group) = index == 1 ? (InventedNames.accented, nil) : drawn
            let size = rounded(
                interpolated(sizes[index], at: NationalShape.probabilities, NationalShape.targets), &own)
            let fewAdults = 1 - (0.6 * patients[index] + 0.4 * own.uniform())
            return InventedContract(
                index: index, number: ContractNumber(String(numbers[index]))!, board: life.board,
                role: roles[index] ?? .ordinary, provider: provider, group: group,
                postcode: InventedNames.postcode(&own, board: life.board),
                lsoa: "E01099\(life.board * 300 + 100 + own.below(250))",
                first: roles[index] == nil ? life.first : years[0].month(1), last: life.last,
                targets: targets(ending: size, shares: standings[index], years: years, &own),
                unitValue: interpolated(
                    values[index], at: NationalShape.probabilities, NationalShape.unitValues),
                jumps: jumps(years, &own), shares: standings[index],
                mix: [0.12, 0.3, 0.3].map { exponential($0 * own.normal()) },
                children: interpolated(
                    patients[index], at: NationalShape.patientProbabilities, NationalShape.children),
                adults: interpolated(fewAdults, at: NationalShape.patientProbabilities, NationalShape.adults),
                foundation: own.chance(Double(NationalShape.foundationContracts))
                    ? min(0.7, 0.16 * exponential(0.7 * own.normal())) : nil,
                hasFurtherGeneralMoney: own.chance(3.5))
        }
    }

    /// About three contracts in a hundred have a target of 1, and as many one of 0, as in England.
    private static func roles(continuing: [Int]) -> [Int: InventedContract.Role] {
        let nominal = [105, 105, 123, 105, 19_689_461], untargeted = [1_396_000, 3_454_612]
        var roles: [Int: InventedContract.Role] = [:]
        for (place, pence) in nominal.enumerated() { roles[2 + place * continuing[0] / 6] = .nominal(pence) }
        for (place, pence) in untargeted.enumerated() {
            roles[3 + place * continuing[0] / 3] = .untargeted(pence)
        }
        return roles
    }

    /// Delivered shares by contract and year: the ranks persist as England's do, the quantiles are England's.
    ///
    /// - Parameter counts: whether a contract stands the whole year, as those do that England's quantiles are
    ///   of.
    private static func shares(
        _ random: RandomStream, boards: [Int], years: [FinancialYear], counts: (Int, FinancialYear) -> Bool
    ) -> [[Double]] {
        /// A lasting difference between the three systems, in standard deviations.
        let standing = [0.0, 0.35, -0.45]
        let fadingDeviation = (1 - NationalShape.lastingVariance).squareRoot()
        let latent = boards.indices.map { index in
            var own = Draws(random.substream(index).substream(-2))
            let lasting = NationalShape.lastingVariance.squareRoot() * own.normal() + standing[boards[index]]
            var fading = own.normal()
            return years.map { year in
                let kept = NationalShape.fading(into: year.start)
                fading = kept * fading + (1 - kept * kept).squareRoot() * own.normal()
                let shown = lasting + fadingDeviation * fading
                let other = own.normal()
                return year.start == 2020
                    ? NationalShape.pandemicStanding * shown
                        + (1 - NationalShape.pandemicStanding * NationalShape.pandemicStanding).squareRoot()
                        * other
                    : shown
            }
        }
        var shares = boards.map { _ in [Double](repeating: 0, count: years.count) }
        let inner = Array(NationalShape.probabilities.dropFirst().dropLast())
        for (place, year) in years.enumerated() {
            let quantiles = NationalYear.nearest(to: year.start).delivered
            let order = boards.indices.sorted { latent[$0][place] < latent[$1][place] }
            let counted = max(1, order.count { counts($0, year) })
            var below = 0
            for index in order {
                let probability = min(0.999, (Double(below) + 0.5) / Double(counted))
                if counts(index, year) { below += 1 }
                shares[index][place] =
                    probability < inner[0]
                    ? quantiles[0] * probability / inner[0] : interpolated(probability, at: inner, quantiles)
            }
        }
        return shares
    }

    /// A target for each year, the last of them near `size`; low delivery is more often followed by a cut.
    private static func targets(
        ending size: Int, shares: [Double], years: [FinancialYear], _ draws: inout Draws
    ) -> [InventedContract.TargetYear] {
        let ratios = [0.6, 0.75, 0.85, 0.9, 0.95, 0.97, 1.03, 1.06, 1.1, 1.15, 1.3]
        var targets: [InventedContract.TargetYear] = []
        var end = size
        for (place, year) in years.enumerated().reversed() {
            let nation = NationalYear.nearest(to: year.start)
            let isLow = shares[max(0, place - 1)] < 0.85
            let ratio = isLow && draws.chance(60) ? ratios[draws.below(6)] : draws.pick(ratios)
            let chance = draws.uniform() * 100
            var target = InventedContract.TargetYear(start: end, changes: nil, end: end)
            if chance < Double(nation.changedWithin) {
                target.changes = 5 + draws.below(7)
                target.start = max(150, Int((Double(end) / ratio / 10).rounded()) * 10)
            }
            targets.append(target)
            let atStart = max(0, nation.changedBetween - nation.changedWithin)
            end = target.start
            if chance >= 100 - Double(atStart) {
                end = max(150, Int((Double(end) / ratio / 10).rounded()) * 10)
            }
            end = min(end, 90_000)
        }
        return targets.reversed()
    }

    private static func jumps(_ years: [FinancialYear], _ draws: inout Draws) -> [Int: Double] {
        var jumps: [Int: Double] = [:]
        for year in years.dropFirst() where draws.chance(year.start >= 2023 ? 10 : 4) {
            jumps[year.start] = 1.02 + 0.1 * draws.uniform()
        }
        return jumps
    }

    private static func rounded(_ size: Double, _ draws: inout Draws) -> Int {
        let place = draws.below(100)
        if place < NationalShape.wholeHundreds { return max(200, Int((size / 100).rounded()) * 100) }
        if place < NationalShape.wholeHundreds + NationalShape.wholeTens {
            return Int((size / 10).rounded()) * 10
        }
        return Int(size)
    }
}
