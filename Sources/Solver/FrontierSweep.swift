package import Methods

/// The best portfolio at each of several settings of a model's bounds, such as fifty budgets.
///
/// Settings are worked from the one with the most room to the one with the least, so that what is proved of
/// one bounds the next. In the end a choice found with less room serves wherever it is better, and a bound
/// proved with more room wherever it is lower: value never falls where room grows.
package struct FrontierSweep: Sendable {
    package let base: PortfolioModel
    /// For each point of the frontier, the bounds that it changes.
    package let points: [[SolveQuestion.RowBounds]]

    package init(base: PortfolioModel, points: [[SolveQuestion.RowBounds]]) {
        self.base = base
        self.points = points
    }

    /// One row at several greatest sums; its least sum stays.
    package init(base: PortfolioModel, row: Int, greatest: [Int]) {
        let lower = base.rows[row].lower
        self.init(
            base: base, points: greatest.map { [SolveQuestion.RowBounds(row: row, lower: lower, upper: $0)] })
    }

    /// The points' positions in the order in which they are worked: those with more room first.
    package var order: [Int] {
        points.indices.sorted { first, second in
            for (one, other) in zip(points[first], points[second]) {
                let (a, b) = (one.upper ?? Int.max, other.upper ?? Int.max)
                if a != b { return a > b }
            }
            return first < second
        }
    }

    /// The questions in that order.
    package var questions: [SolveQuestion] {
        order.map { SolveQuestion(base: base, bounds: points[$0]) }
    }

    /// The frontier from the answers to `questions`, in the order of `points`.
    package func frontier(_ answers: [SolvedPortfolio], relativeGap: Double) throws -> [SolvedPortfolio] {
        precondition(answers.count == points.count, "one answer for each question")
        let order = order
        let models = try questions.map { try $0.model() }
        var frontier = [SolvedPortfolio?](repeating: nil, count: answers.count)
        for (place, answer) in answers.enumerated() {
            var best = answer.value.flatMap { value in answer.chosen.map { (chosen: $0, value: value) } }
            var bound = answer.bound
            for (otherPlace, other) in answers.enumerated() where otherPlace != place {
                if let chosen = other.chosen, let value = other.value, value > best?.value ?? -.infinity,
                    models[place].allows(chosen)
                {
                    best = (chosen, value)
                }
                if let others = other.bound, others < bound ?? .infinity,
                    models[place].isWithin(models[otherPlace])
                {
                    bound = others
                }
            }
            frontier[order[place]] =
                best.map {
                    SolvedPortfolio(chosen: $0.chosen, value: $0.value, bound: bound, relativeGap: relativeGap)
                } ?? answer
        }
        return frontier.compactMap(\.self)
    }
}
