import Priorities
import Testing
import Vocabulary

struct RuleOnInterestTests {
    private func rule(
        _ interest: String = "i1", excluded: Bool, _ options: [String] = [], by chair: String = "m1",
        reason: String = "It is direct"
    ) -> RuleOnInterest {
        RuleOnInterest(
            round: Sample.id,
            ruling: InterestRuling(
                interest: slug(interest), isExcluded: excluded, options: options.map { slug($0) }, reason: reason),
            chair: slug(chair))
    }

    private func withClassInterest(of member: String = "m3", upTo step: Sample.Step = .scores) throws -> Round {
        try Round.sample(upTo: step).after(
            DeclareInterest(
                round: Sample.id,
                interest: Interest(
                    id: slug("all"), member: slug(member), kind: .financial, sharedClass: slug("dentists"),
                    nature: "Every dentist")), at: Sample.after(step))
    }

    @Test func `a chair may let a member in, and a later ruling takes the place of an earlier`() throws {
        let at = Sample.after(.options)
        let round = try Round.sample(upTo: .options).after(rule(excluded: false), at: at)
        #expect(round.excluded(slug("m3")).isEmpty)
        let again = try round.after(rule(excluded: true), at: at)
        #expect(again.excluded(slug("m3")) == [slug("evening")] && again.rulings.count == 2)
    }

    @Test func `a ruling on a class's interest names the options, and sets the scores on them aside`() throws {
        let at = Sample.after(.scores)
        let round = try withClassInterest().after(rule("all", excluded: true, ["varnish"]), at: at)
        #expect(round.excluded(slug("m3")) == [slug("evening"), slug("varnish")])
        #expect(round.scores[slug("m3")]?.count == 6 && round.setAside.last?.what == "1 member’s scores (3)")
        #expect(round.unruledInterests.isEmpty)
        let none = rule("all", excluded: true)
        #expect(code(none, on: try withClassInterest(), at: at) == "ruling-touches-nothing")
        #expect(code(rule("all", excluded: false), on: try withClassInterest(), at: at) == nil)
    }

    @Test func `letting in somebody who has voted as left out ends the ballot`() throws {
        let round = try Round.sample(upTo: .ballotOpen).after(rule(excluded: false), at: Sample.after(.ballotOpen))
        #expect(round.ballot == nil && round.result != nil)
    }

    @Test func `only a chair without that interest rules, on what was declared, with a reason`() throws {
        let round = try Round.sample(upTo: .options)
        let at = Sample.after(.options)
        #expect(code(rule(excluded: true, by: "m2"), on: round, at: at) == "not-chair")
        #expect(code(rule(excluded: true, by: "m9"), on: round, at: at) == "no-such-member")
        #expect(code(rule("i9", excluded: true), on: round, at: at) == "no-such-interest")
        #expect(code(rule(excluded: true, reason: " "), on: round, at: at) == "no-reason")
        #expect(code(rule(excluded: true, ["nowhere"]), on: round, at: at) == "no-such-option")
        #expect(code(rule(excluded: true, ["evening", "evening"]), on: round, at: at) == "option-twice")
        #expect(code(rule(excluded: true, ["varnish"]), on: round, at: at) == "ruling-beyond-interest")
        #expect(
            code(rule("all", excluded: false), on: try withClassInterest(of: "m1"), at: Sample.after(.scores))
                == "own-interest")
        #expect(code(rule(excluded: true), on: try .sample(upTo: .decided), at: Sample.after(.decided)) == "decided")
    }
}
