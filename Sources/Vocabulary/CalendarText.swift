/// Lines of a calendar file that any calendar reads.
///
/// - Reference: RFC 5545, sections 3.1 (folding), 3.3.4 and 3.3.5 (days and moments), 3.3.11 (text).
public enum CalendarText {
    /// The file of these lines: each folded, and ended with carriage return and line feed.
    ///
    /// - Parameters:
    ///   - product: what the file is of: `Meetings`.
    ///   - lines: those of its events, not folded.
    public static func file(of product: String, _ lines: [String]) -> String {
        let all =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Remit//\(product)//EN", "CALSCALE:GREGORIAN"] + lines
            + ["END:VCALENDAR"]
        return all.map { folded($0) + "\r\n" }.joined()
    }

    /// `20260512T090000Z`.
    public static func stamp(_ moment: Moment) -> String {
        String(moment.description.filter { $0 != "-" && $0 != ":" })
    }

    /// `20260512`.
    public static func stamp(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

    /// Backslashes, semicolons, commas and ends of lines are written with a backslash.
    public static func escaped(_ text: String) -> String {
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
    public static func folded(_ line: String) -> String {
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
