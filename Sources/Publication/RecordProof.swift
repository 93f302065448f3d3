import Foundation
package import Methods
package import Priorities
import Solver
package import Vocabulary

/// How optimality is proved again: by which solver, and the answers to the questions asked of it.
package struct RecordProof: Sendable {
    package var solver: RoundResult.Solver
    package var answer: @Sendable (PortfolioModel, [RoundQuestion]) throws -> [SolvedPortfolio]

    package init(
        solver: RoundResult.Solver,
        answer: @escaping @Sendable (PortfolioModel, [RoundQuestion]) throws -> [SolvedPortfolio]
    ) {
        self.solver = solver
        self.answer = answer
    }

    /// The solver that is installed on this machine, in worker processes.
    ///
    /// - Parameters:
    ///   - executable: a program that works when it is given `solver-worker`.
    ///   - seconds: the most for one question.
    /// - Throws: where there is none, or it cannot be opened.
    package static func installed(
        executable: String, workers: Int, seconds: Double
    ) throws(Refusal) -> RecordProof {
        let path = try HighsLibrary.installedPath()
        let library = try HighsLibrary(path: path)
        let pool = SolverPool(executable: executable, workers: workers, library: path)
        return RecordProof(solver: RoundResult.Solver(name: "HiGHS", version: library.version)) { base, asked in
            try pool.answers(to: asked, of: base, seconds: seconds)
        }
    }
}

extension RecordProof? {
    /// The report on an answer; without a proof, all but optimality is checked.
    func report(on result: RoundResult, of round: Round) throws -> VerifyResult.Report {
        let threads = Swift.max(1, ProcessInfo.processInfo.activeProcessorCount)
        return try VerifyResult.run(
            round, published: result, solver: self?.solver,
            smaa: { model, draws in
                SmaaThreads.run(model, draws: draws, threads: threads)
            },
            answer: { model, asked in
                guard let proof = self else { return asked.map { _ in .unknown(bound: nil) } }
                return try proof.answer(model, asked)
            })
    }
}
