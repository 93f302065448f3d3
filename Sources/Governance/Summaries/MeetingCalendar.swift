public import Vocabulary

/// Meetings as a calendar file that any calendar reads.
///
/// Lines are folded at 75 octets without parting a character, and end with carriage return and line feed; text is
/// escaped; times are in UTC.
///
/// - Reference: RFC 5545, sections 3.1 (folding), 3.3.11 (text), 3.6.1 (events).
public struct MeetingCalendar: Sendable {
    private let meetings: [Meeting]
    private let book: GovernanceBook

    public init(_ meetings: [Meeting], in book: GovernanceBook) {
        self.meetings = meetings
        self.book = book
    }

    /// - Parameters:
    ///   - stamp: when the file is made.
    ///   - domain: the end of each event's identifier: `wexbourne.example`.
    ///   - hours: how long a meeting that is not closed is taken to last; closed ones end when they did.
    public func text(stampedAt stamp: Moment, domain: String, hours: Int) -> String {
        var lines: [String] = []
        for meeting in meetings {
            let titles = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
            let end =
                meeting.closedAt
                ?? Moment(secondsSince1970: meeting.startsAt.secondsSince1970 + hours * 3_600)
            let agenda = meeting.agenda.filter { meeting.proceeding($0.id)?.state != .withdrawn }.enumerated()
                .map { "\($0.offset + 1). \($0.element.title)" }
            lines += [
                "BEGIN:VEVENT", "UID:\(meeting.id)@\(domain)", "DTSTAMP:\(CalendarText.stamp(stamp))",
                "DTSTART:\(CalendarText.stamp(meeting.startsAt))", "DTEND:\(CalendarText.stamp(end))",
                "SUMMARY:\(CalendarText.escaped(titles.joined(separator: " and ")))",
                "LOCATION:\(CalendarText.escaped(meeting.place))",
                "STATUS:\(meeting.state == .cancelled ? "CANCELLED" : "CONFIRMED")",
                "CLASS:\(meeting.isPublic ? "PUBLIC" : "PRIVATE")",
            ]
            if !agenda.isEmpty {
                lines.append("DESCRIPTION:\(CalendarText.escaped(agenda.joined(separator: "\n")))")
            }
            lines.append("END:VEVENT")
        }
        return CalendarText.file(of: "Meetings", lines)
    }
}
