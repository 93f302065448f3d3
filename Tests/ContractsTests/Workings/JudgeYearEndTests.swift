import Contracts
import Testing
import Vocabulary

/// Rules as they stood in a year, for tests; the numbers are the published ones.
enum TestRules {
    static func normal(_ year: Int = 2024) -> YearEndRules {
        YearEndRules(
            year: FinancialYear(startingIn: year),
            limits: .init(
                threshold: Share(percent: 96), creditLimit: Share(percent: 102), agreedLimit: nil,
                givesBreachNotice: true))
    }

    static let agreed2023 = YearEndRules(
        year: FinancialYear(startingIn: 2023),
        limits: .init(
            threshold: Share(percent: 96), creditLimit: Share(percent: 102), agreedLimit: Share(percent: 110),
            givesBreachNotice: true))

    static let lenient2022 = YearEndRules(
        year: FinancialYear(startingIn: 2022),
        limits: .init(
            threshold: Share(percent: 90), creditLimit: Share(percent: 102), agreedLimit: nil,
            givesBreachNotice: true))

    static func notJudged(_ year: Int) -> YearEndRules {
        YearEndRules(year: FinancialYear(startingIn: year), limits: nil)
    }

    static func midYear(_ year: Int) -> MidYearRules {
        MidYearRules(
            year: FinancialYear(startingIn: year), threshold: Share(percent: 30),
            by: Day(year: year, month: 9, day: 30)!, reviewBy: Day(year: year, month: 10, day: 31)!,
            withholdMultiple: 2)
    }
}

struct JudgeYearEndTests {
    static func judge(
        _ contracted: Units, _ delivered: Units, carriedIn: Units = .zero, value: Money,
        by rules: YearEndRules = TestRules.normal(), agreement: AgreedOverDelivery? = nil
    ) throws -> YearEndOutcome {
        try JudgeYearEnd.judge(
            contracted: contracted, delivered: delivered, carriedIn: carriedIn, value: value, by: rules,
            agreement: agreement)
    }

    /// DENT-01: a published example of two practices worth £600,000 each.
    @Test func `the practice ten thousand UDAs short repays £200,000 and the other nothing`() throws {
        let short = try Self.judge(Units(30_000), Units(20_000), value: Money(pence: 60_000_000))
        let met = try Self.judge(Units(20_000), Units(20_000), value: Money(pence: 60_000_000))
        #expect(short.recovery == Money(pence: 20_000_000))
        #expect(short.breachNotice)
        #expect(met.recovery == .zero)
        #expect(met.band == .met)
    }

    /// DENT-02: the published bands, on 10,000 UDAs at £28.
    @Test(arguments: [
        (9_599, 1_122_800, 0), (9_600, 0, -400), (9_800, 0, -200), (10_000, 0, 0), (10_100, 0, 100),
        (10_200, 0, 200), (10_500, 0, 200),
    ])
    func `each band recovers and carries what the rule says`(delivered: Int, recovery: Int, carried: Int) throws {
        let outcome = try Self.judge(Units(10_000), Units(delivered), value: Money(pence: 28_000_000))
        #expect(outcome.recovery.pence == recovery)
        #expect(outcome.carriedForward == Units(carried))
    }

    @Test(arguments: [
        (959_900, YearEndOutcome.Band.belowThreshold), (959_999, .belowThreshold), (960_000, .shortfallCarried),
        (999_999, .shortfallCarried), (1_000_000, .met), (1_000_001, .creditCarried), (1_020_000, .creditCarried),
        (1_020_100, .excessUnpaid),
    ])
    func `the edges of the bands are exact`(hundredths: Int, band: YearEndOutcome.Band) throws {
        let outcome = try Self.judge(
            Units(10_000), Units(hundredths: hundredths), value: Money(pence: 28_000_000))
        #expect(outcome.band == band)
    }

    @Test func `a shortfall carried in is worked off first`() throws {
        let outcome = try Self.judge(
            Units(10_000), Units(9_800), carriedIn: Units(-400), value: Money(pence: 28_000_000))
        #expect(outcome.adjusted == Units(9_400))
        #expect(outcome.band == .belowThreshold)
        #expect(outcome.recovery == Money(pence: 1_680_000))
    }

    @Test func `recovery never exceeds the value of the line`() throws {
        let outcome = try Self.judge(Units(1_000), .zero, carriedIn: Units(-40), value: Money(pence: 2_800_000))
        #expect(outcome.recovery == Money(pence: 2_800_000))
        #expect(outcome.unrecoveredUnits == Units(40))
    }

