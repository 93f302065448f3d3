import Tabular
import Testing
import Vocabulary

struct PublishedDayTests {
    @Test(arguments: [
        ("20240331", "2024-03-31"), ("2024-03-31", "2024-03-31"), ("31Mar2024", "2024-03-31"),
        ("01JAN2021", "2021-01-01"), ("01-Sep-20", "2020-09-01"), ("1-Sep-2020", "2020-09-01"),
    ]) func `a day is read in each form that can mean one day only`(text: String, day: String) {
        #expect(PublishedDay.read(text) == Day(day))
    }

    @Test(arguments: ["03/04/2024", "20240230", "2024", "", "31Mai2024", "Mar2024", "311Mar2024", "202403311"])
    func `what may mean two days, or none, is no day`(text: String) {
        #expect(PublishedDay.read(text) == nil)
    }
}
