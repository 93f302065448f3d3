import Methods
package import Priorities
import Publication
import Solver
import Vocabulary
import Workers

/// Works a round out with all that this machine has: solver processes and threads.
package struct RoundSolving: Sendable {
    package var workers: Int
    /// The most seconds for one question.
    package var seconds: Double

    package init(workers: Int = 2, seconds: Double = 60) {
        self.workers = workers
        self.seconds = seconds
    }

    /// Why nothing is proved; nil where the solver is installed.
    package static var withoutSolver: String? {
        do throws(Refusal) {
            _ = try HighsLibrary.installedPath()
            return nil
        } catch {
            return error.description
        }
    }

    /// The result of a round.
    ///
    /// - Parameter progress: a few words on what is being done, and the share of it that is done.
    package func solve(
        _ round: Round, settings: RoundResult.Settings,
        progress: @escaping @Sendable (String, Double) -> Void = { _, _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws -> RoundResult {
        let threads = workers
        let ranked: (SmaaModel, Int) throws -> SmaaResult = { model, draws in
            if isCancelled() { throw RoundSolving.cancelled }
            return SmaaThreads.run(
                model, draws: draws, threads: threads, progress: { progress("ranking", $0) })
        }
        guard let path = try? HighsLibrary.installedPath() else {
            return try SolveRound.run(
                round, settings: settings, solver: nil, smaa: ranked, secondsForEach: seconds,
                progress: { progress("finding the best sets", $0) }, isCancelled: isCancelled)
        }
        let questions = try RoundQuestions(round, settings: settings)
        let library = try HighsLibrary(path: path)
        guard let executable = WorkerDuty.program else {
            return try SolveRound.run(
                round, settings: settings, solver: HighsSolver(library), smaa: ranked, secondsForEach: seconds,
                progress: { progress("finding the best sets", $0) }, isCancelled: isCancelled)
        }
        let pool = SolverPool(executable: executable, workers: workers, library: path)
        do {
            return try SolveRound.run(
                questions, solver: RoundResult.Solver(name: "HiGHS", version: library.version), smaa: ranked
            ) { base, asked in
                try pool.answers(
                    to: asked, of: base, seconds: seconds, progress: { progress("finding the best sets", $0) },
                    isCancelled: isCancelled)
            }
        } catch is CancellationError {
            throw RoundSolving.cancelled
        }
    }

    /// A line on standard error where the solver was wanting.
    static func sayWhatIsNotProved(_ result: RoundResult) {
        guard withoutSolver != nil else { return }
        Printing.warning(
            "engine not installed: run ./do setup engines. "
                + (result.portfolio.isProved
                    ? "With so few options every set was searched, so the recommended one is proved all the same."
                    : "The options are ranked; the recommended set is the list by value for money, and not proved."))
    }

    static let cancelled = Refusal(
        .wanting, code: "cancelled", "The calculation was stopped before it ended; no answer was recorded.")
}
