import Foundation
import Mail
import TestSupport
import Testing
import Vocabulary

/// What stands in headers, for any text whatever.
struct HeaderTextTests {
    private let post = Mailbox(MailAddress("remit@wexbourne.example")!, name: "Remit")

    private func headers(subject: String, name: String? = nil) -> [(name: String, value: String)] {
        let message = MailMessage(
            from: Mailbox(post.address, name: name ?? "Remit"), to: Mailbox(MailAddress("ada@wexbourne.example")!),
            subject: subject, text: "x")
        return Received(message.bytes(id: Slug("m-1")!, at: Moment(secondsSince1970: 0))).headers
    }

    @Test func `a short plain subject stands as it is`() {
        #expect(headers(subject: "Your week in Remit")[3] == ("Subject", "Your week in Remit"))
    }

    /// RFC 2047, section 8: an encoded word is read back as the text that it was made of.
    @Test(arguments: [
        "Zahnärztliche Leistungen", "£120,000 to spend – item 4", "=?UTF-8?Q?x?=", " leads with a blank", "日本語の件名",
        String(repeating: "long words ", count: 20), "👩‍⚕️ on call", "",
    ])
    func `any subject is read back`(subject: String) {
        let value = headers(subject: subject)[3].value
        #expect(Received.decoded(value) == subject)
    }

    @Test(arguments: [UInt64(7), 8, 9]) func `no subject or name begins another header`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        let pieces = [
            "\r\n", "\n", "\r", "\u{0}", "\u{85}", "\u{2028}", "Bcc: eve@evil.example", " ", ":", "é", "=?", "?=", "\"",
            "\\", "<", ">", "ordinary words", "\u{1F600}", "\t", ",", "\u{7F}", "Content-Type: text/html", "a",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0..<12, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }
                .joined()
            let headers = headers(subject: text, name: text)
            #expect(
                headers.map(\.name) == [
                    "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
                    "Content-Transfer-Encoding",
                ], "seed \(seed): \(text.debugDescription)")
            let clean = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { scalar in
                        let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                        return isControl || scalar.value == 0x2028 ? " " : scalar
                    }))
            #expect(Received.decoded(headers[3].value) == clean, "seed \(seed): \(text.debugDescription)")
            #expect(
                headers[1].value.hasSuffix("<remit@wexbourne.example>") || headers[1].value == "remit@wexbourne.example"
            )
        }
    }

    @Test(arguments: [
        "a@b.example", "first.last+tag@host-1.example.org", "o'brien@trust.nhs.uk", "a@localhost",
    ])
    func `a plain address is one`(text: String) { #expect(MailAddress(text)?.description == text) }

    @Test(arguments: [
        "", "a", "@b", "a@", "a@@b", "a@b@c", ".a@b", "a.@b", "a..b@c", "a b@c", "\"a b\"@c", "a@[127.0.0.1]", "a@-b",
        "a@b-", "a@b..c", "a@b\r\n", "a\r\nRCPT TO:<x@y>@b", "<a@b>", "a@b,c@d", "é@b", "a@é", "a@b ", "a(b)@c",
    ])
    func `an address of another form is none`(text: String) { #expect(MailAddress(text) == nil) }
}
