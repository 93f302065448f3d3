import Contracts
import Tabular
import Testing
import Vocabulary

struct TermsTablesTests {
    private func held(
        _ lines: [ContractTerms.Line] = [], start: Day? = Day("2006-04-01"), end: Day? = nil, isRecurring: Bool = true,
        flags: [String] = []
    ) -> TermsHeld {
        TermsHeld(
            terms: ContractTerms(
                asOf: Month("2025-06")!, commissioner: TestYears.code, commissionerName: "Wexbourne ICB",
                contract: TestYears.number, providerName: "Bluebell Dental Practice Ltd", isPrison: false, start: start,
                end: end, isRecurring: isRecurring, lines: lines, total: lines.map(\.value).total()), flags: flags)
    }

    private let general = ContractTerms.Line(
        service: .general, value: Money(pence: 3_600_000), units: .uda(Units(1_200)))

    @Test func `a row without an end is open-ended, and one without a start says so`() {
        let table = TermsTables.rows(
            [held(), held(start: nil, end: Day("2026-03-31"), isRecurring: false)], TestTables.context)
        #expect(TestTables.cell(table, 0, "start") == .day(Day("2006-04-01")!))
        #expect(TestTables.cell(table, 0, "end") == .absent("open-ended"))
        #expect(TestTables.cell(table, 0, "isRecurring") == .flag(true))
        #expect(TestTables.cell(table, 1, "start") == .absent("not given"))
        #expect(TestTables.cell(table, 1, "end") == .day(Day("2026-03-31")!))
        #expect(TestTables.cell(table, 1, "isRecurring") == .flag(false))
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `what makes a row unclear is named, and nothing where nothing does`() {
        let table = TermsTables.rows(
            [held([general], flags: ["end-date-past", "total-differs"]), held()], TestTables.context)
        #expect(TestTables.cell(table, 0, "flags") == .text("end-date-past, total-differs"))
        #expect(TestTables.cell(table, 0, "totalPence") == .money(Money(pence: 3_600_000)))
        #expect(TestTables.cell(table, 1, "flags") == .absent("nothing"))
    }

    @Test func `each line of every row has its money, its units and their kind`() {
        let lines: [ContractTerms.Line] = [
            general, .init(service: .orthodontic, value: Money(pence: 100), units: .uoa(Units(5))),
            .init(service: .sedation, value: Money(pence: 200), units: .cot(Units(6))),
            .init(service: .access, value: Money(pence: 300), units: .local(Units(7))),
            .init(service: .domiciliary, value: Money(pence: 400), units: nil),
        ]
        let table = TermsTables.lines([held(lines), held([general], isRecurring: false)], TestTables.context)
        #expect(table.rows.count == 6)
        let kinds = (0..<6).map { TestTables.cell(table, $0, "kind") }
        #expect(
            kinds == [
                .text("UDA"), .text("UOA"), .text("course of treatment"), .text("locally determined"),
                .absent("none"), .text("UDA"),
            ])
        #expect(TestTables.cell(table, 0, "line") == .text("General dental services"))
        #expect(TestTables.cell(table, 1, "units") == .units(Units(5)))
        #expect(TestTables.cell(table, 4, "units") == .absent("none"))
        #expect(TestTables.cell(table, 5, "isRecurring") == .flag(false))
        #expect(TestTables.hasProperKeys(table))
    }

    @Test func `the lines of a row sum to its total`() {
        let row = held([general, .init(service: .sedation, value: Money(pence: 25), units: nil)])
        let values = TermsTables.lines([row], TestTables.context).rows.map { $0[2] }
        let sum = values.compactMap { cell -> Money? in
            guard case .money(let money) = cell else { return nil }
            return money
        }.total()
        #expect(TestTables.cell(TermsTables.rows([row], TestTables.context), 0, "totalPence") == .money(sum))
    }
}
