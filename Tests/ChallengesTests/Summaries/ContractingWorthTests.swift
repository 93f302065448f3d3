import Tabular
import Testing
import Vocabulary

@testable import Challenges

struct ContractingWorthTests {
    @Test func `what was agreed stands against what it cost, and what names nobody is shared out to nobody`() throws {
        let costs = [
            ContractingCost(
                on: Sample.day("2025-11-03"), provider: "RX1", rule: "CC05", minutes: 90, amount: Money(pence: 4_000),
                what: "Looking through"),
            ContractingCost(
                on: Sample.day("2025-11-03"), bundle: Sample.bundle, amount: Money(pence: 1_000), what: "Fee"),
            ContractingCost(on: Sample.day("2025-11-03"), amount: Money(pence: 9_000), what: "Training"),
        ]
        let worth = ContractingWorth(of: [try Sample.concludedBundle()], costs: costs)
        #expect(worth.providers.map(\.name) == ["RX1", nil])
        #expect(worth.providers[0].line.net == Money(pence: 3_300) && worth.providers[0].line.minutes == 90)
        #expect(worth.providers[1].line.cost == Money(pence: 9_000))
        #expect(worth.rules.map(\.name) == ["CC01", "CC05", "CC10", "CC25", nil])
        #expect(worth.rules[1].line.net == Money(pence: 3_000) && worth.rules[4].line.cost == Money(pence: 10_000))
        #expect(worth.total.cost == Money(pence: 14_000) && worth.total.agreed == Money(pence: 8_300))
        #expect(worth.tables.map(\.key) == ["worthByProvider", "worthByRule"])
        #expect(worth.tables[1].rows[4][0] == .absent("not named"))
        #expect(worth.tables[1].rows[0][6] == .absent("no cost"))
    }

    @Test func `without costs there is still what was agreed`() throws {
        let worth = ContractingWorth(of: [try Sample.concludedBundle()], costs: [])
        #expect(worth.total.net == Money(pence: 8_300) && worth.credited == .zero)
    }
}
