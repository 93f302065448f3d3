import Methods
import Solver
import TestSupport
import Testing
import Vocabulary

@Suite(.enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"))
struct HighsSolverTests {
    private let exactly = SolveLimits(relativeGap: 0, seconds: 30)

    @Test(
        .enabled(if: KnapsackCase.areHere, "the published cases are not here"), arguments: KnapsackCase.all)
    func `published optima are found and proved`(_ published: KnapsackCase) throws {
        let (model, optimum) = try published.read()
        let answer = try Installed.solver().solve(model, limits: exactly, from: nil)
        #expect(answer.status == .optimal)
        #expect(abs((answer.value ?? 0) - optimum) < 1e-6)
        if model.names.count <= 20 { #expect(model.exactBySearch().map(model.value) == answer.value) }
        if let greedy = model.greedy(by: model.rows[0].terms.map(\.coefficient)) {
            #expect(model.value(of: greedy) <= optimum + 1e-6)
        }
    }

    @Test func `random models are solved as the plain search solves them`() throws {
        let solver = try Installed.solver()
        for seed in 0..<150 as Range<UInt64> {
            let model = try PortfolioModel(.random(seed, items: 12))
            let answer = try solver.solve(model, limits: exactly, from: nil)
            guard let exact = model.exactBySearch() else {
                #expect(answer.status == .infeasible, "seed \(seed)")
                continue
            }
            let chosen = try #require(answer.chosen, "seed \(seed)")
            #expect(model.broken(by: chosen) == [], "seed \(seed)")
            #expect(answer.value == model.value(of: exact) && answer.isProved, "seed \(seed)")
        }
    }

    @Test func `one more optional item never lowers the optimum`() throws {
        let solver = try Installed.solver()
        for seed in 0..<30 as Range<UInt64> {
            let model = try PortfolioModel(.random(seed, items: 14))
            guard let before = try solver.solve(model, limits: exactly, from: nil).value else { continue }
            var more = model
            more.names.append("one more")
            more.values.append(Double(seed % 7) - 3)
            more.forced.append(nil)
            more.rows[0].terms.append(.init(item: 14, coefficient: 1_234_567))
            let after = try #require(try solver.solve(more, limits: exactly, from: nil).value, "seed \(seed)")
            #expect(after >= before - 1e-9, "seed \(seed)")
        }
    }

    @Test func `a penny too much is too much, among millions of pounds`() throws {
        // Nothing in common, so the solver's own tolerance is larger than a penny.
        let costs = [99_999_999_999_9, 88_888_888_888_9, 77_777_777_777_1, 66_666_666_666_7]
        let limit = costs[0] + costs[1] - 1
        let model = try PortfolioModel(.budget([10, 9, 2, 1], costs, limit))
        let answer = try Installed.solver().solve(model, limits: exactly, from: nil)
        #expect(answer.chosen == model.exactBySearch())
        #expect(answer.chosen == [true, false, true, false])
        var open = model
        open.rows[0].upper = limit + 1
        #expect(try Installed.solver().solve(open, limits: exactly, from: nil).chosen == [true, true, false, false])
    }

    @Test func `the same question has the same answer, whatever was asked before`() throws {
        let first = try PortfolioModel(.random(3, items: 40))
        let second = try PortfolioModel(.random(4, items: 40))
        let solver = try Installed.solver()
        let answers = try [first, second, first, second].map { try solver.solve($0, limits: exactly, from: nil) }
        #expect(answers[0] == answers[2] && answers[1] == answers[3])
        #expect(try Installed.solver().solve(second, limits: exactly, from: nil) == answers[1])
    }

    @Test func `nothing to choose from and nothing left to choose are answered`() throws {
        let solver = try Installed.solver()
        let none = try PortfolioModel(names: [], values: [], rows: [], forced: [])
        #expect(try solver.solve(none, limits: exactly, from: nil).value == 0)
        var fixed = try PortfolioModel(.budget([3, 4], [1, 1], 1))
        fixed.forced = [true, false]
        #expect(try solver.solve(fixed, limits: exactly, from: nil).chosen == [true, false])
        fixed.forced = [true, true]
        #expect(try solver.solve(fixed, limits: exactly, from: nil).status == .infeasible)
        let free = try PortfolioModel(names: ["a", "b"], values: [1, -1], rows: [], forced: [nil, nil])
        #expect(try solver.solve(free, limits: exactly, from: nil).chosen == [true, false])
    }

    @Test func `a limit of no time leaves an answer that says it is not proved`() throws {
        let model = try PortfolioModel(.random(9, items: 120))
        let limits = SolveLimits(relativeGap: 0, seconds: 0)
        let answer = try Installed.solver().solve(model, limits: limits, from: nil)
        if let chosen = answer.chosen { #expect(model.allows(chosen)) }
        #expect(answer.isProved == (answer.gap.map { $0 <= 1e-9 } ?? false))
    }
}

struct HighsLibraryTests {
    @Test func `a library that is not there is a refusal with what to do`() {
        let refusal = #expect(throws: Refusal.self) { try HighsLibrary(path: "/nowhere/libhighs.so") }
        #expect(refusal?.kind == .engine)
        #expect(refusal?.description.contains("/nowhere/libhighs.so") == true)
        #expect(refusal?.description.contains("./do setup engines") == true)
        let set = #expect(throws: Refusal.self) {
            try HighsLibrary.installedPath(environment: ["REMIT_HIGHS": "/nowhere/else.so"])
        }
        #expect(set?.code == "solver-missing")
    }

    @Test func `a file that is no library is a refusal`() {
        let refusal = #expect(throws: Refusal.self) { try HighsLibrary(path: #filePath) }
        #expect(refusal?.code == "solver-unfit")
    }
}
