import Organisations
import Tabular
import Testing
import Vocabulary

struct ReorganisationTablesTests {
    @Test func `placed figures sum to the figures, and a split says so`() {
        let figures = [
            code("QM7"): Units(hundredths: 10_001), code("QOP"): Units(hundredths: 500),
            code("XYZ"): Units(hundredths: 7),
            code("QH8"): Units(hundredths: 300),
        ]
        let table = ReorganisationTables.placed(figures, in: .shipped, from: day("2024-01-01"), on: day("2026-07-01"))
        let placed = table.rows.map { "\($0[0].shown) \($0[2].shown) \($0[5].shown)" }
        #expect(
            placed == ["QH8 D7T5G 3", "QM7 D7T5G 23.02", "QM7 S1Y5D 76.99", "QOP QOP 5", "XYZ XYZ 0.07"])
        #expect(table.rows[1][6] == .text("a split into 2, by GP practices (derived)"))
        #expect(table.notes[0] == "The figures sum to 108.08, the placed ones to 108.08.")
        #expect(table.notes[1].hasPrefix("1 of 4 codes could not be placed"))
    }

    @Test func `handovers stand with their shares and how many practices there were`() {
        let outcome = DeriveReorganisation.derive(
            before: [code("P1"): code("A"), code("P2"): code("A")],
            after: [code("P1"): code("X"), code("P2"): code("Y")], on: day("2026-04-01"))
        let table = ReorganisationTables.handovers(outcome) { _ in nil }
        #expect(table.rows.map { $0[3].shown } == ["X", "Y"] && table.rows.allSatisfy { $0[7] == .flag(true) })
        #expect(table.notes[1].hasPrefix("2 practices stand in both files; 2 of them"))
    }

    @Test func `joins are counted, and their codes listed one a row`() {
        let join = Join(name: "who", source: "a.csv", looking: ["A", "B", "A", "C"]) { $0 == "A" }
        #expect(ReorganisationTables.joins([join]).rows[0].map(\.shown) == ["who", "a.csv", "3", "1", "2", "B, C"])
        #expect(ReorganisationTables.unmatched([join]).rows.map { $0[2].shown } == ["B", "C"])
    }
}
