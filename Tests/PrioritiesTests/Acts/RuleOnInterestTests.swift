import Testing
import Vocabulary

@testable import Priorities

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

    @Test(arguments: [Sample.Step.result, .ballotOpen])
    func `letting a member in ends a result and a ballot that left the member out`(step: Sample.Step) throws {
        let round = try Round.sample(upTo: step).after(rule(excluded: false), at: Sample.after(step))
        #expect(round.ballot == nil && round.result == nil && round.scoresClosedAt != nil)
    }

    @Test func `letting a class's interest pass ends the result, which shows what that did`() throws {
        let at = Sample.after(.result)
        let round = try withClassInterest(upTo: .result)
        #expect(round.result != nil)
        #expect(try round.after(rule("all", excluded: false), at: at).result == nil)
    }

    @Test func `a ruling on some of the options leaves the opposite for the others`() throws {
        let at = Sample.after(.options)
        let interest = Interest(
            id: slug("two"), member: slug("m4"), kind: .financial, options: [slug("varnish"), slug("helpline")],
            nature: "A share")
        let round = try Round.sample(upTo: .options).after(
            DeclareInterest(round: Sample.id, interest: interest), at: at)
        let stays = try round.after(rule("two", excluded: false, ["varnish"]), at: at)
        #expect(stays.excluded(slug("m4")) == [slug("helpline")] && stays.letPass(slug("m4")) == [slug("varnish")])
        let leaves = try round.after(rule("two", excluded: true, ["varnish"]), at: at)
        #expect(leaves.excluded(slug("m4")) == [slug("varnish")] && leaves.letPass(slug("m4")) == [slug("helpline")])
    }

    @Test func `a chair who declared the interest of the same class does not rule on it`() throws {
        let at = Sample.after(.scores)
        let own = Interest(
            id: slug("own"), member: slug("m1"), kind: .financial, sharedClass: slug("dentists"), nature: "Once one")
        let round = try withClassInterest().after(DeclareInterest(round: Sample.id, interest: own), at: at)
        #expect(code(rule("all", excluded: false), on: round, at: at) == "shared-interest")
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
