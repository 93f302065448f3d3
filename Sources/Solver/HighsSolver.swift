package import Methods
import Synchronization
import Vocabulary

/// Exact portfolios by HiGHS, in this process.
///
/// A crash of the library ends the process: where that must not be, use `SolverPool`. One model is worked on
/// at a time; another caller waits.
///
/// - Reference: Q. Huangfu and J. A. J. Hall, "Parallelizing the dual revised simplex method", Mathematical
///   Programming Computation 10 (2018).
package final class HighsSolver: PortfolioSolver {
    package let name = "HiGHS"
    package var version: String { library.version }

    private let library: HighsLibrary
    private let session: Mutex<HighsSession?>

    package init(_ library: HighsLibrary) {
        self.library = library
        self.session = Mutex(nil)
    }

    package func solve(
        _ model: PortfolioModel, limits: SolveLimits, from start: [Bool]?
    ) throws -> SolvedPortfolio {
        try session.withLock { session throws in
            let working = session ?? HighsSession(library)
            session = working
            return try working.solve(model, limits: limits, from: start, isFresh: true)
        }
    }

    /// The answers that `SolverPool` gives, found in this process.
    ///
    /// - Parameters:
    ///   - progress: told how many are done, of how many.
    ///   - isCancelled: asked after each answer.
    /// - Throws: a `Refusal` where the solver failed or a question is at fault; `CancellationError`.
    package func solve(
        _ questions: [SolveQuestion], limits: SolveLimits,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, isCancelled: () -> Bool = { false }
    ) throws -> [SolvedPortfolio] {
        var answers: [SolvedPortfolio] = []
        for piece in SolverPool.pieces(of: questions) {
            if isCancelled() { throw CancellationError() }
            try solve(Array(questions[piece]), limits: limits) { _, answer in
                answers.append(answer)
                progress(answers.count, questions.count)
                if isCancelled() { throw CancellationError() }
            }
        }
        return answers
    }

    /// The answers of questions that follow one another, each told as it is found.
    ///
    /// An answer may use those before it, so questions with less and less room are answered soonest.
    ///
    /// - Parameter each: the question's position and its answer.
    package func solve(
        _ questions: [SolveQuestion], limits: SolveLimits, each: (Int, SolvedPortfolio) throws -> Void
    ) throws {
        try session.withLock { session throws in
            let working = session ?? HighsSession(library)
            session = working
            for (place, question) in questions.enumerated() {
                let model = try question.model()
                let answer = try working.solve(
                    model, limits: limits, from: question.start, isFresh: place == 0)
                try each(place, answer)
            }
        }
    }
}
