import Methods
import Testing
import Vocabulary

@testable import Priorities

@Suite struct RoundModelTests {
    private func round() -> Round {
        var round = Round(
            id: slug("one"), title: "One", programme: Programme(title: "One"), benefit: .whole, openedAt: Sample.opened)
        round.envelope = Sample.envelope
        round.rules = Sample.rules
        round.options = Sample.options
        return round
    }

    private func refusal(_ round: Round) -> Refusal? {
        do {
            _ = try RoundModel(round, benefits: round.options.map { _ in 1 })
            return nil
        } catch { return error }
    }

    @Test func `a lock counts from the first year that starts when it has ended`() throws {
        let model = try RoundModel(round(), benefits: [1, 1, 1, -1])
        let bounds = zip(model.meanings, model.model.rows).map { ($0, $1.upper) }
        #expect(bounds[0] == (.recurrent(Sample.years[0]), 20_000_000))
        #expect(bounds[1] == (.all(Sample.years[0]), 25_000_000))
        #expect(bounds[2] == (.recurrent(Sample.years[1]), 26_000_000))
        #expect(bounds[4] == (.fullYear(Sample.years[1]), 26_000_000))
    }

    @Test func `a recurrent cost on slippage is a broken rule with its figures`() {
        var round = round()
        round.rules = []
        round.envelope?.locks = []
        round.options[0].costs[0].recurrent = pounds(115_000)
        let broken = round.brokenRules(by: [slug("evening"), slug("varnish")])
        #expect(
            broken == [
                "Recurrent costs of £205,000.00 in 2026/27 are £5,000.00 more than the recurrent money of that year, "
                    + "£200,000.00.",
                "Recurrent costs of £210,000.00 in 2027/28 are £10,000.00 more than the recurrent money of that year, "
                    + "£200,000.00.",
                "Costs of £210,000.00 in 2027/28 are £10,000.00 more than all the money of that year, £200,000.00.",
                "A full year costs £210,000.00, £10,000.00 more than the recurrent money of 2027/28, £200,000.00.",
            ])
    }

    @Test func `money that ends pays for a cost that ends`() {
        #expect(round().brokenRules(by: [slug("helpline"), slug("varnish")]) == [])
    }

    @Test func `a rule between options is broken in words`() {
        let broken = round().brokenRules(by: [slug("evening"), slug("helpline")])
        #expect(
            broken == ["The rule “One way of calling” is broken: 2 of its options go ahead, and at most 1 may."])
        #expect(round().brokenRules(by: [slug("nothing")]) == ["There is no option “nothing” in the round."])
    }

    @Test func `an option without what it requires is broken in words`() {
        var round = round()
        round.options[0].requires = [slug("varnish")]
        #expect(
            round.brokenRules(by: [slug("evening")]) == [
                "“Evening clinics” goes ahead without “Fluoride varnish in schools”, which it requires."
            ])
    }

    @Test func `forced options are broken in words`() {
        var round = round()
        round.rules = [
            PortfolioRule(id: slug("in"), title: "Promised", kind: .forcedIn, options: [slug("varnish")]),
            PortfolioRule(id: slug("out"), title: "Not now", kind: .forcedOut, options: [slug("helpline")]),
        ]
        #expect(
            round.brokenRules(by: [slug("helpline")]) == [
                "“Fluoride varnish in schools” does not go ahead, and the rule “Promised” asks that it does.",
                "“A helpline” goes ahead, and the rule “Not now” asks that it does not.",
            ])
    }

    @Test func `an envelope below what is forced in is refused with names and the amount`() {
        var round = round()
        round.options[1].requires = [slug("evening")]
        round.rules = [PortfolioRule(id: slug("in"), title: "Promised", kind: .forcedIn, options: [slug("varnish")])]
        round.envelope?.locks = []
        round.envelope?.years[1].sources[0].amount = pounds(100_000)
        let refusal = refusal(round)
        #expect(refusal?.code == "envelope-below-forced")
        #expect(
            refusal?.sentence
                == "What is forced in (“Evening clinics”, “Fluoride varnish in schools”) takes £210,000.00 of the "
                + "recurrent money of 2027/28, which is £100,000.00: £40,000.00 too much, even with £70,000.00 that "
                + "disinvestments could free.")
    }

    @Test func `what cannot be added is refused, not trapped`() {
        var round = round()
        round.options[0].costs[0].recurrent = Money(pence: Int.max)
        round.options[0].costs[0].oneOff = Money(pence: 1)
        #expect(refusal(round)?.code == "cost-too-large")
        round.options[0].costs[0].oneOff = .zero
        #expect(refusal(round)?.code == "portfolio-row-too-large")
    }

    @Test func `a rule that lacks what it needs, speaks of nothing known, or forces both ways is refused`() {
        var lacking = round()
        lacking.rules = [PortfolioRule(id: slug("r"), title: "R", kind: .ringFenceMost)]
        #expect(refusal(lacking)?.code == "rule-incomplete")
        lacking.rules = [PortfolioRule(id: slug("r"), title: "R", kind: .optionsMost, options: [slug("x")], number: 1)]
        #expect(refusal(lacking)?.code == "rule-option-unknown")
        lacking.rules = [
            PortfolioRule(id: slug("r"), title: "R", kind: .forcedIn, options: [slug("varnish")]),
            PortfolioRule(id: slug("s"), title: "S", kind: .forcedOut, options: [slug("varnish")]),
        ]
        #expect(refusal(lacking)?.code == "forced-both-ways")
        lacking.envelope = nil
        #expect(refusal(lacking)?.code == "no-envelope")
        var requiring = round()
        requiring.options[0].requires = [slug("x")]
        #expect(refusal(requiring)?.code == "requirement-unknown")
    }

    @Test(arguments: PortfolioRule.Kind.allCases)
    func `each kind of rule asks for what its name says`(kind: PortfolioRule.Kind) throws {
        var round = round()
        round.options[0].tags = [slug("t")]
        round.options[2].tags = [slug("t")]
        round.rules = [
            PortfolioRule(
                id: slug("r"), title: "R", kind: kind,
                options: kind == .prerequisite || kind == .exclusive ? [slug("evening"), slug("varnish")] : [],
                tag: kind == .prerequisite || kind == .exclusive ? nil : slug("t"), limit: pounds(50), number: 2)
        ]
        let isForced = kind == .forcedIn || kind == .forcedOut
        let model = try RoundModel(round, benefits: [1, 1, 1, 1])
        let row = model.model.rows.last
        #expect(model.meanings.contains(.rule(slug("r"))) == !isForced)
        switch kind {
        case .ringFenceMost: #expect((row?.lower, row?.upper) == (nil, 5_000))
        case .ringFenceLeast: #expect((row?.lower, row?.upper) == (5_000, nil))
        case .workforceMost, .optionsMost: #expect((row?.lower, row?.upper) == (nil, 2))
        case .capitalMost: #expect((row?.lower, row?.upper) == (nil, 5_000))
        case .optionsLeast:
            #expect((row?.lower, row?.upper) == (2, nil))
            #expect(row?.terms.map(\.item) == [0, 2])
        case .exclusive: #expect((row?.lower, row?.upper) == (nil, 1))
        case .prerequisite: #expect(row?.terms.map(\.coefficient) == [1, -1])
        case .forcedIn: #expect(model.model.forced == [true, nil, true, nil])
        case .forcedOut: #expect(model.model.forced == [false, nil, false, nil])
        }
    }
}
