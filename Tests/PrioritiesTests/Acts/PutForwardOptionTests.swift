import Priorities
import Testing
import Vocabulary

struct PutForwardOptionTests {
    private func code(_ option: Option, on step: Sample.Step = .options) throws -> String? {
        PrioritiesTests.code(
            PutForwardOption(round: Sample.id, option: option), on: try .sample(upTo: step), at: Sample.after(step))
    }

    /// A fifth option that is sound, with a change.
    private func fifth(_ change: (inout Option) -> Void = { _ in }) -> Option {
        var option = Sample.option(
            "fifth", "A fifth", recurrent: [10_000, 20_000], fullYear: 25_000, people: 100)
        change(&option)
        return option
    }

    @Test(arguments: [Sample.Step.opened, .options, .weightsClosed, .scores])
    func `an option is put forward until the scores close`(step: Sample.Step) throws {
        #expect(try code(fifth(), on: step) == nil)
    }

    @Test func `once the scores have closed it is too late`() throws {
        #expect(try code(fifth(), on: .scoresClosed) == "scores-closed")
        #expect(try code(fifth(), on: .decided) == "decided")
    }

    @Test func `an amendment sets the scores on that option aside, visibly`() throws {
        var amended = Sample.options[1]
        amended.people = 6_500
        let act = PutForwardOption(round: Sample.id, option: amended)
        let round = try Round.sample(upTo: .scores).after(act, at: Sample.after(.scores))
        #expect(round.options.map(\.id) == Sample.options.map(\.id) && round.options[1].people == 6_500)
        #expect(round.scores.values.joined().allSatisfy { $0.option != amended.id })
        #expect(round.setAside.last?.what == "4 members’ scores (12)")
    }

    @Test func `the same option again changes nothing`() throws {
        let before = try Round.sample(upTo: .scores)
        let act = PutForwardOption(round: Sample.id, option: Sample.options[1])
        #expect(try before.after(act, at: Sample.after(.scores)) == before)
    }

    @Test func `a disinvestment always changes a service`() throws {
        let stop = fifth {
            $0.kind = .reduce
            $0.costs = []
            $0.fullYear = pounds(-5)
        }
        let round = try Round.sample(upTo: .options).after(
            PutForwardOption(round: Sample.id, option: stop), at: Sample.after(.options))
        #expect(round.option(slug("fifth"))?.changesService == true)
    }

    @Test func `two options have two names, whatever their capitals`() throws {
        #expect(try code(fifth { $0.title = "a HELPLINE " }) == "option-title-twice")
        #expect(try code(fifth { $0.title = "" }) == "text-missing")
    }

    @Test func `costs lie within the envelope's years, each once`() throws {
        let late = Option.YearCost(year: FinancialYear(startingIn: 2028), recurrent: pounds(1))
        #expect(try code(fifth { $0.costs.append(late) }) == "year-outside-envelope")
        #expect(try code(fifth { $0.costs.append($0.costs[0]) }) == "year-twice")
    }

