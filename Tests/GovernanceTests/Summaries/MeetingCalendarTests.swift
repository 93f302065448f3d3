import Governance
import Tabular
import Testing
import Vocabulary

private typealias M = MeetingSample

struct MeetingCalendarTests {
    static func lines(_ book: GovernanceBook) -> [String] {
        MeetingCalendar([book.may], in: book)
            .text(stampedAt: M.recorded, domain: "wexbourne.example", hours: 2)
            .components(separated: "\r\n")
    }

    @Test func `an event has its times in UTC, its name and its place`() throws {
        let lines = Self.lines(try M.book().doing([M.plan, M.put]))
        for line in [
            "BEGIN:VCALENDAR", "UID:pccc-2026-05@wexbourne.example", "DTSTAMP:20260630T120000Z",
            "DTSTART:20260512T090000Z", "DTEND:20260512T110000Z", "SUMMARY:Primary care committee",
            "LOCATION:Town hall", "STATUS:CONFIRMED", "DESCRIPTION:1. Dental round", "END:VCALENDAR",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
    }

    /// RFC 5545, 3.1 and 3.3.11.
    @Test func `long lines are folded at 75 octets, and commas, semicolons and backslashes escaped`() throws {
        var plan = M.plan
        plan.place = "Room 4, \"Föhr\"; 2nd floor \\ " + String(repeating: "ö", count: 100)
        let book = try M.book().doing([plan, M.put])
        let lines = Self.lines(book)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        var unfolded = ""
        for line in lines { unfolded += line.hasPrefix(" ") ? String(line.dropFirst()) : "\n" + line }
        #expect(
            unfolded.contains("LOCATION:Room 4\\, \"Föhr\"\\; 2nd floor \\\\ " + String(repeating: "ö", count: 100)))
    }

    @Test func `a cancelled meeting says so`() throws {
        let book = try M.book().doing([M.plan, M.put, CancelMeeting(meeting: M.may, reason: "snow")])
        #expect(Self.lines(book).contains("STATUS:CANCELLED"))
    }
}

extension String {
    /// The pieces between a separator.
    fileprivate func components(separated separator: String) -> [String] {
        var pieces: [String] = []
        var piece: [UInt8] = []
        let bytes = Array(utf8)
        let mark = Array(separator.utf8)
        var place = 0
        while place < bytes.count {
            if place + mark.count <= bytes.count, Array(bytes[place..<(place + mark.count)]) == mark {
                pieces.append(String(decoding: piece, as: UTF8.self))
                piece = []
                place += mark.count
            } else {
                piece.append(bytes[place])
                place += 1
            }
        }
        return pieces
    }
}
