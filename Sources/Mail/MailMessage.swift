import Foundation
package import Vocabulary

/// A message to one person: plain text, and a calendar file where there is one.
///
/// One person each: nobody learns from it who else was written to.
package struct MailMessage: Hashable, Sendable {
    package var sender: Mailbox
    package var recipient: Mailbox
    package var subject: String
    package var text: String
    package var calendar: CalendarFile?

    package init(
        from sender: Mailbox, to recipient: Mailbox, subject: String, text: String, calendar: CalendarFile? = nil
    ) {
        (self.sender, self.recipient) = (sender, recipient)
        (self.subject, self.text, self.calendar) = (subject, text, calendar)
    }

    /// A file that calendars read (`.ics`).
    package struct CalendarFile: Hashable, Sendable {
        /// Its short name: `meeting-4` becomes `meeting-4.ics`.
        package var name: Slug
        package var bytes: [UInt8]

        package init(name: Slug, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The message as it goes to a server: RFC 5322 and 2045, ASCII, lines that end with CRLF, of at most 76 characters
    /// but for addresses that are longer themselves.
    ///
    /// - Parameter id: what this message alone has, for its Message-ID.
    package func bytes(id: Slug, at moment: Moment) -> [UInt8] {
        var lines = [
            "Date: \(MailMessage.date(moment))", "From: \(HeaderText.mailbox(sender))",
            "To: \(HeaderText.mailbox(recipient))", "Subject: \(HeaderText.unstructured(subject))",
            "Message-ID: <\(id)@\(sender.address.host)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
        ]
        let text = [
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            QuotedPrintable.text(self.text),
        ]
        guard let calendar else { return MailMessage.bytes(lines + text) }
        lines += [
            "Content-Type: multipart/mixed; boundary=\"\(MailMessage.boundary)\"", "", "--\(MailMessage.boundary)",
        ]
        let file = [
            "--\(MailMessage.boundary)",
            "Content-Type: text/calendar; charset=utf-8;\r\n name=\"\(calendar.name).ics\"",
            "Content-Disposition: attachment;\r\n filename=\"\(calendar.name).ics\"",
            "Content-Transfer-Encoding: base64", "",
            Data(calendar.bytes).base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ]),
            "--\(MailMessage.boundary)--",
        ]
        return MailMessage.bytes(lines + text + file)
    }

    private static func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\r\n") + "\r\n").utf8) }

    /// Can stand in neither part: `=_` occurs in quoted-printable text and in base 64 nowhere.
    private static let boundary = "=_remit_part"

    /// RFC 5322, section 3.3, in UTC.
    static func date(_ moment: Moment) -> String {
        let day = moment.day
        let (year, month, date) = day.parts
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let time = moment.description.drop { $0 != "T" }.dropFirst().dropLast()
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekday), \(date) \(months[month - 1]) \(year) \(time) +0000"
    }
}
