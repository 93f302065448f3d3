public import Vocabulary

/// What has a day, as a calendar file that any calendar reads: words and an address, never a title.
public struct NoticeCalendar: Hashable, Sendable {
    private var events: [Event] = []

    private struct Event: Hashable, Sendable {
        let id: String
        let words: String
        let address: String
        let day: Day
        /// From when to when, where there is a time of day.
        var start: Moment?
        var end: Moment?
    }

    /// - Parameter site: how browsers reach it, without a path.
    public init(of notices: [Notice], site: String) {
        for notice in notices {
            guard let due = notice.due else { continue }
            events.append(
                Event(
                    id: "\(notice.account)-\(notice.path)-\(due)", words: notice.deed, address: site + notice.path,
                    day: due))
        }
    }

    /// A meeting to which an account is invited.
    public init(meeting id: Slug, from start: Moment, to end: Moment, address: String) {
        events = [
            Event(
                id: "meeting-\(id)", words: "A meeting", address: address, day: start.inLondon.day, start: start,
                end: end)
        ]
    }

    public var isEmpty: Bool { events.isEmpty }

    /// - Parameters:
    ///   - stamp: when the file is made.
    ///   - domain: the end of each event's identifier: `wexbourne.example`.
    public func text(stampedAt stamp: Moment, domain: String) -> String {
        CalendarText.file(
            of: "Notices",
            events.flatMap { event in
                let id = String(event.id.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" })
                var span = [
                    "DTSTART;VALUE=DATE:\(CalendarText.stamp(event.day))",
                    "DTEND;VALUE=DATE:\(CalendarText.stamp(event.day.adding(days: 1)))",
                ]
                if let start = event.start, let end = event.end {
                    span = ["DTSTART:\(CalendarText.stamp(start))", "DTEND:\(CalendarText.stamp(end))"]
                }
                return ["BEGIN:VEVENT", "UID:\(id)@\(domain)", "DTSTAMP:\(CalendarText.stamp(stamp))"] + span + [
                    "SUMMARY:\(CalendarText.escaped(event.words))", "URL:\(event.address)", "CLASS:PRIVATE",
                    "END:VEVENT",
                ]
            })
    }
}
