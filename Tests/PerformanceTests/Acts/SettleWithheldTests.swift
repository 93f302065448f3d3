import Tabular
import Testing
import Vocabulary

@testable import Performance

struct SettleWithheldTests {
    private let withheld: [any MatterAct] = [
        Sample.notice, Sample.meeting, Sample.plan, Sample.exception, Sample.withholding(12_000),
    ]
    private let met = MeetMilestone(matter: Sample.id, milestone: Sample.theatre, on: Sample.day("2025-12-01"))

    private func settle(_ settlement: ContractMatter.Settlement, reason: String = "Agreed") -> SettleWithheld {
        SettleWithheld(
            matter: Sample.id, milestone: Sample.theatre, settlement: settlement, reason: reason,
            on: Sample.day("2025-12-02"))
    }

    @Test func `what is released or kept is no longer withheld`() throws {
        for settlement in [ContractMatter.Settlement.released, .retained] {
            let matter = try Sample.matter(withheld + [settle(settlement)])
            #expect(matter.withheld == .zero)
            #expect(matter.withholdings.map(\.settlement) == [settlement])
        }
    }

    @Test func `money for a milestone that was met is not kept, and nothing is settled twice or without a reason`() {
        #expect(Sample.code(withheld + [met, settle(.retained)]) == "milestone-met")
        #expect(Sample.code(withheld + [met, settle(.released)]) == nil)
        #expect(Sample.code(withheld + [settle(.released), settle(.released)]) == "nothing-withheld")
        #expect(Sample.code(withheld + [settle(.released, reason: " ")]) == "no-reason")
    }

    private func repay(_ rate: Int? = 825, on day: String = "2025-12-02") -> SettleWithheld {
        SettleWithheld(
            matter: Sample.id, milestone: Sample.theatre, settlement: .repaid, reason: "It was met in time",
            on: Sample.day(day), rateHundredths: rate)
    }

    @Test func `what was withheld wrongly is repaid with simple interest by days`() throws {
        // £12,000 from 10 November to 2 December: 22 days at 8.25 % of 365 days.
        let matter = try Sample.matter(withheld + [repay()])
        #expect(matter.withheld == .zero)
        #expect(matter.withholdings[0].interest == Money(pence: 5_967) && matter.withholdings[0].rateHundredths == 825)
        #expect(
            matter.steps.last?.words
                == "£12,000.00 repaid for “theatre” with £59.67 of interest at 8.25 % a year: It was met in time")
        let table = MatterTables.withholdings(of: matter)
        #expect(
            table.rows[0].suffix(2) == [.number(8.25, places: 2), .money(Money(pence: 5_967))] && table.notes.count == 1
        )
        #expect(try Sample.matter(withheld + [repay(0)]).withholdings[0].interest == .zero)
    }

    @Test func `what was kept for good may still be repaid, once, and counts in no cap any more`() throws {
        #expect(Sample.code(withheld + [settle(.retained), repay()]) == nil)
        #expect(Sample.code(withheld + [settle(.released), repay()]) == "nothing-withheld")
        #expect(Sample.code(withheld + [repay(), repay()]) == "nothing-withheld")
        let again = withheld + [repay(on: "2025-11-10"), Sample.withholding(20_000)]
        #expect(Sample.code(again) == nil)
    }

    @Test func `a repayment without a rate, a rate beyond bounds, and one where nothing is repaid are refused`() {
        #expect(Sample.code(withheld + [repay(nil)]) == "rate-missing")
        #expect(Sample.code(withheld + [repay(10_001)]) == "rate-out-of-range")
        #expect(Sample.code(withheld + [repay(-1)]) == "rate-out-of-range")
        var released = repay()
        released.settlement = .released
        #expect(Sample.code(withheld + [released]) == "rate-not-due")
    }
}
