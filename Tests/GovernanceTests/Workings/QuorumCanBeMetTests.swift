import Governance
import TestSupport
import Testing
import Vocabulary

struct QuorumCanBeMetTests {
    private typealias Sample = CommitteeSample

    @Test func `a membership without a GP can never meet a quorum that asks for one`() throws {
        let seats = Sample.seats("a lay ?", "b executive ?", "c nurse ?")
        let answer = try QuorumCanBeMet.judge(Sample.Published.third, seats: seats)
        #expect(!answer.isMet && answer.missing == ["one more GP"])
    }

    @Test func `a deputy who sits as something else can make the quorum in the member’s place`() throws {
        let rule = QuorumRule.all([.atLeast(1, Sample.roles("lay")), .atLeast(1, Sample.roles("gp"))])
        #expect(try QuorumCanBeMet.judge(rule, seats: Sample.seats("a lay", "b nurse", "c gp >b")).isMet)
        #expect(try QuorumCanBeMet.judge(rule, seats: Sample.seats("a lay", "b nurse", "c gp >a")).isMet == false)
    }

    @Test func `the exclusions that alone break a quorum are told, with what is then missing`() throws {
        let seats = Sample.seats("a lay", "b executive", "c gp", "d gp", "e lay")
        let found = try QuorumCanBeMet.indispensable(Sample.Published.third, seats: seats)
        #expect(found.map(\.person) == [Sample.slug("b")])
        #expect(found.first?.missing == ["one more executive member"])
    }

    @Test func `nobody is indispensable to a quorum that is never met`() throws {
        #expect(try QuorumCanBeMet.indispensable(Sample.Published.third, seats: Sample.seats("a lay")).isEmpty)
    }

    @Test func `what can be met at a meeting can be met by its membership`() throws {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<500 {
            let question = DrawnQuorum.question(&numbers)
            guard try JudgeQuorum.judge(question).isMet else { continue }
            #expect(try QuorumCanBeMet.judge(question.rule, seats: question.seats).isMet, "\(question)")
        }
    }
}
