import Methods
import Vocabulary

/// What one member's statement says of the criteria directly under one branch.
///
/// Swing, rank order, pairwise comparison (the principal eigenvector) and the linear best–worst model give one
/// point; partial knowledge, answers to trade-off questions and the nonlinear best–worst model leave a range of
/// weights, from which draws are made evenly and whose middle is the point: `WeightPolytope.centre`, the mean of the
/// corners at which each criterion weighs most.
///
/// The point is not the mean of the draws, though the two are one where two criteria are compared, an order is complete
/// or nothing was said. It is kept all the same: it is exact, the same without a seed and for any number of draws, and
/// the rank order centroid that the literature prints, where a mean of draws would carry chance into every value.
struct BranchWeights: Sendable {
    /// One for each child, summing to one.
    var point: [Double]
    var ranges: [(low: Double, high: Double)]
    var polytope: WeightPolytope?
    var consistency: RoundResult.Consistency?
    /// Of judgements in pairs.
    var comparison: PairwiseComparison?

    init(point: [Double], ranges: [(low: Double, high: Double)]? = nil) {
        self.point = point
        self.ranges = ranges ?? point.map { ($0, $0) }
    }

    /// - Parameter count: how many are wanted.
    /// - Returns: `count × children`; one row only where nothing is free.
    func draws(_ count: Int, from stream: RandomStream) -> [Double] {
        guard let polytope, polytope.freedom > 0 else { return point }
        return polytope.draws(count, from: stream)
    }

    init(
        _ said: WeightsGiven, of branch: CriteriaTree.Branch, in round: Round, by member: Slug,
        tables: PreferenceTables
    ) throws(Refusal) {
        let context = Context(said: said, branch: branch, member: member)
        guard branch.children.count > 1 else {
            self.init(point: [1])
            return
        }
        switch said.method {
        case .swing: self.init(point: try SwingWeights.weights(swings: try context.all(said.swings, "a swing")))
        case .rankOrder:
            var order: [[Int]] = []
            for group in said.order ?? [] {
                var places: [Int] = []
                for criterion in group { places.append(try context.place(criterion)) }
                order.append(places)
            }
            self.init(point: try RankOrderCentroid.weights(order: order))
        case .pairwise: try self.init(pairwise: context, tables: tables)
        case .bestWorstLinear, .bestWorstNonlinear: try self.init(bestWorst: context, tables: tables)
        case .tradeOff, .partial:
            try self.init(statements: try said.statements(among: branch.children), context)
        }
    }

    /// The statement with the places of the criteria that it names.
    struct Context {
        let said: WeightsGiven
        let branch: CriteriaTree.Branch
        let member: Slug

        func refusal(_ code: String, _ sentence: String) -> Refusal {
            Refusal(.input, code: code, "\(member)’s weights \(branch.title): \(sentence)")
        }

        func place(_ criterion: Slug) throws(Refusal) -> Int {
            guard let place = branch.children.firstIndex(of: criterion) else {
                throw refusal("criterion-unknown", "“\(criterion)” is no criterion there.")
            }
            return place
        }

        /// One figure for each child, in the children's order.
        ///
        /// - Parameter pivot: the criterion that the others are compared with: one against itself, said or not.
        func all(
            _ points: [WeightsGiven.Points]?, with pivot: Slug? = nil, _ what: String
        ) throws(Refusal) -> [Double] {
            var figures = [Double?](repeating: nil, count: branch.children.count)
            if let pivot { figures[try place(pivot)] = 1 }
            for point in points ?? [] { figures[try place(point.criterion)] = point.points }
            if let missing = figures.firstIndex(of: nil) {
                throw refusal("criterion-unweighed", "“\(branch.titles[missing])” lacks \(what).")
            }
            return figures.compactMap { $0 }
        }
    }

    private init(statements: [WeightStatement], _ context: Context) throws(Refusal) {
        do {
            let polytope = try WeightPolytope(criteria: context.branch.children.count, statements: statements)
            self.init(point: polytope.centre, ranges: polytope.ranges)
            self.polytope = polytope
        } catch {
            throw error.refusal(naming: context.branch.titles)
        }
    }

    private init(pairwise context: Context, tables: PreferenceTables) throws(Refusal) {
        let count = context.branch.children.count
        var matrix = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
        var isJudged = Set<[Int]>()
        for judgement in context.said.judgements ?? [] {
            let (more, less) = (try context.place(judgement.more), try context.place(judgement.less))
            matrix[more][less] = Double(judgement.times)
            matrix[less][more] = 1 / Double(judgement.times)
            isJudged.insert([min(more, less), max(more, less)])
        }
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) where !isJudged.contains([first, second]) {
                let titles = context.branch.titles
                throw context.refusal(
                    "pair-unjudged", "“\(titles[first])” and “\(titles[second])” have not been compared.")
            }
        }
        let comparison = try PairwiseComparison(matrix: matrix)
        let weights = comparison.weights(by: .eigenvector)
        self.init(point: weights)
        self.comparison = comparison
        consistency = RoundResult.Consistency(
            member: context.member, within: context.branch.id, method: context.said.method,
            ratio: try comparison.consistencyRatio(weights: weights, randomIndex: tables.pairwiseRandomIndex))
    }

    private init(bestWorst context: Context, tables: PreferenceTables) throws(Refusal) {
        let said = context.said
        guard let best = said.best, let worst = said.worst else {
            throw context.refusal("best-worst-missing", "the best and the worst criterion are not both named.")
        }
        let method = try BestWorst(
            criteria: context.branch.children.count, best: try context.place(best),
            worst: try context.place(worst),
            bestToOthers: try context.all(said.bestToOthers, with: best, "a judgement from the best"),
            othersToWorst: try context.all(said.othersToWorst, with: worst, "a judgement to the worst"))
        if said.method == .bestWorstLinear {
            let answer = method.linear()
            self.init(point: answer.weights, ranges: answer.ranges)
        } else {
            let answer = method.nonlinear()
            self.init(point: answer.weights, ranges: answer.ranges)
            polytope = answer.polytope
        }
        consistency = RoundResult.Consistency(
            member: context.member, within: context.branch.id, method: said.method, ratio: method.inputConsistency)
    }
}
