import Organisations
import Tabular
import Testing
import Vocabulary

struct BoardFiguresFileTests {
    @Test func `figures are read to the hundredth; a blank, a word, a bad code and a code twice are refused`() throws {
        let text = "code,figure\nQM7,\"1,234.50\"\nQRV,\nQOP,many\nQ-P,1\nQM7,2\n"
        let reading = try BoardFiguresFile.read(Sheet(csv: Array(text.utf8), named: "series.csv"))
        #expect(reading.values.map(\.value.1) == [Units(hundredths: 123_450)])
        #expect(
            reading.problems.map(\.code) == ["blank", "unreadable-amount", "unreadable-code", "duplicate-row"])
        #expect(reading.rowsRead == 5)
    }
}
