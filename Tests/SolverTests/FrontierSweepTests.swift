import Methods
import Solver
import TestSupport
import Testing

@Suite(.enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"))
struct FrontierSweepTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `each point is what the point alone would be, and the value never falls`(_ seed: UInt64) throws {
        let model = try PortfolioModel(.random(seed, items: 13))
        let full = model.rows[0].upper ?? 0
        let budgets = (0..<12).map { (full.magnitude > 0 ? full : 1_000_000) / 11 * $0 }
        let limits = SolveLimits(relativeGap: 0, seconds: 30)
        let sweep = FrontierSweep(base: model, row: 0, greatest: budgets)
        let solver = try Installed.solver()
        let frontier = try sweep.frontier(solver.solve(sweep.questions, limits: limits), relativeGap: 0)
        var before = -Double.infinity
        for (budget, point) in zip(budgets, frontier) {
            var alone = model
            alone.rows[0].upper = budget
            #expect(point.value == alone.exactBySearch().map(alone.value), "seed \(seed), budget \(budget)")
            #expect(point.isProved, "seed \(seed), budget \(budget)")
            if full > 0, let value = point.value {
                #expect(value >= before, "seed \(seed), budget \(budget)")
                before = value
            }
        }
    }
}
