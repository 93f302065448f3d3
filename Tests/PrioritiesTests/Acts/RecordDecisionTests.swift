import Priorities
import Rulebook
import Testing
import Vocabulary

struct RecordDecisionTests {
    private func refused(
        on step: Sample.Step = .ballotClosed, _ change: (inout Round) -> Void = { _ in },
        _ decide: (inout Decision) -> Void = { _ in }
    ) throws -> Refusal? {
        var round = try Round.sample(upTo: step)
        change(&round)
        var decision = Sample.decision
        decision.decidedOn = Sample.day(of: step)
        decide(&decision)
        return refusal(RecordDecision(round: Sample.id, decision: decision.carried), on: round, at: Sample.after(step))
    }

    private func outcome(_ place: Int, _ kind: Decision.Outcome.Kind) -> (inout Decision) -> Void {
        { $0.outcomes[place].outcome = kind }
    }

    @Test func `a decision is recorded with its day and its moment`() throws {
        let round = try Round.sample(upTo: .decided)
        #expect(round.decision == Sample.decision && round.decidedAt == Sample.moment(Sample.Step.decided.rawValue))
        #expect(try refused(on: .decided)?.code == "decided")
    }

    @Test func `it may go against the ranking and the ballot`() throws {
        #expect(
            try refused({ _ in }) {
                $0.outcomes[0].outcome = .notFunded; $0.outcomes[2].outcome = .funded
            } == nil)
    }

    @Test func `money that is not there is not spent, and no rule is broken`() throws {
        let both = try #require(try refused({ _ in }, outcome(2, .funded)))
        #expect(both.code == "rules-broken" && both.sentence.contains("One way of calling"))
        let poor = try #require(
            try refused({ $0.envelope?.years[0].sources[0].amount = pounds(100_000) }))
        #expect(poor.code == "rules-broken" && poor.sentence.contains("2026/27"))
    }

    @Test func `every option has one outcome, each with a reason`() throws {
        #expect(try refused({ _ in }) { $0.outcomes.removeLast() }?.sentence.contains("“outreach”") == true)
        #expect(try refused({ _ in }) { $0.outcomes.append($0.outcomes[0]) }?.code == "option-twice")
        #expect(try refused({ _ in }) { $0.outcomes[0].option = slug("nowhere") }?.code == "no-such-option")
        #expect(try refused({ _ in }) { $0.outcomes[1].reason = " " }?.code == "no-reason")
        #expect(try refused({ _ in }) { $0.body = "" }?.code == "text-missing")
    }

    @Test func `it comes after scores, result and discussion, and not from the future`() throws {
        #expect(try refused(on: .scores)?.code == "scores-open")
        #expect(try refused(on: .scoresClosed)?.code == "no-result")
        #expect(try refused({ _ in }) { $0.decidedOn = Sample.day(30) }?.code == "day-in-future")
        for step in [Sample.Step.scores, .scoresClosed, .assessed] {
            #expect(try refused({ _ in }) { $0.decidedOn = Sample.day(of: step) }?.code == "decided-too-early")
        }
    }

    @Test func `an open ballot is closed first; where the rules ask for a ballot there is one`() throws {
        #expect(try refused(on: .ballotOpen)?.code == "ballot-open")
        #expect(try refused(on: .assessed) == nil)
        let asked = try Rulebook(
            rules: Sample.rulebook.rules.map { rule in
                rule.id != PriorityRuleID.ballotRequired
                    ? rule
                    : Rule(
                        id: rule.id, value: .flag(true), period: rule.period, source: "A test", isVerified: true)
            })
        var decision = Sample.decision
        decision.decidedOn = Sample.day(of: .assessed)
        #expect(throws: Refusal.self) {
            try RecordDecision(round: Sample.id, decision: decision.carried).decide(
                RoundBefore(round: try .sample(upTo: .assessed), rulebook: asked), by: Sample.author,
                at: Sample.after(.assessed))
        }
    }

    @Test func `a class's interest without a ruling holds it up`() throws {
        let refused = try refused {
            $0.interests.append(
                Interest(
                    id: slug("all"), member: slug("m3"), kind: .financial, sharedClass: slug("dentists"), nature: "All")
            )
        }
        #expect(refused?.code == "interest-unruled")
    }

    @Test(arguments: ["equality impact assessment", "quality impact assessment", "record of public involvement"])
    func `a service is not stopped before each document is attached`(what: String) throws {
        let refused = try #require(
            try refused { $0.assessments.removeAll { $0.kind.words == what } })
        #expect(refused.code == "statutory-gate" && refused.sentence.contains("the \(what) for “outreach” is missing"))
        #expect(refused.sentence.ranges(of: "outreach").count == 1)
    }

    @Test func `each missing document is named, and none is asked for what is not done`() throws {
        let refused = try #require(try refused { $0.assessments = [] })
        #expect(refused.sentence.ranges(of: "outreach").count == 3)
        #expect(try self.refused({ $0.assessments = [] }, outcome(3, .deferred)) == nil)
        #expect(try self.refused({ $0.assessments = [] }, outcome(3, .notFunded)) == nil)
    }

    @Test func `an investment that changes a service passes the gate too`() throws {
        let refused = try refused { $0.options[0].changesService = true }
        #expect(refused?.code == "statutory-gate" && refused?.sentence.contains("“evening”") == true)
    }

    @Test func `an investment that takes money out of a contract, or frees more than it costs, passes the gate too`()
        throws
    {
        let freeing = try refused {
            $0.options[0].freesContracts = [
                Option.FreedContract(contract: "100001", amount: pounds(1), from: Sample.years[0].firstDay)
            ]
        }
        #expect(freeing?.code == "statutory-gate" && freeing?.sentence.contains("“evening”") == true)
        #expect(try refused { $0.options[0].fullYear = pounds(-1) }?.code == "statutory-gate")
    }

    @Test func `a document is dated before the decision, not on its day`() throws {
        let day = Sample.day(of: .ballotClosed)
        #expect(try refused { $0.assessments[0].dated = day }?.sentence.contains("not before the decision") == true)
        #expect(try refused { $0.assessments[0].dated = day.adding(days: -1) } == nil)
    }

    @Test func `those who voted have seen each document, and nobody else has to`() throws {
        let unseen = try #require(try refused { $0.seen.removeAll { $0.member == slug("m4") } })
        #expect(unseen.sentence.contains("has not been seen by “m4”"))
        #expect(
            try refused {
                $0.seen.removeAll { $0.member == slug("m4") }
                $0.ballot?.voted.remove(slug("m4"))
            } == nil)
        let late = Sample.moment(Sample.Step.decided.rawValue)
        #expect(try refused { $0.seen[0].at = late }?.code == "statutory-gate")
    }

    @Test func `without a ballot the whole panel has seen them, less those left out of the option`() throws {
        let unseen: (inout Round) -> Void = { $0.seen.removeAll { $0.member == slug("m4") } }
        #expect(try refused(on: .assessed, unseen)?.code == "statutory-gate")
        #expect(
            try refused(on: .assessed) { round in
                unseen(&round)
                round.interests.append(
                    Interest(
                        id: slug("i2"), member: slug("m4"), kind: .indirect, options: [slug("outreach")],
                        nature: "A sister works there"))
            } == nil)
    }

    @Test func `of two versions the one that lacks nothing is enough`() throws {
        #expect(
            try refused { round in
                var later = round.assessments[0]
                later.id = slug("later")
                later.dated = Sample.day(of: .ballotClosed)
                round.assessments.append(later)
            } == nil)
    }
}
