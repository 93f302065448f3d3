import Contracts
import Testing
import Vocabulary

struct RuleOnContractTests {
    static func act(
        _ type: ContractType?, _ term: ContractRuling.Term, reason: String = "Seen in the agreement."
    ) -> RuleOnContract {
        RuleOnContract(ContractRuling(contract: TestYears.number, type: type, term: term, reason: reason))
    }

    static let before = RuleOnContract.Before(rows: [ClassifyMoneyTests.terms(end: "2029-03-31")])

    @Test func `a ruling says how much money it settles`() throws {
        let after = try TestAct.decide(Self.act(.gds, .notSaid), Self.before)
        #expect(after.settled == Money(pence: 3_600_000))
        #expect(try TestAct.decide(Self.act(.pds, .notSaid), Self.before).settled == .zero)
    }

    @Test func `a PDS agreement may end for good`() throws {
        let after = try TestAct.decide(Self.act(.pds, .ends(Day("2029-03-31")!)), Self.before)
        #expect(after.settled == Money(pence: 3_600_000))
    }

    @Test func `a GDS contract does not end by its terms`() {
        #expect(TestAct.refusal(Self.act(.gds, .ends(Day("2029-03-31")!)), Self.before) == "gds-has-no-end")
    }

    @Test func `an end before the start is refused`() {
        #expect(TestAct.refusal(Self.act(.pds, .ends(Day("2016-03-31")!)), Self.before) == "ends-before-start")
    }

    @Test func `nothing said, no reason and an unknown contract are refused`() {
        #expect(TestAct.refusal(Self.act(nil, .notSaid), Self.before) == "nothing-said")
        #expect(TestAct.refusal(Self.act(.gds, .notSaid, reason: ""), Self.before) == "no-reason")
        #expect(TestAct.refusal(Self.act(.gds, .notSaid), .init(rows: [])) == "unknown-contract")
    }

    @Test func `the journal names the term and the day`() {
        let line = Self.act(.pds, .ends(Day("2029-03-31")!)).journalled
        #expect(line["term"]?["lastDay"] == "2029-03-31")
        #expect(line["contract"] == .text(TestYears.number.description))
    }
}
