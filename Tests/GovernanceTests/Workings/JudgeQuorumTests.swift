import Governance
import TestSupport
import Testing
import Vocabulary

struct JudgeQuorumTests {
    private typealias Sample = CommitteeSample

    private func judged(_ rule: QuorumRule, _ lines: String...) throws -> JudgeQuorum.Answer {
        try JudgeQuorum.judge(.init(rule: rule, seats: lines.map { Sample.seat($0) }))
    }

    /// PMC5695513, table 3, committee 1.
    @Test func `three members without a lay member or one of the three chiefs are no quorum of the first committee`()
        throws
    {
        let rule = Sample.Published.first
        #expect(try judged(rule, "a lay", "b cfo", "c gp").isMet)
        #expect(try judged(rule, "a lay", "b gp", "c chief-of-service-delivery").isMet)
        #expect(try judged(rule, "a lay", "b cfo").missing == ["one more member"])
        #expect(try judged(rule, "a gp", "b cfo", "c gp").missing == ["one more lay member"])
        #expect(try judged(rule, "a lay", "b gp", "c gp").missing == ["one more chief officer"])
        let words = try judged(rule, "a lay", "b gp", "c gp").inWords
        #expect(words == "not quorate: one more chief officer is needed")
        let json = try judged(rule, "a lay", "b gp", "c gp").json
        #expect(json["isMet"] == false && json["missing"] == ["one more chief officer"])
    }

    /// PMC5695513, table 3, committee 2: the quorum that needs members without a vote.
    @Test func `ten people are no quorum of the second committee unless two of them have no vote`() throws {
        let rule = Sample.Published.second
        let nine = [
            "a non-executive", "b non-executive", "c non-executive", "d gp", "e chief-officer", "f chief-officer",
            "g cfo", "h head-of-contracting", "i -",
        ]
        func missing(_ lines: [String]) throws -> [String] {
            try JudgeQuorum.judge(.init(rule: rule, seats: lines.map { Sample.seat($0) })).missing
        }
        #expect(try missing(nine) == ["one more non-voting member"])
        #expect(try missing(nine + ["j lay"]) == ["one more non-voting member"])
        #expect(try missing(nine + ["j lay -"]) == [])
        // The head of contracting, without a vote, fills the one place or the other.
        let shared = nine.map { $0.hasPrefix("h ") ? "h head-of-contracting -" : $0 }
        #expect(try missing(shared) == ["one more non-voting member"])
    }

    /// PMC5695513, table 3, committee 3.
    @Test func `one who is both GP and executive fills one place of the third committee`() throws {
        let rule = Sample.Published.third
        #expect(try judged(rule, "a lay", "b gp", "c executive").isMet)
        #expect(try judged(rule, "a lay", "b gp executive").isMet == false)
        #expect(try judged(rule, "a lay", "b gp executive", "c gp").isMet)
        #expect(try judged(rule, "a lay gp", "b gp executive", "c lay executive").isMet)
    }

    /// PMC5695513, table 3, committee 4.
    @Test func `the fourth committee needs its chair or vice-chair as well`() throws {
        let rule = Sample.Published.fourth
        #expect(try judged(rule, "a lay !", "b nurse", "c cfo", "d gp").isMet)
        #expect(try judged(rule, "a lay", "b nurse", "c cfo", "d gp").missing == ["the chair or the vice-chair"])
        #expect(try judged(rule, "a lay !", "b gp", "c cfo", "d gp ^").isMet == false)
        #expect(try judged(rule, "a lay !", "b nurse", "c cfo").missing == ["one more member"])
    }

    /// The guidance of 2016 to CCGs: a majority of the lay and executive members eligible to vote.
    @Test func `a recused executive is no longer among those of whom more than half must be there`() throws {
        let seats = ["a lay", "b lay", "c executive ?", "d executive ~", "e gp"]
        #expect(try judged(Sample.statutory, "a lay", "b lay", "c executive ?", "d executive ?", "e gp").isMet == false)
        #expect(try JudgeQuorum.judge(.init(rule: Sample.statutory, seats: seats.map { Sample.seat($0) })).isMet)
        let ofMembers = QuorumRule.part(
            numerator: 1, denominator: 2, isMoreThan: true,
            of: .votingRoles([Sample.slug("lay"), Sample.slug("executive")]))
        #expect(try JudgeQuorum.judge(.init(rule: ofMembers, seats: seats.map { Sample.seat($0) })).isMet == false)
    }

