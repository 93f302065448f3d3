import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct VerifyResultTests {
    static let round = DrawnRound.round(seed: 8)

    private func report(_ round: Round, _ result: RoundResult) throws -> VerifyResult.Report {
        try VerifyResult.run(round, published: result, solver: nil)
    }

    @Test(arguments: [1, 4, 8])
    func `a result is found to be what its round gives`(seed: Int) throws {
        let round = DrawnRound.round(seed: seed)
        let report = try report(round, try DrawnRound.result(round))
        #expect(report == VerifyResult.Report(findings: [], notes: []))
    }

    @Test func `without a solver the rest is still checked, and the note says what was not`() throws {
        let round = DrawnRound.round(seed: 2, options: SolveRound.mostSearched + 1)
        var result = try DrawnRound.result(round)
        var report = try report(round, result)
        #expect(report.isEqual)
        #expect(report.notes == [VerifyResult.notProvedAgain])
        // A solver told these shares; without one they cannot be told again.
        for place in result.options.indices { result.options[place].coreIndex = 0.5 }
        report = try self.report(round, result)
        #expect(report.isEqual)
        #expect(report.notes == [VerifyResult.notProvedAgain, VerifyResult.sharesAsPublished])
        result.portfolio.benefit += 1
        report = try self.report(round, result)
        #expect(report.findings.map(\.place).contains("portfolio.benefit"))
    }

    /// One thing changed in the published result, and where it must be found.
    static let changes: [(place: String, change: @Sendable (inout RoundResult) -> Void)] = [
        ("options[o2].value", { $0.options[2].value += 1e-9 }),
        ("options[o1].rank", { $0.options[1].rank += 1 }),
        ("options[o0].rankAcceptability[0]", { $0.options[0].rankAcceptability[0] += 0.005 }),
        ("options[o0].coreIndex", { $0.options[0].coreIndex = 0.123 }),
        ("options[o3].benefit", { $0.options[3].benefit *= -1 }),
        ("weights[access].weight", { $0.weights[0].weight += 0.01 }),
        ("weights[health].members[m1].weight", { $0.weights[1].members[0].weight += 0.01 }),
        ("portfolio.benefit", { $0.portfolio.benefit += 1 }),
        ("portfolio.fullYearPence", { $0.portfolio.fullYear += pounds(1) }),
        ("greedyLoss", { $0.greedyLoss = 0.5 }),
        ("years[2026/27].recurrentPence", { $0.years[0].recurrent = .zero }),
        ("agreement.concordance", { $0.agreement.concordance = 1 }),
        ("version", { $0.version += 1 }),
        ("pairwise[0][1]", { $0.pairwise[0][1] = 2 }),
    ]

    @Test(arguments: changes.indices)
    func `one thing changed anywhere is found and named`(number: Int) throws {
        let (place, change) = VerifyResultTests.changes[number]
        var result = try DrawnRound.result(VerifyResultTests.round)
        change(&result)
        let report = try report(VerifyResultTests.round, result)
        #expect(report.findings.map(\.place).contains(place))
    }

    @Test func `a set that breaks a rule is found, with the rule`() throws {
        var result = try DrawnRound.result(VerifyResultTests.round)
        result.portfolio.options = VerifyResultTests.round.options.map(\.id)
        let report = try report(VerifyResultTests.round, result)
        #expect(report.findings.first?.place == "portfolio.options" || report.findings.first?.place == "portfolio")
        #expect(report.findings.first?.what.contains("breaks the money or a rule") == true)
    }

    @Test func `a set that is not the best is found where something can search`() throws {
        var result = try DrawnRound.result(VerifyResultTests.round)
        result.portfolio.options = []
        let found = try report(VerifyResultTests.round, result)
        #expect(found.findings.contains { $0.what.hasPrefix("A better set exists") })
    }

    @Test func `an option that is not in the round is found`() throws {
        var result = try DrawnRound.result(VerifyResultTests.round)
        result.portfolio.options.append(slug("elsewhere"))
        #expect(try report(VerifyResultTests.round, result).findings.first?.published == "elsewhere")
    }

    @Test func `one score changed in the round is found in the result`() throws {
        let result = try DrawnRound.result(VerifyResultTests.round)
        var round = VerifyResultTests.round
        round.scores[slug("m1")]?[0].value += 1
        let report = try report(round, result)
        #expect(report.findings.contains { $0.place == "options[o0].value" })
    }

    @Test func `a round that gives no result is a finding and no crash`() throws {
        let result = try DrawnRound.result(VerifyResultTests.round)
        var round = VerifyResultTests.round
        round.scores = [:]
        #expect(try report(round, result).findings.first?.found == "criterion-unscored")
    }
}
