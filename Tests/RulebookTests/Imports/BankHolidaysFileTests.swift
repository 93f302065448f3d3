import Rulebook
import Testing
import Vocabulary

struct BankHolidaysFileTests {
    @Test func `a holiday has its day, its name and perhaps a note`() throws {
        let text = "date,name,note\n2026-12-28,Boxing Day,Substitute day\n2026-12-25,Christmas Day,\n"
        let holidays = try BankHolidaysFile.read(Array(text.utf8), named: "a.csv")
        #expect(holidays.map(\.note) == ["Substitute day", ""])
        #expect(
            holidays.first == BankHoliday(day: day("2026-12-28"), name: "Boxing Day", note: "Substitute day"))
    }

    @Test(arguments: ["2026-02-30,A,", "2026-12-25,,", ",A,"])
    func `a holiday without a day or a name is refused`(row: String) {
        #expect(throws: Refusal.self) {
            try BankHolidaysFile.read(Array("date,name,note\n\(row)\n".utf8), named: "a.csv")
        }
    }
}
