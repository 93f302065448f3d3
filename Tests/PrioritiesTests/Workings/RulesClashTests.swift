import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RulesClashTests {
    private func rule(
        _ id: String, _ kind: PortfolioRule.Kind, _ options: [Int] = [], number: Int? = nil, limit: Money? = nil
    ) -> PortfolioRule {
        PortfolioRule(
            id: slug(id), title: "Rule \(id)", kind: kind, options: options.map { slug("o\($0)") }, limit: limit,
            number: number)
    }

    /// The drawn round with money for everything and these rules.
    private func round(_ rules: [PortfolioRule], seed: Int = 3) -> Round {
        var round = DrawnRound.round(seed: seed)
        for year in round.envelope?.years.indices ?? 0..<0 {
            round.envelope?.years[year].sources[0].amount = pounds(100_000)
        }
        for option in round.options.indices { round.options[option].requires = [] }
        round.rules = rules
        return round
    }

    private func refusal(_ round: Round, solver: (any PortfolioSolver)? = nil) -> Refusal? {
        do {
            _ = try SolveRound.run(round, settings: DrawnRound.settings, solver: solver)
            return nil
        } catch { return error as? Refusal }
    }

    @Test func `the rules that clash are named, and no rule that does not`() throws {
        let clash = try #require(
            refusal(
                round([
                    rule("staff", .workforceMost, number: 1_000_000), rule("two", .optionsLeast, [0, 1], number: 2),
                    rule("either", .exclusive, [0, 1]), rule("promised", .forcedIn, [2]),
                ])))
        #expect(clash.code == "rules-clash" && clash.kind == .rule)
        #expect(
            clash.sentence
                == "No set of options keeps these together: the rule “Rule two” (two); the rule “Rule either” (either)."
        )
    }

    @Test func `a rule that nothing can keep stands alone`() throws {
        let clash = try #require(refusal(round([rule("many", .optionsLeast, number: 40)])))
        #expect(clash.sentence == "No set of options can keep this: the rule “Rule many” (many).")
    }

    @Test func `money that is too little for what a rule asks is named with the amount`() throws {
        var round = round([])
        round.rules = [rule("all", .optionsLeast, number: round.options.count)]
        #expect(refusal(round) == nil)
        for year in round.envelope?.years.indices ?? 0..<0 {
            round.envelope?.years[year].sources[0].amount = pounds(1_000_000)
        }
        round.options[0].costs[1].recurrent = pounds(1_001_000)
        round.options[0].fullYear = pounds(1_001_000)
        let clash = try #require(refusal(round))
        #expect(
            clash.sentence
                == "No set of options keeps these together: the recurrent money of 2027/28, for a full year’s "
                + "effect, £1,000,060.00; the rule “Rule all” (all).")
    }

    @Test func `a prerequisite of an option is named as such`() throws {
        var round = round([rule("in", .forcedIn, [0]), rule("out", .forcedOut, [1])])
        round.options[0].requires = [slug("o1")]
        let clash = try #require(refusal(round))
        #expect(clash.sentence.contains("“o0” requires “o1”"))
        #expect(clash.sentence.contains("(in)") && clash.sentence.contains("(out)"))
    }

    @Test(arguments: 1...12)
    func `what is named clashes, and without any one of its parts does not`(seed: Int) throws {
        var stream = RandomStream(seed: UInt64(900 + seed))
        func some(_ count: Int) -> [Int] {
            var all = Array(0..<7)
            return (0..<count).map { _ in all.remove(at: stream.below(all.count)) }
        }
        let round = round(
            [
                rule("in", .forcedIn, some(2)), rule("one", .exclusive, some(4)),
                rule("least", .optionsLeast, number: 5),
                rule("most", .optionsMost, some(5), number: 2), rule("need", .prerequisite, some(2)),
                rule("few", .optionsMost, number: 3),
            ], seed: seed)
        let questions = try RoundQuestions(round, settings: DrawnRound.settings)
        let model = questions.model.model
        let clash = RulesClash(questions: questions) { asked in
            try asked.map {
                try ExhaustiveSearch().solve(
                    $0.applied(to: model), limits: SolveLimits(relativeGap: 0, seconds: 10), from: nil)
            }
        }
        let named = try round.rules.filter { try clash.refusal().sentence.contains("(\($0.id))") }
        func holds(_ rules: [PortfolioRule]) throws -> Bool {
            let question = clash.question(keeping: Set(rules.map { .rule($0.id) }))
            return question.applied(to: model).exactBySearch() != nil
        }
        #expect(try !holds(named))
        for left in named { #expect(try holds(named.filter { $0.id != left.id })) }
    }

    @Test func `sets of places come in order, each once`() {
        #expect(RulesClash.sets(of: 2, among: 4) == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]])
        #expect(RulesClash.sets(of: 3, among: 12).count == 220)
        #expect(RulesClash.sets(of: 3, among: 2).isEmpty)
    }
}
