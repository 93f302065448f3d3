import Priorities
import Testing
import Vocabulary

struct DeclareInterestTests {
    private func interest(_ id: String, of member: String, _ options: [String], sharedBy: String? = nil) -> Interest {
        Interest(
            id: slug(id), member: slug(member), kind: .financial, options: options.map { slug($0) },
            sharedClass: sharedBy.map { slug($0) }, nature: "A share in the business")
    }

    private func code(_ interest: Interest, on step: Sample.Step) throws -> String? {
        PrioritiesTests.code(
            DeclareInterest(round: Sample.id, interest: interest), on: try .sample(upTo: step), at: Sample.after(step))
    }

    private func declared(_ interest: Interest, on step: Sample.Step) throws -> Round {
        try Round.sample(upTo: step).after(
            DeclareInterest(round: Sample.id, interest: interest), at: Sample.after(step))
    }

    @Test func `a member is left out of the options an interest touches, and of no other`() throws {
        #expect(try Round.sample(upTo: .options).excluded(slug("m3")) == [slug("evening")])
        #expect(try Round.sample(upTo: .options).excluded(slug("m1")).isEmpty)
    }

    @Test func `an interest that a class shares leaves nobody out until the chair rules`() throws {
        let round = try declared(interest("i2", of: "m3", ["varnish"], sharedBy: "dentists"), on: .scores)
        #expect(round.excluded(slug("m3")) == [slug("evening")])
        #expect(round.unruledInterests.map(\.id) == [slug("i2")] && round.setAside.isEmpty)
    }

    @Test func `declared after scoring, it sets that member's scores on those options aside, visibly`() throws {
        let round = try declared(interest("i2", of: "m4", ["varnish"]), on: .scores)
        #expect(round.scores[slug("m4")]?.count == 9 && round.scores[slug("m1")]?.count == 12)
        #expect(round.setAside.last?.what == "1 member’s scores (3)")
    }

    @Test func `declared after the scores closed, it opens them again with what rests on them`() throws {
        let round = try declared(interest("i2", of: "m4", ["varnish"]), on: .ballotOpen)
        #expect(round.scoresClosedAt == nil && round.result == nil && round.ballot == nil)
        #expect(round.setAside.last?.what.contains("the result") == true)
    }

    @Test(arguments: [Sample.Step.result, .ballotOpen])
    func `declared by somebody who scored nothing there, it still ends the result and the ballot`(
        step: Sample.Step
    ) throws {
        var round = try Round.sample(upTo: step)
        round.scores[slug("m4")] = nil
        let act = DeclareInterest(round: Sample.id, interest: interest("i2", of: "m4", ["varnish"]))
        let after = try round.after(act, at: Sample.after(step))
        #expect(after.ballot == nil && after.result == nil && after.scoresClosedAt != nil)
        #expect(after.setAside.last?.what.hasPrefix("the result aaaa") == true)
    }

    @Test func `an interest in options of which the member is left out already sets nothing aside`() throws {
        let round = try declared(interest("i2", of: "m3", ["evening"]), on: .ballotOpen)
        #expect(round.result != nil && round.ballot != nil && round.setAside.isEmpty)
    }

    @Test func `strangers, blanks, twins and late declarations are refused`() throws {
        #expect(try code(interest("i2", of: "m9", ["varnish"]), on: .options) == "no-such-member")
        #expect(try code(interest("i2", of: "m4", ["nowhere"]), on: .options) == "no-such-option")
        #expect(try code(interest("i2", of: "m4", ["varnish"]), on: .panel) == "no-such-option")
        #expect(try code(interest("i2", of: "m4", []), on: .options) == "interest-touches-nothing")
        #expect(try code(interest("i1", of: "m4", ["varnish"]), on: .options) == "interest-exists")
        #expect(try code(interest("i2", of: "m4", ["varnish", "varnish"]), on: .options) == "option-twice")
        #expect(try code(interest("i2", of: "m4", ["varnish"]), on: .decided) == "decided")
        var blank = interest("i2", of: "m4", ["varnish"])
        blank.nature = ""
        #expect(try code(blank, on: .options) == "text-missing")
    }
}
