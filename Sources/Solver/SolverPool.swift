import Foundation
package import Methods
import Vocabulary

/// Answers many questions in processes of their own, so that a crash of the solver ends no more than one.
///
/// Questions go out in pieces that depend on the questions alone, so the answers are the same for any number
/// of workers. A worker that dies, says what is no answer or is silent past the limit is replaced once for
/// each piece; a second failure is a refusal. Workers are started for each batch and gone when it ends.
package struct SolverPool: Sendable {
    package let executable: String
    package let arguments: [String]
    package let workers: Int
    /// The path of the library, handed to the workers as `REMIT_HIGHS`.
    package let library: String
    /// How long a worker may be silent beyond twice the limit of a question.
    package let patience: Double

    /// - Parameter executable: a program that runs `SolverWorker` when it is given `arguments`.
    package init(
        executable: String, arguments: [String] = ["solver-worker"], workers: Int = 2, library: String,
        patience: Double = 10
    ) {
        self.executable = executable
        self.arguments = arguments
        self.workers = Swift.max(1, workers)
        self.library = library
        self.patience = patience
    }

    /// - Parameters:
    ///   - progress: told how many are done, of how many.
    ///   - isCancelled: asked some times a second.
    /// - Returns: one answer for each question, in order.
    /// - Throws: a `Refusal` where the solver failed twice or a question is at fault; `CancellationError`.
    package func solve(
        _ questions: [SolveQuestion], limits: SolveLimits,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }, isCancelled: () -> Bool = { false }
    ) throws -> [SolvedPortfolio] {
        guard FileManager.default.fileExists(atPath: library) else {
            _ = try HighsLibrary(path: library)
            return []
        }
        var run = try PoolRun(self, questions, limits)
        defer { run.endAll() }
        var told = 0
        while run.done < questions.count {
            if isCancelled() { throw CancellationError() }
            try run.step(milliseconds: 50)
            if run.done != told {
                told = run.done
                progress(told, questions.count)
            }
        }
        return run.answers.compactMap(\.self)
    }

    /// Consecutive questions with one base that one worker answers, one after another.
    static func pieces(of questions: [SolveQuestion]) -> [Range<Int>] {
        let size = Swift.min(25, Swift.max(1, (questions.count + 7) / 8))
        var pieces: [Range<Int>] = []
        var first = 0
        for place in questions.indices.dropFirst() {
            if place - first == size || questions[place].base != questions[first].base {
                pieces.append(first..<place)
                first = place
            }
        }
        if first < questions.count { pieces.append(first..<questions.count) }
        return pieces
    }
}