    @Test(arguments: [Int.max, Int.min, Int.max / 2 + 1])
    func `a cost in pence that overflows is refused, not trapped on`(pence: Int) throws {
        #expect(
            try code(
                fifth {
                    $0.costs[0].recurrent = Money(pence: pence); $0.costs[0].oneOff = Money(pence: pence)
                })
                == "amount-overflow")
        #expect(
            try code(
                fifth {
                    $0.fullYear = Money(pence: pence); $0.capital = Money(pence: pence)
                })
                == "amount-overflow")
    }

    @Test func `benefit per person needs people and a chance, and neither is out of range`() throws {
        #expect(try code(fifth { $0.people = nil }) == "per-person-missing")
        #expect(try code(fifth { $0.successPercent = nil }) == "per-person-missing")
        #expect(try code(fifth { $0.people = -1 }) == "people-negative")
        #expect(try code(fifth { $0.people = 0 }) == nil)
        for chance in [0, 101, -5] { #expect(try code(fifth { $0.successPercent = chance }) == "success-range") }
    }

    @Test func `prerequisites are options that are there, never itself`() throws {
        #expect(try code(fifth { $0.requires = [slug("evening")] }) == nil)
        #expect(try code(fifth { $0.requires = [slug("nowhere")] }) == "requires-unknown")
        #expect(try code(fifth { $0.requires = [slug("fifth")] }) == "requires-itself")
        #expect(try code(fifth { $0.requires = [slug("evening"), slug("evening")] }) == "requires-twice")
    }

    @Test func `a circle of prerequisites is refused with its options in order`() throws {
        var (evening, helpline) = (Sample.options[0], Sample.options[2])
        evening.requires = [slug("varnish")]
        helpline.requires = [slug("evening")]
        var varnish = Sample.options[1]
        varnish.requires = [slug("helpline")]
        let at = Sample.after(.options)
        let round = try Round.sample(upTo: .options)
            .after(PutForwardOption(round: Sample.id, option: evening), at: at)
            .after(PutForwardOption(round: Sample.id, option: helpline), at: at)
        let refused = try #require(refusal(PutForwardOption(round: Sample.id, option: varnish), on: round, at: at))
        #expect(refused.code == "prerequisite-circle")
        #expect(refused.sentence.contains("“evening” requires “varnish” requires “helpline” requires “evening”"))
    }

    @Test func `capital is part of the one-off costs`() throws {
        #expect(try code(fifth { $0.capital = pounds(1) }) == "capital-range")
        #expect(try code(fifth { $0.capital = pounds(-1) }) == "capital-range")
        #expect(
            try code(
                fifth {
                    $0.costs[0].oneOff = pounds(5); $0.capital = pounds(5)
                }) == nil)
    }

    @Test func `an investment does not free money in every year, nor a disinvestment cost in every year`() throws {
        let freeing = fifth {
            $0.costs = $0.costs.map { .init(year: $0.year, recurrent: -$0.recurrent) }
            $0.fullYear = -$0.fullYear
        }
        #expect(try code(freeing) == "kind-mismatch")
        #expect(try code(fifth { $0.kind = .stop }) == "kind-mismatch")
        #expect(
            try code(
                fifth {
                    $0.kind = .changeProvider; $0.costs[1].recurrent = pounds(-1); $0.fullYear = pounds(-1)
                })
                == nil)
    }

    @Test func `the full-year effect is no smaller than the last year's recurrent cost, nor of another sign`() throws {
        #expect(try code(fifth { $0.fullYear = pounds(19_999) }) == "full-year-effect")
        #expect(try code(fifth { $0.fullYear = pounds(-20_000) }) == "full-year-effect")
        #expect(try code(fifth { $0.fullYear = pounds(20_000) }) == nil)
    }

    @Test func `a recurrent cost needs recurrent money in its year`() throws {
        var slippage = Sample.envelope
        for year in slippage.years.indices {
            slippage.years[year].sources = [.init(title: "Recovery", kind: .slippage, amount: pounds(500_000))]
        }
        let at = Sample.after(.panel)
        let round = try Round.sample(upTo: .panel).after(
            SetEnvelope(round: Sample.id, envelope: slippage), at: at)
        let act = PutForwardOption(round: Sample.id, option: fifth())
        let refused = try #require(refusal(act, on: round, at: at))
        #expect(refused.code == "recurrent-without-source" && refused.sentence.contains("2026/27"))
        let freed = try round.after(PutForwardOption(round: Sample.id, option: Sample.options[3]), at: at)
        #expect(PrioritiesTests.code(act, on: freed, at: at) == nil)
        let once = fifth {
            $0.costs = [.init(year: Sample.years[0], recurrent: .zero, oneOff: pounds(30_000))]
            $0.fullYear = .zero
        }
        #expect(PrioritiesTests.code(PutForwardOption(round: Sample.id, option: once), on: round, at: at) == nil)
    }

    @Test func `a recurrent cost stands in every year from its first`() throws {
        let stops = try #require(
            try refusal(
                PutForwardOption(
                    round: Sample.id,
                    option: fifth {
                        $0.costs = [.init(year: Sample.years[0], recurrent: pounds(20_000))]
                        $0.fullYear = pounds(20_000)
                    }), on: .sample(upTo: .options), at: Sample.after(.options)))
        #expect(stops.code == "recurrent-cost-stops" && stops.sentence.contains("none in 2027/28"))
        #expect(
            try code(
                fifth {
                    $0.costs = [.init(year: Sample.years[1], recurrent: pounds(20_000))]
                    $0.fullYear = pounds(20_000)
                }) == nil)
    }

    // MARK: - Contracts freed

    /// Stopping `outreach` saves £35,000 in 2026/27 and £70,000 in 2027/28, from contracts of these amounts.
    private func outreach(_ freed: (contract: String, pounds: Int, from: String)...) -> Option {
        var option = Sample.options[3]
        option.freesContracts = freed.map {
            .init(contract: $0.contract, amount: pounds($0.pounds), from: Day($0.from)!)
        }
        return option
    }

    @Test func `no saving is claimed before its contract can be freed`() throws {
        #expect(try code(outreach(("51", 70_000, "2026-10-01"))) == nil)
        #expect(try code(outreach(("51", 70_000, "2026-10-31"))) == nil)
        let act = PutForwardOption(round: Sample.id, option: outreach(("51", 70_000, "2026-11-01")))
        let refused = try #require(refusal(act, on: try .sample(upTo: .options), at: Sample.after(.options)))
        #expect(refused.code == "saving-before-freed")
        #expect(
            refused.sentence.contains(
                "“outreach” claims to save £35,000.00 in 2026/27, and can save no more than £29,166.67: the contract "
                    + "“51” (£70,000.00 a year) is free from 1 November 2026."))
        #expect(refused.remedy?.contains("a whole year’s saving from 2027/28 on") == true)
        #expect(try code(outreach(("51", 70_000, "2028-04-01"))) == "saving-before-freed")
    }

    @Test func `a saving by other means is not held up by a contract, and one net of a new cost grows with it`() throws
    {
        // Of £70,000 a year, £30,000 comes from a contract and £40,000 from elsewhere.
        #expect(try code(outreach(("51", 30_000, "2027-04-01"))) == nil)
        // £140,000 is freed and half of it paid for something new, so in half of a year half is saved.
        #expect(try code(outreach(("51", 140_000, "2026-10-01"))) == nil)
        #expect(try code(outreach(("51", 140_000, "2027-01-01"))) == "saving-before-freed")
        // Two contracts, of which one is free for the whole of the year.
        #expect(try code(outreach(("51", 35_000, "2026-04-01"), ("52", 35_000, "2027-04-01"))) == nil)
        #expect(try code(outreach(("51", 34_000, "2026-04-01"), ("52", 36_000, "2027-04-01"))) == "saving-before-freed")
    }

    @Test func `a contract that the envelope locks is not freed before its lock ends`() throws {
        let option = outreach(("51", 70_000, "2026-04-01"))
        #expect(try code(option) == nil)
        var envelope = Sample.envelope
        envelope.locks[0].contract = "51"
        let at = Sample.after(.options)
        let act = SetEnvelope(round: Sample.id, envelope: envelope, rules: Sample.rules)
        let round = try Round.sample(upTo: .options)
        let locked = try round.after(act, at: at)
        let put = PutForwardOption(round: Sample.id, option: option)
        #expect(PrioritiesTests.code(put, on: locked, at: at) == "saving-before-freed")
        // Nor is the lock set once such an option has been put forward.
        #expect(PrioritiesTests.code(act, on: try round.after(put, at: at), at: at) == "saving-before-freed")
    }

    @Test func `an amendment sets aside that the option's assessments were seen, and no other's`() throws {
        let at = Sample.after(.assessed)
        let reopened = try Round.sample(upTo: .assessed).after(
            ReopenStage(round: Sample.id, stage: .scores, reason: "A mistake"), at: at)
        #expect(reopened.seen.count == 12)
        var outreach = Sample.options[3]
        outreach.people = 900
        let amended = try reopened.after(PutForwardOption(round: Sample.id, option: outreach), at: at)
        let what = try #require(amended.setAside.last?.what)
        #expect(amended.seen.isEmpty && what.hasSuffix("12 marks that its assessments were seen"))
        var varnish = Sample.options[1]
        varnish.people = 900
        #expect(try reopened.after(PutForwardOption(round: Sample.id, option: varnish), at: at).seen.count == 12)
        let withdrawn = try reopened.after(
            WithdrawOption(round: Sample.id, option: outreach.id, reason: "Another"), at: at)
        #expect(withdrawn.seen.isEmpty)
    }

    @Test func `a file's options are put in order of their prerequisites`() throws {
        var first = fifth()
        first.requires = [slug("helpline"), slug("elsewhere")]
        let ordered = try Option.inOrder([first] + Sample.options)
        #expect(ordered.map(\.id.description) == ["evening", "varnish", "helpline", "fifth", "outreach"])
        first.requires = [slug("fifth")]
        #expect(throws: Refusal.self) { try Option.inOrder([first]) }
    }
}
