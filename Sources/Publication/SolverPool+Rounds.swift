package import Methods
package import Priorities
package import Solver

extension SolverPool {
    /// The answers to a round's questions, in their order; questions of one gap go out together.
    ///
    /// - Parameters:
    ///   - seconds: the most for one question.
    ///   - progress: the share of the questions that is answered, 0 to 1.
    /// - Throws: as `solve`.
    package func answers(
        to asked: [RoundQuestion], of base: PortfolioModel, seconds: Double,
        progress: (Double) -> Void = { _ in }, isCancelled: () -> Bool = { false }
    ) throws -> [SolvedPortfolio] {
        var answers = [SolvedPortfolio?](repeating: nil, count: asked.count)
        var done = 0
        var gaps: [Double] = []
        for question in asked where !gaps.contains(question.relativeGap) { gaps.append(question.relativeGap) }
        for gap in gaps {
            let places = asked.indices.filter { asked[$0].relativeGap == gap }
            let solved = try solve(
                places.map { SolveQuestion(asked[$0], of: base) },
                limits: SolveLimits(relativeGap: gap, seconds: seconds),
                progress: { count, _ in progress(Double(done + count) / Double(asked.count)) },
                isCancelled: isCancelled)
            for (place, answer) in zip(places, solved) { answers[place] = answer }
            done += places.count
        }
        return answers.map { $0 ?? .unknown(bound: nil) }
    }
}

extension SolveQuestion {
    fileprivate init(_ question: RoundQuestion, of base: PortfolioModel) {
        self.init(
            base: base, values: question.values,
            bounds: question.bounds.map { RowBounds(row: $0.row, lower: nil, upper: $0.upper) },
            forced: question.forced)
    }
}
