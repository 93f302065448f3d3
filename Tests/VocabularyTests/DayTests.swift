import Testing
import Vocabulary

struct DayTests {
    @Test func `every day from 1583 to 2600 survives the way to parts and text and back`() throws {
        let first = try #require(Day(year: 1583, month: 1, day: 1))
        let last = try #require(Day(year: 2600, month: 12, day: 31))
        var previous: (year: Int, month: Int, day: Int)?
        for number in first.number...last.number {
            let day = Day(number: number)
            let parts = day.parts
            if Day(year: parts.year, month: parts.month, day: parts.day) != day {
                Issue.record("lost \(day)")
            }
            if let previous, !(previous < parts) { Issue.record("\(day) is not after the day before") }
            previous = parts
        }
        #expect(Day(first.description) == first && Day(last.description) == last)
    }

    @Test(arguments: [("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1), ("2024-02-29", 19_782)])
    func `a day has its number`(text: String, number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "", "2024-3-31", "2024-03-32", "2023-02-29", "1900-02-29", "2024-06-31", "2024-13-01", "2024-00-10",
        "0000-01-01", "24-03-31", "2024/03/31", "2024-03-31 ", "+024-03-31", "2024-03-31T00", "２０２４-03-31",
    ])
    func `what is no day is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: [
        ("2024-03-29", 5), ("2024-04-01", 1), ("1969-12-28", 7), ("1970-01-01", 4), ("1900-01-01", 1),
    ])
    func `a day knows its weekday`(text: String, weekday: Int) {
        #expect(Day(text)?.weekday == weekday)
    }

    @Test func `weekdays follow one another across 1970`() {
        for number in -1_000...1_000 {
            #expect(Day(number: number + 1).weekday == Day(number: number).weekday % 7 + 1)
        }
    }

    @Test func `days are counted and added`() throws {
        let day = try #require(Day("2024-02-28"))
        #expect(day.adding(days: 2) == Day("2024-03-01"))
        #expect(day.adding(days: 2) - day == 2)
        #expect(day.inWords == "28 February 2024")
        #expect(day.month == Month("2024-02"))
    }

    @Test func `a day of any year can be written down`() {
        #expect(Day(year: 987, month: 6, day: 5)?.description == "0987-06-05")
        #expect(Day(number: 2_932_897).description == "10000-01-01")
        #expect(Day(number: -719_529).description == "-0001-12-31")
    }
}
