import Testing
import Transfer

/// Who may be a mail server, and which addresses reach it.
struct MailServerTests {
    @Test func `a name with anything more in it is no server`() {
        for host in ["", "a b", "a/b", "a:25", "user@a", "a\r\nb", "a?b"] {
            #expect(MailServer(host: host, port: 587, security: .startTLS) == nil, "\(host)")
        }
        #expect(MailServer(host: "mail.example", port: 0, security: .tls) == nil)
        #expect(MailServer(host: "mail.example", port: 65_536, security: .tls) == nil)
        #expect(MailServer(host: "mail.example", port: 587, security: .tls, ownName: "a b") == nil)
        #expect(MailServer(host: "mail.example", port: 587, security: .startTLS) != nil)
    }

    @Test func `an address that could end a command goes nowhere`() async throws {
        let server = try #require(MailServer(host: "127.0.0.1", port: 1, security: .none))
        for address in ["a@b>\r\nRCPT TO:<c@d", "a@b> x", "a", "<a@b>", "a@b,c@d", "é@b"] {
            await #expect(throws: TransferFault.notAllowed) {
                try await server.take([], from: "a@b.example", to: address)
            }
        }
    }

    @Test func `without TLS nothing leaves this machine`() async throws {
        // An address of a network that is reserved for documents (RFC 5737): it must not even be tried.
        let server = try #require(MailServer(host: "192.0.2.1", port: 25, security: .none))
        await #expect(throws: TransferFault.notAllowed) {
            try await server.take([], from: "a@b.example", to: "c@d.example")
        }
    }
}
