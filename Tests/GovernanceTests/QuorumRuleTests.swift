import Governance
import Rulebook
import Testing
import Vocabulary

struct QuorumRuleTests {
    private typealias Sample = CommitteeSample

    @Test(arguments: [
        (#"{"atLeast":3}"#, QuorumRule.atLeast(3, .anybody)),
        (#"{"atLeast":2,"of":"nonVoting"}"#, .atLeast(2, .nonVoting)),
        (#"{"atLeast":1,"of":{"people":["p1"]}}"#, .atLeast(1, .people([Slug("p1")!]))),
        (
            #"{"atLeast":"1/3","of":"voting"}"#,
            .part(numerator: 1, denominator: 3, isMoreThan: false, of: .voting)
        ),
        (#"{"any":[{"atLeast":1,"of":"officers"}]}"#, .any([.atLeast(1, .officers)])),
    ])
    func `a rule is written as people write it, and read again`(text: String, rule: QuorumRule) throws {
        #expect(JSONValue(encoding: rule).canonical == text)
        #expect(
            try JSONValue(parsing: Array(text.utf8), named: "test").decoded(as: QuorumRule.self, named: "quorum")
                == rule)
    }

    @Test func `the published quorums are the same after writing and reading`() throws {
        for rule in Sample.Published.all + [Sample.statutory] {
            #expect(try JSONValue(encoding: rule).decoded(as: QuorumRule.self, named: "quorum") == rule)
        }
    }

    @Test(arguments: [
        #"{"atLeast":1,"any":[]}"#, #"{"all":[{"atLeast":1}],"of":"voting"}"#, #"{"moreThan":2}"#,
        #"{"atLeast":1,"of":"anyone"}"#, #"{"atLeast":1,"of":{"roles":["a"],"people":["b"]}}"#, "{}",
    ])
    func `a rule that says two things, or nothing, is refused`(text: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8), named: "test")
        #expect(throws: Refusal.self) { try json.decoded(as: QuorumRule.self, named: "quorum") }
    }

    @Test
    func
        `the quorum of the guidance to CCGs is in the Rulebook, unverified, and not in force for integrated care boards`()
        throws
    {
        let id = GovernanceRuleID.primaryCareQuorum
        #expect(try QuorumRule.ruled(by: id, on: Day("2019-04-01")!, in: .shipped) == Sample.statutory)
        #expect(Rulebook.shipped.unverified.contains { $0.id == id })
        let refusal = #expect(throws: Refusal.self) {
            try QuorumRule.ruled(by: id, on: Day("2022-07-01")!, in: .shipped)
        }
        #expect(refusal?.code == "no-rule")
    }
}
