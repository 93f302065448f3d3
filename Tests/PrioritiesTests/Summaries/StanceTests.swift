import Rulebook
import Testing
import Vocabulary

@testable import Priorities

@Suite struct StanceTests {
    @Test(arguments: [
        (0.95, Stance.safeIn), (0.949, .fragile), (0.051, .fragile), (0.05, .safeOut), (0, .safeOut), (1, .safeIn),
    ])
    func `what is safe goes by the limits of the rulebook, the limits themselves being safe`(
        core: Double, stance: Stance
    ) throws {
        let limits = try TrustLimits(.shipped, on: Sample.opened.day)
        let round = DrawnRound.round(seed: 1)
        var option = try DrawnRound.result(round).options[0]
        option.coreIndex = core
        #expect(limits.stance(of: option, in: round) == stance)
    }

    @Test func `a forced option is neither safe nor fragile, and without trials nothing is known`() throws {
        let limits = try TrustLimits(.shipped, on: Sample.opened.day)
        var round = DrawnRound.round(seed: 1)
        var option = try DrawnRound.result(round).options[0]
        option.coreIndex = nil
        #expect(limits.stance(of: option, in: round) == .notKnown)
        round.rules = [PortfolioRule(id: slug("r"), title: "R", kind: .forcedOut, options: [slug("o0")])]
        #expect(limits.stance(of: option, in: round) == .forcedOut)
        round.rules[0].kind = .forcedIn
        #expect(limits.stance(of: option, in: round) == .forcedIn)
        #expect(Set(Stance.allCases.map(\.words)).count == Stance.allCases.count)
    }

    @Test func `without the rules there are no limits`() throws {
        let empty = try Rulebook(rules: [])
        #expect(throws: Refusal.self) { try TrustLimits(empty, on: Sample.opened.day) }
    }
}
