import Priorities
import Testing
import Vocabulary

struct SetEnvelopeTests {
    private func code(
        _ envelope: Envelope, _ rules: [PortfolioRule] = [], on step: Sample.Step = .opened
    ) throws -> String? {
        PrioritiesTests.code(
            SetEnvelope(round: Sample.id, envelope: envelope, rules: rules), on: try .sample(upTo: step),
            at: Sample.after(step))
    }

    private func rule(
        _ kind: PortfolioRule.Kind, _ options: [String] = [], tag: String? = nil, limit: Int? = nil,
        number: Int? = nil, id: String = "r"
    ) -> PortfolioRule {
        PortfolioRule(
            id: slug(id), title: "A rule", kind: kind, options: options.map { slug($0) }, tag: tag.map { slug($0) },
            limit: limit.map { pounds($0) }, number: number)
    }

    @Test(arguments: [Sample.Step.opened, .options, .anchorsClosed, .scores])
    func `the envelope may be set until the scores close`(step: Sample.Step) throws {
        let round = try Round.sample(upTo: step).after(
            SetEnvelope(round: Sample.id, envelope: Sample.envelope, rules: []), at: Sample.after(step))
        #expect(round.envelope == Sample.envelope && round.rules.isEmpty)
    }

    @Test func `once the scores have closed, or all is decided, it may not`() throws {
        #expect(try code(Sample.envelope, on: .scoresClosed) == "scores-closed")
        #expect(try code(Sample.envelope, on: .decided) == "decided")
    }

    @Test func `years come in order, each once and none left out`() throws {
        #expect(try code(Envelope(years: [])) == "no-years")
        for starts in [[2027, 2026], [2026, 2026], [2026, 2028]] {
            let years = starts.map { Envelope.Year(year: FinancialYear(startingIn: $0), sources: []) }
            #expect(try code(Envelope(years: years)) == "years-order")
        }
    }

    @Test func `a source is not negative and has a title; one of nothing is allowed`() throws {
        var envelope = Sample.envelope
        envelope.years[1].sources[0].amount = Money(pence: -1)
        #expect(try code(envelope) == "amount-negative")
        envelope.years[1].sources[0].amount = .zero
        #expect(try code(envelope) == nil)
        envelope.years[1].sources[0].title = " "
        #expect(try code(envelope) == "text-missing")
    }

    @Test func `a lock holds money and joins within the years`() throws {
        var envelope = Sample.envelope
        envelope.locks[0].amount = .zero
        #expect(try code(envelope) == "lock-amount")
        envelope = Sample.envelope
        envelope.locks[0].until = Sample.years[1].firstDay.adding(days: 1)
        #expect(try code(envelope) == "lock-never-joins")
        envelope.locks = [Sample.envelope.locks[0], Sample.envelope.locks[0]]
        #expect(try code(envelope) == "lock-twice")
    }

    @Test func `money beyond 64 bits is refused, not trapped on`() throws {
        var envelope = Sample.envelope
        envelope.years[0].sources[0].amount = Money(pence: Int.max)
        #expect(try code(envelope) == "amount-overflow")
        envelope = Sample.envelope
        envelope.locks[0].amount = Money(pence: Int.max / 2 + 1)
        #expect(try code(envelope) == "amount-overflow")
    }

    @Test func `a rule has what its kind needs, and nothing else`() throws {
        let faulty = [
            rule(.ringFenceMost), rule(.ringFenceLeast, limit: -1), rule(.capitalMost, number: 1),
            rule(.workforceMost), rule(.optionsLeast, number: -1), rule(.optionsMost, limit: 5),
            rule(.exclusive, ["evening"]), rule(.prerequisite, []), rule(.forcedIn), rule(.forcedOut),
            rule(.ringFenceMost, limit: 5, number: 1), rule(.optionsMost, limit: 5, number: 1),
            rule(.optionsMost, ["evening"], tag: "t", number: 1), rule(.forcedIn, ["evening", "evening"]),
        ]
        for rule in faulty { #expect(try code(Sample.envelope, [rule]) == "rule-shape", "\(rule)") }
        let sound = [
            rule(.ringFenceMost, tag: "t", limit: 5), rule(.optionsLeast, number: 0), rule(.forcedIn, tag: "t"),
            rule(.exclusive, ["evening", "helpline"]), rule(.workforceMost, number: 100),
        ]
        for rule in sound { #expect(try code(Sample.envelope, [rule]) == nil, "\(rule)") }
    }

    @Test func `two rules have two names, and do not force one option both ways`() throws {
        let twins = [rule(.forcedIn, ["evening"]), rule(.forcedIn, ["varnish"])]
        #expect(try code(Sample.envelope, twins) == "rule-twice")
        let opposed = [rule(.forcedIn, ["evening"], id: "a"), rule(.forcedOut, ["evening"], id: "b")]
        #expect(try code(Sample.envelope, opposed) == "rules-contradict")
    }

    @Test func `a rule may name options that are still to come, and none that nobody put forward`() throws {
        let rules = [rule(.forcedOut, ["nowhere"])]
        #expect(try code(Sample.envelope, rules, on: .panel) == nil)
        #expect(try code(Sample.envelope, rules, on: .options) == "rule-unknown-option")
    }

    @Test func `an envelope without a year that options have costs in is refused`() throws {
        let short = Envelope(years: [Sample.envelope.years[0]])
        #expect(try code(short, on: .panel) == nil)
        #expect(try code(short, on: .options) == "year-outside-envelope")
    }

    @Test func `prerequisites among rules and options do not go in a circle`() throws {
        let circle = [
            rule(.prerequisite, ["evening", "varnish"], id: "a"), rule(.prerequisite, ["varnish", "evening"], id: "b"),
        ]
        #expect(try code(Sample.envelope, circle) == "prerequisite-circle")
        #expect(try code(Sample.envelope, [circle[0]], on: .options) == nil)
        var varnish = Sample.options[1]
        varnish.requires = [slug("evening")]
        let at = Sample.after(.options)
        let round = try Round.sample(upTo: .options).after(PutForwardOption(round: Sample.id, option: varnish), at: at)
        let refused = PrioritiesTests.refusal(
            SetEnvelope(round: Sample.id, envelope: Sample.envelope, rules: [circle[0]]), on: round, at: at)
        #expect(refused?.code == "prerequisite-circle")
    }
}
