import Dispatch
import Synchronization

package import Methods

/// Runs a model's blocks on several threads; the result has the same bits as on one.
package struct SmaaThreads {
    /// - Parameters:
    ///   - confidenceDraws: nil: `SmaaModel.confidenceDraws(of:)`.
    ///   - threads: at least 1.
    ///   - progress: told the share that is done, from 0 to 1, on the calling thread.
    package static func run(
        _ model: SmaaModel, draws: Int, confidenceDraws: Int? = nil, threads: Int,
        kernel: SmaaKernel = .best,
        progress: ((Double) -> Void)? = nil
    ) -> SmaaResult {
        precondition(draws > 0 && threads > 0, "a run needs draws and a thread")
        let blocks = SmaaModel.blocks(of: draws)
        var whole = SmaaTally(options: model.options, criteria: model.criteria)
        // A round of blocks is held until it is complete, then added in order: memory does not grow with draws.
        let round = 16 * threads
        for start in stride(from: 0, to: blocks, by: round) {
            let end = min(start + round, blocks)
            for tally in tallies(model, blocks: start..<end, draws: draws, threads: threads, kernel: kernel) {
                whole.add(tally)
            }
            progress?(Double(end) / Double(blocks))
        }
        return model.result(
            of: whole, confidenceDraws: confidenceDraws ?? SmaaModel.confidenceDraws(of: draws), kernel: kernel)
    }

    /// The blocks' tallies in order; each thread takes the next block that none has taken.
    private static func tallies(
        _ model: SmaaModel, blocks: Range<Int>, draws: Int, threads: Int, kernel: SmaaKernel
    ) -> [SmaaTally] {
        let next = Atomic(blocks.lowerBound)
        let done = Mutex([SmaaTally?](repeating: nil, count: blocks.count))
        DispatchQueue.concurrentPerform(iterations: min(threads, blocks.count)) { _ in
            while true {
                let block = next.add(1, ordering: .relaxed).oldValue
                guard block < blocks.upperBound else { return }
                let tally = model.tally(
                    block: block, draws: SmaaModel.draws(in: block, of: draws), kernel: kernel)
                done.withLock { $0[block - blocks.lowerBound] = tally }
            }
        }
        return done.withLock { $0 }.map { $0! }
    }
}
