import Foundation
import Mail
import TestSupport
import Testing
import Vocabulary

/// A message as bytes.
struct MailMessageTests {
    static let sender = Mailbox(MailAddress("remit@wexbourne.example")!, name: "Remit, Wexbourne")
    static let ada = Mailbox(MailAddress("ada@wexbourne.example")!, name: "Ada Müller")
    /// RFC 5322's own form of a date, for a Saturday in 1997.
    private let moment = Moment(secondsSince1970: 880_127_706)

    private func bytes(_ text: String, calendar: MailMessage.CalendarFile? = nil) -> [UInt8] {
        MailMessage(from: Self.sender, to: Self.ada, subject: "News", text: text, calendar: calendar)
            .bytes(id: Slug("m-1")!, at: moment)
    }

    @Test func `a message is written as the standard says`() {
        #expect(
            String(decoding: bytes("Hello.\n"), as: UTF8.self)
                == """
                Date: Fri, 21 Nov 1997 15:55:06 +0000
                From: "Remit, Wexbourne"
                 <remit@wexbourne.example>
                To: =?UTF-8?B?QWRhIE3DvGxsZXI=?=
                 <ada@wexbourne.example>
                Subject: News
                Message-ID: <m-1@wexbourne.example>
                Auto-Submitted: auto-generated
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Hello.


                """.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [UInt64(3), 4, 5]) func `any text is read back, in lines of ASCII that are short`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let pieces = [
            "a", " ", "=", ".", "\n", "\n.\n", "é", "日本", "\t", "word ", "From here", String(repeating: "x", count: 90),
            "👩‍⚕️",
            " \n", "\t\n", "--=_remit_part", "\r\n",
        ]
        for _ in 0..<200 {
            let text = (0..<Int.random(in: 0..<30, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }
                .joined()
            let bytes = bytes(text)
            let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 13 || $0 == 10 || $0 == 9 })
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.contains("\n") && !$0.contains("\r") })
            #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") }, "seed \(seed)")
            let expected = text.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
            #expect(Received.text(Received(bytes).body) == expected + "\r\n", "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test func `a calendar file comes along whole`() throws {
        let file = Array("BEGIN:VCALENDAR\r\nSUMMARY:Prüfung\r\nEND:VCALENDAR\r\n".utf8) + (0...255).map { $0 }
        let message = bytes("See below.", calendar: .init(name: Slug("meeting-4")!, bytes: file))
        let parts = Received(message).body.components(separatedBy: "--=_remit_part")
        #expect(parts.count == 4 && parts[3] == "--\r\n" && parts[0].isEmpty)
        let (head, body) = try #require(
            parts[2].range(of: "\r\n\r\n").map { (parts[2][..<$0.lowerBound], parts[2][$0.upperBound...]) })
        #expect(
            head.contains("filename=\"meeting-4.ics\"") && head.contains("Content-Type: text/calendar; charset=utf-8"))
        let lines = body.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        #expect(Data(base64Encoded: lines.joined()).map(Array.init) == file)
    }
}
