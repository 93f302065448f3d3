import Methods
import Solver
import TestSupport
import Testing
import Vocabulary

/// Where further sites do most, by the solver: against every choice.
@Suite(.enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"))
struct SitingTests {
    @Test(arguments: SitingQuestion.Aim.allCases)
    func `the solver finds what trying every choice finds`(_ aim: SitingQuestion.Aim) throws {
        var numbers = SeededNumbers(seed: 7_001)
        let solver = try Installed.solver()
        for map in 0..<12 {
            let (sites, areas, further) = (11, 60, Int.random(in: 1...4, using: &numbers))
            func point() -> MapPoint {
                MapPoint(.random(in: 0...30, using: &numbers), .random(in: 0...30, using: &numbers))
            }
            let table = try ReachTable(
                areas: (0..<areas).map { _ in point() }, sites: (0..<sites).map { _ in point() }, system: .plane,
                reach: .same(aim == .covering ? 6 : .infinity))
            let question = try SitingQuestion(
                table, population: (0..<areas).map { _ in Double(Int.random(in: 800...3_000, using: &numbers)) },
                isCandidate: (0..<sites).map { $0 > 1 }, further: further, aim: aim)
            let solved = try solver.solve(
                question.model, limits: SolveLimits(relativeGap: 0, seconds: 60), from: nil)
            let siting = try #require(question.siting(solved))
            #expect(siting.isProved && siting.opened.count <= further, "map \(map)")
            for mask in 0..<(1 << (sites - 2)) where mask.nonzeroBitCount == further {
                let effect = question.effect(of: (2..<sites).filter { mask >> ($0 - 2) & 1 == 1 })
                switch aim {
                case .covering: #expect(effect.within <= siting.after.within, "map \(map)")
                case .distance: #expect(effect.travelled >= siting.after.travelled * (1 - 1e-12), "map \(map)")
                }
            }
        }
    }
}
