import Notices
import Testing
import Vocabulary

/// What has a day, for a calendar.
struct NoticeCalendarTests {
    private let ada = Slug("a001")!
    private let stamp = Moment(text: "2026-03-02T08:00:00Z")!

    @Test func `a notice with a day is one whole day in the calendar, and one without is not in it`() {
        let calendar = NoticeCalendar(
            of: [
                Notice(account: ada, deed: "Score, then weigh; soon", due: Day("2026-02-28"), path: "/rounds/d/mine"),
                Notice(account: ada, deed: "Read", path: "/home"),
            ], site: "https://remit.example")
        let text = calendar.text(stampedAt: stamp, domain: "wexbourne.example")
        #expect(text.ranges(of: "BEGIN:VEVENT").count == 1)
        #expect(text.contains("DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"))
        #expect(text.contains("SUMMARY:Score\\, then weigh\\; soon\r\n"))
        #expect(text.contains("URL:https://remit.example/rounds/d/mine\r\n"))
        #expect(text.contains("UID:a001--rounds-d-mine-2026-02-28@wexbourne.example\r\n"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test func `a meeting has its hours and no title`() {
        let calendar = NoticeCalendar(
            meeting: Slug("pccc-4")!, from: Moment(text: "2026-03-12T10:00:00Z")!,
            to: Moment(text: "2026-03-12T12:00:00Z")!, address: "https://remit.example/meetings/pccc-4")
        let text = calendar.text(stampedAt: stamp, domain: "wexbourne.example")
        #expect(!calendar.isEmpty && text.contains("DTSTART:20260312T100000Z\r\nDTEND:20260312T120000Z\r\n"))
        #expect(text.contains("SUMMARY:A meeting\r\n") && text.hasSuffix("END:VEVENT\r\nEND:VCALENDAR\r\n"))
    }

    @Test func `nothing with a day is an empty calendar`() {
        #expect(
            NoticeCalendar(of: [Notice(account: ada, deed: "Read", path: "/home")], site: "https://r.example").isEmpty)
    }
}
