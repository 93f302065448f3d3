import Rulebook
import Testing
import Vocabulary

@testable import Performance

struct SpreadPlanTests {
    private func entry(_ month: Int?, _ line: ActivityLine = Sample.line("A")) -> IndicativePlan.Entry {
        .init(
            line: line, year: Sample.year, month: month, activity: ActivityAmount(tenThousandths: 1_000_003),
            cost: Money(pence: 100_007))
    }

    private func code(_ entries: [IndicativePlan.Entry]) -> String? {
        Sample.code { _ = try SpreadPlan.months(of: IndicativePlan(entries: entries), in: Sample.year, by: .shipped) }
    }

    @Test func `a year is spread by working days and not by twelfths, to the penny`() throws {
        let months = try SpreadPlan.months(of: IndicativePlan(entries: [entry(nil)]), in: Sample.year, by: .shipped)
        #expect(months.map(\.month) == Array(1...12))
        #expect(months.map(\.figures.plannedCost).total() == Money(pence: 100_007))
        #expect(months.reduce(0) { $0 + $1.figures.plannedActivity.tenThousandths } == 1_000_003)
        // April 2025 has 20 working days of 253 (7,905.69 pence), July 23 (9,091.55): April's remainder is among the largest.
        #expect(try WorkingDays.shipped.count(in: Sample.year) == 253)
        #expect(months[0].figures.plannedCost == Money(pence: 7_906))
        #expect(months[3].figures.plannedCost.pence == 9_091)
    }

    @Test func `a month stated twice, or beside its year, is refused`() {
        #expect(code([entry(1), entry(1)]) == "plan-stated-twice")
        #expect(code([entry(1), entry(nil)]) == "plan-stated-twice")
        #expect(code([entry(1), entry(2)]) == nil)
    }

    @Test func `a provider planned at two levels is refused`() {
        let coarse = ActivityLine(provider: "RX1", pointOfDelivery: nil, treatmentFunction: nil, tariff: nil)
        #expect(code([entry(1), entry(1, coarse)]) == "plan-level-mixed")
    }
}
