import Rulebook
import Tabular
import Testing
import Vocabulary

@testable import Performance

struct SchemeTablesTests {
    @Test func `the last row is the whole, and a note says what it is made of`() throws {
        let scheme = QualityScheme(
            title: "Local", provider: Sample.provider, year: Sample.year, kind: .local, value: Money(pence: 100_00),
            indicators: [
                .init(
                    id: "Q1", title: "Flu", minimum: IndicatorLevel(tenThousandths: 700_000),
                    maximum: IndicatorLevel(tenThousandths: 900_000), result: IndicatorLevel(tenThousandths: 750_000))
            ])
        let table = SchemeTables.indicators(try SettleScheme.result(of: scheme, under: .shipped))
        #expect(
            table.rows[1].suffix(3) == [
                .money(Money(pence: 100_00)), .money(Money(pence: 25_00)), .money(Money(pence: 75_00)),
            ])
        #expect(table.notes.last == "Earned £25.00 + withheld £75.00 + not yet known £0.00 = £100.00.")
    }
}
