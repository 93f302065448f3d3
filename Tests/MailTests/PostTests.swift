import Foundation
import Mail
import TestSupport
import Testing
import Transfer
import Vocabulary

/// Against a real server of mail, on this machine.
@Suite(.serialized, .enabled(if: Peer.python != nil, "\(Peer.missing)"))
struct PostTests {
    private static let moment = Moment(secondsSince1970: 1_795_340_000)

    /// A message as the server saw it.
    private struct Seen: Decodable {
        var from: String
        var to: [String]
        var encrypted: Bool
        var signedIn: Bool
        var headers: [[String]]
        var defects: [String]
        var parts: [Part]

        struct Part: Decodable {
            var type: String
            var fileName: String?
            var bytes: Data
        }

        func header(_ name: String) -> String? { headers.first { $0[0] == name }?[1] }
    }

    /// Starts a server, hands it over with its folder, and ends it.
    private func serving(_ kind: String, _ body: (MailServer, URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let peer = try Peer("mail-server.py", [kind, folder.path])
        defer { peer.end() }
        let port = try #require(Int(peer.said))
        var server = try #require(
            MailServer(host: "127.0.0.1", port: port, security: kind == "plain" ? .none : .startTLS))
        if kind != "plain" {
            (server.name, server.password) = ("remit", "correct horse")
            server.certificates = folder.appendingPathComponent("certificate.pem").path
        }
        try await body(server, folder)
    }

    private func seen(_ folder: URL, _ number: Int = 1) throws -> Seen {
        let bytes = try Data(contentsOf: folder.appendingPathComponent("message-\(number).json"))
        return try JSONDecoder().decode(Seen.self, from: bytes)
    }

    private func send(
        _ message: MailMessage, by server: MailServer
    ) async -> MailOutcome {
        await Post(server: server, sender: MailMessageTests.sender).send(message, id: Slug("m-1")!, at: Self.moment)
    }

    private func message(
        to recipient: Mailbox = MailMessageTests.ada, subject: String = "News", text: String = "Hello.",
        calendar: MailMessage.CalendarFile? = nil
    ) -> MailMessage {
        MailMessage(
            from: MailMessageTests.sender, to: recipient, subject: subject, text: text, calendar: calendar)
    }

    @Test func `a message with a calendar file arrives as it was meant, over TLS and signed in`() async throws {
        try await serving("starttls") { server, folder in
            let text = "Dear Ada,\n.\n..\nFrom here on: £120,000 – " + String(repeating: "long ", count: 40) + "\n.\n"
            let file = Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8)
            let subject = "Prüfung: " + String(repeating: "Leistungen ", count: 12) + "\r\nBcc: eve@evil.example"
            let sent = await send(
                message(subject: subject, text: text, calendar: .init(name: Slug("meeting-4")!, bytes: file)),
                by: server)
            #expect(sent == .taken)
            let seen = try seen(folder)
            #expect(seen.defects.isEmpty && seen.encrypted && seen.signedIn)
            #expect(seen.from == "remit@wexbourne.example" && seen.to == ["ada@wexbourne.example"])
            #expect(seen.header("Subject") == subject.replacing("\r\n", with: "  "))
            #expect(seen.header("From") == "\"Remit, Wexbourne\" <remit@wexbourne.example>")
            #expect(seen.header("To") == "Ada Müller <ada@wexbourne.example>")
            #expect(seen.header("Bcc") == nil && seen.header("Message-ID") == "<m-1@wexbourne.example>")
            #expect(seen.parts.map(\.type) == ["text/plain", "text/calendar"])
            let arrived = String(decoding: seen.parts[0].bytes, as: UTF8.self).replacing("\r\n", with: "\n")
            // The end of the line before the boundary belongs to the boundary.
            #expect(arrived == text)
            #expect(Array(seen.parts[1].bytes) == file && seen.parts[1].fileName == "meeting-4.ics")
        }
    }

    @Test func `without a name, on this machine, a message arrives too`() async throws {
        try await serving("plain") { server, folder in
            #expect(await send(message(), by: server) == .taken)
            let seen = try seen(folder)
            #expect(!seen.encrypted && !seen.signedIn && seen.defects.isEmpty)
        }
    }

    @Test func `what the server refuses, and what it puts off, are told apart`() async throws {
        try await serving("starttls") { server, _ in
            let nowhere = Mailbox(try #require(MailAddress("a@nowhere.example")))
            let busy = Mailbox(try #require(MailAddress("a@busy.example")))
            #expect(await send(message(to: nowhere), by: server) == .refused(status: 550))
            #expect(await send(message(to: busy), by: server) == .later(status: 451))
        }
    }

    @Test func `a wrong password sends nothing`() async throws {
        try await serving("starttls") { server, folder in
            var wrong = server
            wrong.password = "wrong"
            #expect(await send(message(), by: wrong) == .notSettled(.signInRefused))
            #expect(throws: (any Error).self) { try seen(folder) }
        }
    }

    @Test func `a certificate that nobody vouches for, or no TLS at all, sends nothing`() async throws {
        try await serving("starttls") { server, folder in
            var untrusting = server
            untrusting.certificates = nil
            #expect(await send(message(), by: untrusting) == .notSettled(.notTrusted))
            #expect(throws: (any Error).self) { try seen(folder) }
        }
        try await serving("plain") { server, folder in
            let demanding = try #require(MailServer(host: "127.0.0.1", port: server.port, security: .startTLS))
            #expect(await send(message(), by: demanding) == .notSettled(.notTrusted))
            #expect(throws: (any Error).self) { try seen(folder) }
        }
    }

    @Test func `a server that is not there is tried later`() async throws {
        let nobody = try #require(MailServer(host: "127.0.0.1", port: 1, security: .none))
        #expect(await send(message(), by: nobody) == .later(status: 0))
    }
}
