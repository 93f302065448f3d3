import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct CostTablesTests {
    @Test func `an entry says what it is of, and a fee that it is one`() {
        let day = Sample.day("2025-11-03")
        let table = CostTables.costs([
            RecordedCost(
                number: 1,
                ContractingCost(
                    on: day, provider: "RX1", rule: "CC05", bundle: Sample.bundle, minutes: 90,
                    amount: Money(pence: 4_500), what: "Looking through")),
            RecordedCost(
                number: 2, ContractingCost(on: day, amount: Money(pence: 10_000), what: "Support unit"),
                withdrawal: .init(on: day, reason: "Entered twice")),
        ])
        #expect(
            table.rows[0] == [
                .count(1), .day(day), .text("Looking through"), .text("RX1"), .text("CC05"), .text("rx1-2025-26-m06"),
                .count(90),
                .money(Money(pence: 4_500)), .absent("stands"), .absent("stands"),
            ])
        #expect(table.rows[1][3] == .absent("not named") && table.rows[1][6] == .absent("a fee"))
        #expect(table.rows[1].suffix(2) == [.day(day), .text("Entered twice")])
    }
}
