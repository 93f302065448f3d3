import Contracts
import Testing
import Vocabulary

struct AgreeOverDeliveryTests {
    static func act(_ percent: Int, year: Int = 2023, reason: String = "Agreed by the commissioner.")
        -> AgreeOverDelivery
    {
        AgreeOverDelivery(
            AgreedOverDelivery(
                contract: TestYears.number, year: FinancialYear(startingIn: year), limit: Share(percent: percent),
                settlement: .paid), reason: reason)
    }

    static let before = AgreeOverDelivery.Before(isHeld: true, rules: TestRules.agreed2023)

    @Test func `over-delivery up to the limit of the year may be agreed`() throws {
        #expect(try TestAct.decide(Self.act(110), Self.before).agreement.limit == Share(percent: 110))
    }

    @Test func `the same agreement again is standing, another is not`() throws {
        var before = Self.before
        before.standing = Self.act(110).agreement
        #expect(try TestAct.decide(Self.act(110), before).isStanding)
        #expect(try !TestAct.decide(Self.act(105), before).isStanding)
        #expect(try !TestAct.decide(Self.act(110), Self.before).isStanding)
    }

    @Test func `more than the limit, and less than the target, are refused`() {
        #expect(TestAct.refusal(Self.act(111), Self.before) == "over-delivery-out-of-range")
        #expect(TestAct.refusal(Self.act(99), Self.before) == "over-delivery-out-of-range")
    }

    @Test func `a year without such a rule knows no agreement`() {
        #expect(
            TestAct.refusal(Self.act(105, year: 2024), .init(isHeld: true, rules: TestRules.normal()))
                == "over-delivery-not-in-rules")
        #expect(
            TestAct.refusal(Self.act(105, year: 2021), .init(isHeld: true, rules: TestRules.notJudged(2021)))
                == "year-not-judged")
    }

    @Test func `no reason and an unknown contract are refused`() {
        #expect(TestAct.refusal(Self.act(105, reason: ""), Self.before) == "no-reason")
        #expect(
            TestAct.refusal(Self.act(105), .init(isHeld: false, rules: TestRules.agreed2023))
                == "unknown-contract")
    }
}