    @Test func `2022/23 carries a shortfall of ten per cent and recovers more`() throws {
        let value = Money(pence: 28_000_000)
        #expect(try Self.judge(Units(100), Units(90), value: value, by: TestRules.lenient2022).recovery == .zero)
        let below = try Self.judge(Units(100), Units(hundredths: 8_999), value: value, by: TestRules.lenient2022)
        #expect(below.band == .belowThreshold)
    }

    @Test(arguments: [2020, 2021]) func `the pandemic years are not judged`(year: Int) throws {
        let outcome = try Self.judge(
            Units(100), Units(1), value: Money(pence: 100), by: TestRules.notJudged(year))
        #expect(outcome.band == .notJudged)
        #expect(outcome.recovery == .zero)
        #expect(outcome.carriedForward == .zero)
        #expect(outcome.steps.first?.rule == DentalRuleID.yearEndJudged)
    }

    @Test func `over-delivery that was agreed is paid up to its limit`() throws {
        let agreement = AgreedOverDelivery(
            contract: ContractNumber("1000000001")!, year: FinancialYear(startingIn: 2023),
            limit: Share(percent: 110), settlement: .paid)
        let outcome = try Self.judge(
            Units(10_000), Units(11_500), value: Money(pence: 28_000_000), by: TestRules.agreed2023,
            agreement: agreement)
        #expect(outcome.band == .overDeliveryPaid)
        #expect(outcome.overDeliveryPayment == Money(pence: 2_800_000))
        #expect(outcome.unpaidExcess == Units(500))
        #expect(outcome.carriedForward == .zero)
    }

    @Test func `an agreement in a year without such a rule is refused`() throws {
        let agreement = AgreedOverDelivery(
            contract: ContractNumber("1000000001")!, year: FinancialYear(startingIn: 2024),
            limit: Share(percent: 110), settlement: .carried)
        #expect(throws: Refusal.self) {
            try Self.judge(Units(100), Units(105), value: Money(pence: 100), agreement: agreement)
        }
    }

    @Test func `negative amounts are refused`() {
        #expect(throws: Refusal.self) { try Self.judge(Units(-1), .zero, value: .zero) }
        #expect(throws: Refusal.self) { try Self.judge(.zero, Units(-1), value: .zero) }
        #expect(throws: Refusal.self) { try Self.judge(.zero, .zero, value: Money(pence: -1)) }
    }

    @Test func `a contract without a target is not judged and not divided by`() throws {
        let outcome = try Self.judge(.zero, Units(12), value: Money(pence: 123))
        #expect(outcome.band == .noTarget)
        #expect(outcome.achieved == nil)
    }

    @Test(arguments: [1, 2, 3]) func `no unit is lost between target, carry-forward, excess and recovery`(
        seed: UInt64
    ) throws {
        var random = Lcg(seed: seed)
        let agreement = AgreedOverDelivery(
            contract: ContractNumber("1000000001")!, year: FinancialYear(startingIn: 2023),
            limit: Share(percent: 110), settlement: .paid)
        for _ in 0..<2_000 {
            let contracted = Units(hundredths: Int.random(in: 0...3_000_000, using: &random))
            let delivered = Units(hundredths: Int.random(in: 0...4_000_000, using: &random))
            let carriedIn = Units(hundredths: Int.random(in: -100_000...100_000, using: &random))
            let value = Money(pence: Int.random(in: 0...90_000_000, using: &random))
            let isAgreed = Bool.random(using: &random)
            let outcome = try Self.judge(
                contracted, delivered, carriedIn: carriedIn, value: value, by: TestRules.agreed2023,
                agreement: isAgreed ? agreement : nil)
            let settled =
                outcome.carriedForward + outcome.unpaidExcess + outcome.overDeliveredUnits - outcome.recoveredUnits
                - outcome.unrecoveredUnits
            #expect(outcome.adjusted - contracted == settled, "seed \(seed)")
            #expect(outcome.recovery >= .zero && outcome.recovery <= value, "seed \(seed)")
        }
    }

    @Test(arguments: [11, 12]) func `recovery never rises when more is delivered`(seed: UInt64) throws {
        var random = Lcg(seed: seed)
        for _ in 0..<200 {
            let contracted = Units(Int.random(in: 1...30_000, using: &random))
            let value = Money(pence: Int.random(in: 0...90_000_000, using: &random))
            var last = value
            for percent in 0...110 {
                let delivered = contracted.scaled(by: percent, over: 100)
                let recovery = try Self.judge(contracted, delivered, value: value).recovery
                #expect(recovery <= last, "seed \(seed)")
                last = recovery
            }
        }
    }
}

/// A stream of random numbers from a seed, the same on every machine.
struct Lcg: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
