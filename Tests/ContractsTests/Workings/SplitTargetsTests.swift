import Contracts
import Testing
import Vocabulary

struct SplitTargetsTests {
    static let rules2026 = YearEndRules(
        year: FinancialYear(startingIn: 2026),
        limits: .init(
            threshold: Share(percent: 96), creditLimit: Share(percent: 102), agreedLimit: nil,
            givesBreachNotice: true),
        unscheduledShare: Share(82, of: 1_000))

    @Test func `£10,000 sets aside £820 for unscheduled care`() throws {
        let parts = try #require(
            SplitTargets.split(contracted: Units(1_000), value: Money(pence: 1_000_000), by: Self.rules2026))
        #expect(parts.unscheduled.value == Money(pence: 82_000))
        #expect(parts.unscheduled.contracted == Units(82))
        #expect(parts.rest.value == Money(pence: 918_000))
    }

    @Test(arguments: [1, 7, 99_999, 66_206_982]) func `the two parts are the whole`(pence: Int) throws {
        let parts = try #require(
            SplitTargets.split(
                contracted: Units(hundredths: pence), value: Money(pence: pence), by: Self.rules2026))
        #expect(parts.unscheduled.value + parts.rest.value == Money(pence: pence))
        #expect(parts.unscheduled.contracted + parts.rest.contracted == Units(hundredths: pence))
    }

    @Test func `a year with one target is not split`() {
        #expect(SplitTargets.split(contracted: .zero, value: .zero, by: TestRules.normal()) == nil)
    }
}
