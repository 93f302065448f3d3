import Tabular
import Testing
import Vocabulary

@testable import Performance

struct MatterTablesTests {
    @Test func `a list says what waits for whom, and what is overdue on the day`() throws {
        let matter = try Sample.matter([Sample.query])
        let table = MatterTables.list([matter], on: Sample.day("2025-09-16"))
        #expect(table.rows[0][6] == .text("both"))
        #expect(table.rows[0][8] == .day(Sample.day("2025-09-15")))
        #expect(table.rows[0][9] == .flag(true))
        #expect(MatterTables.list([matter], on: Sample.day("2025-09-15")).rows[0][9] == .flag(false))
    }

    @Test func `a matter shows its steps, milestones and money`() throws {
        let matter = try Sample.matter([
            Sample.notice, Sample.meeting, Sample.plan, Sample.exception, Sample.withholding(5_000),
        ])
        let tables = MatterTables.all(of: matter)
        #expect(tables.map(\.key) == ["milestones", "withholdings", "steps"])
        #expect(tables.map(\.rows.count) == [2, 1, 5])
    }
}
