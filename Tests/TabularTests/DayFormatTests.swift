import Tabular
import Testing
import Vocabulary

/// Days and months as files write them.
struct DayFormatTests {
    @Test(arguments: [
        (DayFormat.dayFirst, "03/04/2024", "2024-04-03"), (.monthFirst, "03/04/2024", "2024-03-04"),
        (.yearFirst, "2024-04-03", "2024-04-03"), (.monthName, "3-Apr-2024", "2024-04-03"),
        (.monthName, "03 April 2024", "2024-04-03"), (.dayFirst, "3.4.2024", "2024-04-03"),
    ])
    func `a day is read in the form that was declared`(format: DayFormat, text: String, day: String) {
        #expect(format.day(text)?.description == day)
    }

    @Test(arguments: ["31/02/2024", "3/4/24", "2024-04-03", "", "1/2", "a/b/2024", "-1/2/2024"])
    func `a day that is not there, or in another form, is none`(text: String) {
        #expect(DayFormat.dayFirst.day(text) == nil)
    }

    @Test(arguments: [
        "202404", "2024-04", "04/2024", "Apr-24", "April 2024", "apr 2024", "30/04/2024",
    ])
    func `a month is read as people write it`(text: String) {
        #expect(DayFormat.dayFirst.month(text)?.description == "2024-04")
    }

    @Test(arguments: ["202413", "2024", "13/2024", "Foo-24", "", "04/24"])
    func `what is no month is none`(text: String) {
        #expect(DayFormat.dayFirst.month(text) == nil)
    }
}
