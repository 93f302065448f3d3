import Contracts
import Tabular
import Testing
import Vocabulary

struct MoneyTablesTests {
    static func money() throws -> MovableMoney {
        try ClassifyMoney.classify(
            terms: [
                ClassifyMoneyTests.terms(1, other: 500), ClassifyMoneyTests.terms(2, end: "2029-03-31"),
                ClassifyMoneyTests.terms(3, recurring: false, end: "2026-03-31"),
            ], positions: [ClassifyMoneyTests.position(1, delivered: 50)], spendBy: Day("2026-03-31")!,
            on: ClassifyMoneyTests.asked)
    }

    @Test func `the shares end with the programme that they sum to`() throws {
        let table = MoneyTables.shares(try Self.money(), TestTables.context)
        let amounts = table.rows.map { row -> Int in
            if case .money(let amount) = row[3] { amount.pence } else { 0 }
        }
        #expect(amounts.last == amounts.dropLast().reduce(0, +))
        #expect(amounts.last == 3 * 3_600_000 + 500)
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `items list what is movable, or every pound when asked`() throws {
        let money = try Self.money()
        let movable = MoneyTables.items(money, TestTables.context)
        #expect(movable.rows.count == 2)
        #expect(TestTables.cell(movable, 0, "lastDay") == .day(Day("2026-03-31")!))
        #expect(TestTables.cell(movable, 1, "firstDay") == .day(Day("2026-04-01")!))
        #expect(MoneyTables.items(money, isWhole: true, TestTables.context).rows.count == money.items.count)
        #expect(movable.notes.contains { $0.hasPrefix("Gross only") })
    }

    @Test func `the shares of a commissioner are its own`() throws {
        let table = MoneyTables.sharesByPlace(try Self.money(), TestTables.context)
        #expect(table.rows.count == 1)
        #expect(TestTables.cell(table, 0, "recurrentPence") == .money(Money(pence: 3_600_000)))
    }

    @Test func `what to spend says by which day and how many are left`() throws {
        let sum = try SumSpendByTests.sum([SumSpendByTests.projected()], common: 10)
        let table = MoneyTables.spendBy(sum, TestTables.context)
        #expect(table.notes.contains("75 days are left from 15 January 2025."))
        #expect(table.rows.count == 2)
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `candidates for rebasing are said not to be movable`() {
        let candidates = FindRebasingCandidatesTests.candidates([60, 80, 70])
        let table = MoneyTables.rebasing(candidates, earliest: Day("2026-04-01"), TestTables.context)
        #expect(table.notes.contains { $0.contains("not verified") && $0.contains("Nothing here is movable") })
        #expect(TestTables.cell(table, 0, "releasablePence") == .money(Money(pence: 720_000)))
    }
}