    @Test(arguments: [(6, 2), (7, 3), (8, 3), (9, 3), (10, 4), (1, 1)])
    func `one third of the whole is rounded up`(members: Int, needed: Int) throws {
        let rule = QuorumRule.part(numerator: 1, denominator: 3, isMoreThan: false, of: .anybody)
        for there in 0...members {
            let seats = (0..<members).map { Seat(person: Sample.slug("p\($0)"), roles: [], isPresent: $0 < there) }
            #expect(try JudgeQuorum.judge(.init(rule: rule, seats: seats)).isMet == (there >= needed))
        }
    }

    /// Hemel Hempstead, September 2024: nine present of twenty, ten needed, and nothing could be decided.
    @Test func `nine of twenty are not half of them`() throws {
        let rule = QuorumRule.part(numerator: 1, denominator: 2, isMoreThan: false, of: .anybody)
        let seats = (0..<20).map { Seat(person: Sample.slug("p\($0)"), roles: [], isPresent: $0 < 9) }
        let answer = try JudgeQuorum.judge(.init(rule: rule, seats: seats))
        #expect(answer.missing == ["one more member"] && answer.places[0].number == 10)
    }

    @Test func `a deputy counts only while the member is away and not recused`() throws {
        let rule = QuorumRule.atLeast(1, Sample.roles("cfo"))
        #expect(try judged(rule, "a cfo ?", "b cfo >a").isMet)
        #expect(try judged(rule, "a cfo", "b cfo >a").counted == [Sample.slug("a")])
        #expect(try judged(rule, "a cfo ~", "b cfo >a").isMet == false)
        #expect(try judged(rule, "a cfo ? ~", "b cfo >a").isMet == false)
        #expect(try judged(rule, "b cfo >a").isMet == false)
    }

    @Test func `somebody in two seats counts once, and is recused in both`() throws {
        #expect(try judged(.atLeast(2, .anybody), "a gp", "b lay ?", "a lay >b").isMet == false)
        #expect(try judged(.atLeast(1, .anybody), "a gp ~", "b lay ?", "a lay >b").isMet == false)
    }

    @Test func `of several ways the one is told to which least is missing`() throws {
        let rule = QuorumRule.any([
            .atLeast(3, Sample.roles("gp")), .all([.atLeast(1, Sample.roles("gp")), .atLeast(1, Sample.roles("lay"))]),
        ])
        #expect(try judged(rule, "a gp").missing == ["one more lay member"])
    }

    @Test func `the answer does not depend on the order of the seats`() throws {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<300 {
            let question = DrawnQuorum.question(&numbers)
            var other = question
            other.seats.shuffle(using: &numbers)
            #expect(try JudgeQuorum.judge(question) == JudgeQuorum.judge(other), "\(question)")
        }
    }

    @Test func `whoever comes in never loses a quorum of counts`() throws {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<600 {
            let question = DrawnQuorum.question(&numbers)
            guard try JudgeQuorum.judge(question).isMet else { continue }
            for place in question.seats.indices {
                var more = question
                more.seats[place].isPresent = true
                #expect(try JudgeQuorum.judge(more).isMet, "\(more)")
            }
        }
    }

    @Test func `a quorum is found exactly where some assignment of people to places meets it`() throws {
        var numbers = SeededNumbers(seed: 3)
        var met = 0
        for _ in 0..<1_500 {
            let question = DrawnQuorum.question(&numbers)
            let isMet = try JudgeQuorum.judge(question).isMet
            met += isMet ? 1 : 0
            #expect(isMet == DrawnQuorum.isMetByTrying(question), "\(question)")
        }
        #expect((300...1_200).contains(met), "one answer only: \(met)")
    }

    @Test(arguments: [
        (QuorumRule.atLeast(0, .anybody), "quorum-count"), (.all([]), "quorum-empty"), (.any([]), "quorum-empty"),
        (.atLeast(1, .roles([])), "quorum-empty"), (.atLeast(-3, .voting), "quorum-count"),
        (.part(numerator: 1, denominator: 1, isMoreThan: true, of: .anybody), "quorum-part"),
        (.part(numerator: 3, denominator: 2, isMoreThan: false, of: .anybody), "quorum-part"),
        (.part(numerator: 1, denominator: 0, isMoreThan: false, of: .anybody), "quorum-part"),
        (
            .all(Array(repeating: .any([.atLeast(1, .anybody), .atLeast(2, .voting)]), count: 70)),
            "quorum-too-many-ways"
        ),
    ])
    func `a rule that can mean nothing is refused`(rule: QuorumRule, code: String) {
        let refusal = #expect(throws: Refusal.self) { try JudgeQuorum.judge(.init(rule: rule, seats: [])) }
        #expect(refusal?.code == code)
    }
}
