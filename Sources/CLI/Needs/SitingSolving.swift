import Foundation
package import Methods
import Solver
import Vocabulary
import Workers

/// Finds the best places for sites with the solver that is installed.
package enum SitingSolving {
    /// The best found within so many seconds, proved or with its gap.
    ///
    /// In a process of its own, so that a crash of the solver ends nothing else; where this program cannot be started
    /// again, in this one.
    /// - Parameter start: a choice to begin from, which is the answer where the time is too short for a better.
    /// - Returns: with the solver's name and version.
    /// - Throws: `Refusal` of kind `engine`: `solver-missing` where none is installed, `solver-failed`.
    package static func solve(
        _ model: PortfolioModel, from start: [Bool], seconds: Double
    ) throws -> (solved: SolvedPortfolio, solver: String) {
        let path = try HighsLibrary.installedPath()
        let library = try HighsLibrary(path: path)
        let name = "HiGHS \(library.version)"
        guard let executable = WorkerDuty.program else {
            return (try PortfolioDocument.solve(model, by: HighsSolver(library), seconds: seconds, from: start), name)
        }
        let pool = SolverPool(executable: executable, workers: 1, library: path)
        let answers = try pool.solve(
            [SolveQuestion(base: model, start: start)], limits: SolveLimits(relativeGap: 0, seconds: seconds))
        return (answers.first ?? .unknown(bound: nil), name)
    }
}
