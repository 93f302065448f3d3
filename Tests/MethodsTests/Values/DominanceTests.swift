import Methods
import TestSupport
import Testing

struct DominanceTests {
    /// JMcDM, test/mcdm/testnds.jl (MIT licence): how many others each dominates.
    @Test func `DOM-01: the counts of JMcDM, where more is better and where less is`() {
        let most: [Double] = [1, 2, 3, 2, 1, 3, 1, 3, 2, 4, 5, 6]
        let first = Dominance.dominated(most, options: 4, criteria: 3)
        #expect(first == [[3], [3], [3], []])
        #expect(Dominance.counts(first) == [0, 0, 0, 3])
        let least: [Double] = [1, 2, 3, 4, 2, 4, 6, 8, 4, 8, 12, 16, 8, 16, 24, 32]
        let second = Dominance.dominated(least.map { -$0 }, options: 4, criteria: 4)
        #expect(Dominance.counts(second) == [3, 2, 1, 0])
    }

    @Test func `an option that equals another is not dominated by it`() {
        #expect(Dominance.dominated([1, 2, 1, 2], options: 2, criteria: 2) == [[], []])
    }

    @Test func `what somebody said about weights can rule out an option that nothing dominates`() throws {
        // The second is better only on the second criterion, which matters less.
        let performances: [Double] = [1, 0, 0, 0.9]
        let free = try WeightPolytope(criteria: 2)
        #expect(Dominance.dominated(performances, options: 2, over: free) == [[], []])
        let weights = try #require(Dominance.weightsForFirst(1, performances, options: 2, over: free))
        #expect(weights[1] * 0.9 >= weights[0] - 1e-9)
        let said = try WeightPolytope(criteria: 2, statements: [WeightStatement(.atLeast(0, 1))])
        #expect(Dominance.dominated(performances, options: 2, over: said) == [[], [0]])
        #expect(Dominance.weightsForFirst(1, performances, options: 2, over: said) == nil)
        #expect(Dominance.weightsForFirst(0, performances, options: 2, over: said) != nil)
    }

    @Test(arguments: [UInt64(31), 32])
    func `dominance is dominance under all weights, and never first is never first in any draw`(seed: UInt64)
        throws
    {
        var numbers = SeededNumbers(seed: seed)
        for trial in 0..<20 {
            let (options, criteria) = (6, Int.random(in: 2...4, using: &numbers))
            let performances = (0..<(options * criteria)).map { _ in
                Double(Int.random(in: 0...4, using: &numbers))
            }
            let polytope = try WeightPolytope(criteria: criteria)
            let plain = Dominance.dominated(performances, options: options, criteria: criteria)
            #expect(
                Dominance.dominated(performances, options: options, over: polytope) == plain, "seed \(seed)")
            let draws = polytope.draws(300, from: RandomStream(seed: seed).substream(trial))
            for option in 0..<options
            where Dominance.weightsForFirst(option, performances, options: options, over: polytope) == nil {
                for start in stride(from: 0, to: draws.count, by: criteria) {
                    let values = AdditiveValue.values(
                        of: performances, weights: Array(draws[start..<(start + criteria)]))
                    #expect(AdditiveValue.ranks(values)[option] > 1, "seed \(seed)")
                }
            }
        }
    }
}
