import Methods
import Testing

@testable import Solver

struct SmaaThreadsTests {
    @Test(arguments: [1, 2, 3], [SmaaKernel.plain, .wide])
    func `a result has the same bits on any number of threads and with either kernel`(
        threads: Int, kernel: SmaaKernel
    ) throws {
        let model = try SmaaModel(
            options: 3, criteria: 2, values: [0.9, 0.2, 0.6, 0.6, 0.3, 0.8],
            spread: .normal([0.1, 0.2, 0.1, 0.1, 0.2, 0.1]), weights: .uniform, seed: 11)
        let alone = model.run(draws: 150_001, confidenceDraws: 1_001, kernel: .plain)
        let shared = SmaaThreads.run(
            model, draws: 150_001, confidenceDraws: 1_001, threads: threads, kernel: kernel)
        #expect(alone == shared)
    }

    @Test func `progress rises to one and is told more than once on a long run`() throws {
        let model = try SmaaModel(
            options: 2, criteria: 1, values: [0.4, 0.5], spread: .none, weights: .uniform, seed: 1)
        var told: [Double] = []
        _ = SmaaThreads.run(model, draws: 200_000, confidenceDraws: 10, threads: 2) { told.append($0) }
        #expect(told.count > 1 && told.last == 1 && told == told.sorted())
    }
}
