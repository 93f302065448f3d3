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
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Remit//Meetings//EN", "CALSCALE:GREGORIAN"]
        for meeting in meetings {
            let titles = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
            let end =
                meeting.closedAt
                ?? Moment(secondsSince1970: meeting.startsAt.secondsSince1970 + hours * 3_600)
            let agenda = meeting.agenda.filter { meeting.proceeding($0.id)?.state != .withdrawn }.enumerated()
                .map { "\($0.offset + 1). \($0.element.title)" }
            lines += [
                "BEGIN:VEVENT", "UID:\(meeting.id)@\(domain)", "DTSTAMP:\(MeetingCalendar.stamp(stamp))",
                "DTSTART:\(MeetingCalendar.stamp(meeting.startsAt))", "DTEND:\(MeetingCalendar.stamp(end))",
                "SUMMARY:\(MeetingCalendar.escaped(titles.joined(separator: " and ")))",
                "LOCATION:\(MeetingCalendar.escaped(meeting.place))",
                "STATUS:\(meeting.state == .cancelled ? "CANCELLED" : "CONFIRMED")",
                "CLASS:\(meeting.isPublic ? "PUBLIC" : "PRIVATE")",
            ]
            if !agenda.isEmpty {
                lines.append("DESCRIPTION:\(MeetingCalendar.escaped(agenda.joined(separator: "\n")))")
            }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map { MeetingCalendar.folded($0) + "\r\n" }.joined()
    }

    /// `20260512T090000Z`.
    static func stamp(_ moment: Moment) -> String {
        String(moment.description.filter { $0 != "-" && $0 != ":" })
    }

    /// Backslashes, semicolons, commas and ends of lines are written with a backslash.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\r": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A line of the file, in pieces of at most 75 octets, each after the first begun with a space.
    static func folded(_ line: String) -> String {
        let most = 75
        var pieces = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > most {
                pieces += "\r\n "
                length = 1
            }
            pieces.unicodeScalars.append(scalar)
            length += size
        }
        return pieces
    }
}
