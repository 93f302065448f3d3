import Testing
import Vocabulary

@testable import Activity

struct WrittenDayTests {
    private func read(_ text: String, _ order: ActivityDayOrder? = nil) -> WrittenDay {
        var text = text
        return text.withUTF8 { WrittenDay.read($0, order: order) }
    }

    @Test(arguments: [
        "2024-03-31", "2024-03-31 00:00:00.000", "2024-03-31T10:15:00Z", "2024/3/31", "2024/03/31 10:15", "20240331",
        "20240331T1015", "31/03/2024", "31/3/2024 23:59", "3/31/2024", "03/31/2024 3:15:00 PM", "31-03-2024",
        "31.03.2024", "31/03/24", "31-Mar-2024", "31-MAR-24", "31 March 2024", "31Mar2024", "31Mar24", "Mar 31, 2024",
        "March 31 2024", "45382", "45382.75", " 31/03/2024 ",
    ])
    func `a day that has one reading only is read without being told the order`(text: String) {
        #expect(read(text) == .day(Day("2024-03-31")!))
    }

    @Test(arguments: ["03/04/2024", "3-4-2024", "12/11/24", "03/04/2024 00:00"])
    func `a day that has two readings is a problem until the order is said`(text: String) {
        #expect(read(text) == .ambiguous)
        let (first, second) = (read(text, .dayFirst), read(text, .monthFirst))
        #expect(first != second && first != .ambiguous && second != .ambiguous)
    }

    @Test func `the order that is said is kept to`() {
        #expect(read("03/04/2024", .dayFirst) == .day(Day("2024-04-03")!))
        #expect(read("03/04/2024", .monthFirst) == .day(Day("2024-03-04")!))
        #expect(read("3/31/2024", .dayFirst) == .otherOrder)
        #expect(read("31/3/2024", .monthFirst) == .otherOrder)
        #expect(read("04/04/2024") == .day(Day("2024-04-04")!), "both readings are one day")
    }

    @Test(arguments: [
        "TBC", "31/02/2024", "32/13/2024", "2024-02-30", "2020-10 18:39", "59:12.5", "110", "4538", "453821", "31/03",
        "31/Marz/2024", "2024", "31/03/2024x", "1/2/3/4", "N/A", "00/00/0000", "31--03-2024", "123/04/2024", "Mar-24",
    ])
    func `what is no day is not guessed`(text: String) {
        #expect(read(text) == .unreadable)
    }

    @Test func `blanks are blank`() {
        #expect(read("") == .blank && read("  ") == .blank)
    }

    @Test(arguments: Month.names)
    func `every month is known by its name`(name: String) {
        let month = Month.names.firstIndex(of: name)! + 1
        #expect(read("5 \(name) 2024") == .day(Day(year: 2024, month: month, day: 5)!))
        #expect(read("05-\(name.prefix(3).uppercased())-24") == .day(Day(year: 2024, month: month, day: 5)!))
    }
}
