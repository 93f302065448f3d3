import Organisations
import Tabular
import TestSupport
import Testing
import Vocabulary

struct PlaceByPracticeTests {
    @Test func `figures of practices are added up under the boards of a file, and those it does not list are said`() {
        let outcome = PlaceByPractice.place(
            [code("P1"): Units(hundredths: 150), code("P2"): Units(hundredths: 50), code("P3"): Units(hundredths: 7)],
            boards: [code("P1"): code("A"), code("P2"): code("A"), code("P9"): code("B")])
        #expect(outcome.placed == [code("A"): Units(hundredths: 200)] && outcome.practices == [code("A"): 2])
        #expect(outcome.unplaced.map(\.practice) == [code("P3")])
        let table = ReorganisationTables.placed(outcome, by: "map.csv") { _ in "Board" }
        #expect(table.rows.count == 1 && table.notes[1].contains("P3") && table.notes[1].contains("2.07"))
    }

    @Test func `a merger shown backwards stays whole, and says that practices can divide it`() throws {
        let directory = try Directory(
            organisations: [board("B", "2020-04-01", "2026-04-01"), board("D", "2026-04-01")],
            handovers: [handover("B", "2026-04-01", ["D": 1])])
        let table = ReorganisationTables.placed(
            [code("D"): Units(hundredths: 100)], in: directory, from: day("2026-07-01"), on: day("2024-01-01"))
        #expect(
            table.rows[0].last
                == .text("it was made of others since, and cannot be divided again; it stays under its own code"))
        #expect(table.notes.last?.contains("--practices-by") == true)
    }
}
