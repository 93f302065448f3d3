import Testing
import Vocabulary

struct LondonTimeTests {
    /// The days of summer time as the government has published them.
    @Test(arguments: [
        (1996, "03-31", "10-27"), (2000, "03-26", "10-29"), (2002, "03-31", "10-27"), (2019, "03-31", "10-27"),
        (2024, "03-31", "10-27"), (2025, "03-30", "10-26"), (2026, "03-29", "10-25"), (2027, "03-28", "10-31"),
    ])
    func `summer time lasts from 01 00 on the last Sunday of March to 01 00 on the last of October`(
        year: Int, begins: String, ends: String
    ) throws {
        let first = try #require(Moment(text: "\(year)-\(begins)T01:00:00Z"))
        let last = try #require(Moment(text: "\(year)-\(ends)T01:00:00Z"))
        func second(_ moment: Moment, _ by: Int) -> LondonTime {
            Moment(secondsSince1970: moment.secondsSince1970 + by).inLondon
        }
        #expect(second(first, -1).description == "\(year)-\(begins) 00:59 GMT")
        #expect(second(first, 0).description == "\(year)-\(begins) 02:00 BST")
        #expect(second(last, -1).description == "\(year)-\(ends) 01:59 BST")
        #expect(second(last, 0).description == "\(year)-\(ends) 01:00 GMT")
    }

    @Test func `an hour before midnight in UTC is the next day in London in summer`() throws {
        #expect(try #require(Moment(text: "2026-05-12T23:30:00Z")).inLondon.inWords == "13 May 2026, 00:30 BST")
        #expect(try #require(Moment(text: "2026-01-12T23:30:00Z")).inLondon.inWords == "12 January 2026, 23:30 GMT")
    }

    @Test func `a moment before 1996 reads in UTC and says so, and no time of day is taken`() throws {
        #expect(try #require(Moment(text: "1995-07-01T09:00:00Z")).inLondon.description == "1995-07-01 09:00 UTC")
        #expect(LondonTime.moments(on: try #require(Day("1995-07-01")), hour: 10, minute: 0) == [])
        #expect(try refusal("1995-07-01T10:00") == "time-before-1996")
    }

    /// Every 47 minutes and 13 seconds of 1996 to 2045, so that every hour of the clock and of the year comes.
    @Test func `a time that London showed is read back as the moment at which it was shown`() throws {
        let last = try #require(Moment(text: "2046-01-01T00:00:00Z")).secondsSince1970
        var seconds = try #require(Moment(text: "1996-01-01T00:00:00Z")).secondsSince1970
        var twice = 0
        while seconds < last {
            let moment = Moment(secondsSince1970: seconds)
            let shown = moment.inLondon
            let found = LondonTime.moments(
                on: shown.day, hour: shown.hour, minute: shown.minute, second: shown.second)
            guard found.contains(moment), found.count == 1 || shown.hour == 1 else {
                Issue.record("\(moment) reads \(shown), which is read as \(found)")
                return
            }
            twice += found.count - 1
            seconds += 47 * 60 + 13
        }
        #expect(twice > 50)
    }

    private func refusal(_ text: String, on day: Day? = nil) throws -> String {
        let refusal = try #require(throws: Refusal.self) { try Moment(written: text, on: day, as: .input) }
        return refusal.code
    }

    @Test(arguments: [
        ("10:05", "2026-05-12T09:05:00Z"), ("10:05:30", "2026-05-12T09:05:30Z"),
        ("2026-12-01T10:05", "2026-12-01T10:05:00Z"), ("2026-05-13 10:05", "2026-05-13T09:05:00Z"),
        ("2026-05-12T10:05:00Z", "2026-05-12T10:05:00Z"),
    ])
    func `a time without a zone is London's, an instant is what it says`(written: String, instant: String) throws {
        #expect(try Moment(written: written, on: Day("2026-05-12"), as: .usage).description == instant)
    }

    @Test(arguments: [
        "half past", "", "1005", "10:5", "24:00", "10:60", "10:05:60", "2026-02-30T10:00", "2026-05-12T10:05+01:00",
        "١٠:٠٥", "T10:05", "10:05Z",
    ])
    func `what is no time is refused`(written: String) throws {
        #expect(try refusal(written, on: Day("2026-05-12")) == "time-unreadable")
    }

    @Test func `an hour that was left out, or came twice, or a time without a day is refused`() throws {
        #expect(try refusal("2026-03-29T01:30") == "time-left-out")
        #expect(try refusal("2026-10-25T01:30") == "time-twice")
        #expect(try refusal("10:05") == "time-unreadable")
        let refusal = try #require(throws: Refusal.self) { try Moment(written: "2026-10-25T01:30", as: .input) }
        #expect(refusal.remedy?.contains("2026-10-25T00:30:00Z or 2026-10-25T01:30:00Z") == true)
    }
}
