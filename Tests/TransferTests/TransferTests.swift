import Foundation
import Testing
import Transfer

/// Exchanges with servers that behave, and with servers that do not.
struct TransferTests {
    private static let limits = TransferLimits(milliseconds: 1_500, connectingMilliseconds: 500, bytes: 10_000)
    private let transfer = Transfer(limits: limits)

    private func get(_ reply: LoopbackServer.Reply) async throws -> (Result<Transfer.Answer, TransferFault>, String) {
        let server = try LoopbackServer(reply)
        let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/a?b=c"))
        do throws(TransferFault) {
            return (
                .success(try await transfer.get(address, accept: "application/json", bearer: "abc.DEF")), server.request
            )
        } catch {
            return (.failure(error), server.request)
        }
    }

    @Test func `a document is fetched with its status and media type`() async throws {
        let (answer, request) = try await get(
            .bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}"))
        #expect(
            answer
                == .success(
                    Transfer.Answer(
                        status: 200, mediaType: "application/json; charset=utf-8", body: Array("{}".utf8))))
        #expect(request.hasPrefix("GET /a?b=c HTTP/1.1\r\n"))
        #expect(
            request.contains("Authorization: Bearer abc.DEF\r\n") && request.contains("Accept: application/json\r\n"))
        #expect(!request.lowercased().contains("accept-encoding"), "nothing that swells when it is unpacked")
    }

    @Test func `a form is posted as forms are`() async throws {
        let server = try LoopbackServer(.bytes("HTTP/1.1 204 No Content\r\n\r\n"))
        let address = try #require(WebAddress("http://127.0.0.1:\(server.port)/token"))
        let answer = try await transfer.post(
            [("code", "a b&c=d+é\r\n"), ("x", "")], to: address, accept: "application/json",
            authorization: "Basic YTpi")
        #expect(answer.status == 204 && answer.body.isEmpty)
        #expect(server.request.hasPrefix("POST /token HTTP/1.1\r\n"))
        #expect(server.request.contains("Content-Type: application/x-www-form-urlencoded\r\n"))
        #expect(server.request.hasSuffix("\r\n\r\ncode=a%20b%26c%3Dd%2B%C3%A9%0D%0A&x="))
    }

    @Test func `a redirection is an answer and is not followed`() async throws {
        let (answer, _) = try await get(
            .bytes("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"))
        #expect(try answer.get().status == 302)
    }

    @Test func `more than was allowed is nothing at all`() async throws {
        #expect(try await get(.endless(bytes: 50_000_000)).0 == .failure(.tooLarge))
        let exact = String(repeating: "x", count: 10_000)
        let head = "HTTP/1.1 200 OK\r\nContent-Length:"
        #expect(try await get(.bytes("\(head) 10000\r\n\r\n\(exact)")).0.get().body.count == 10_000)
        #expect(try await get(.bytes("\(head) 10001\r\n\r\n\(exact)x")).0 == .failure(.tooLarge))
    }

    @Test func `a server that says nothing is given up in time`() async throws {
        #expect(try await get(.late(seconds: 20)).0 == .failure(.outOfTime))
    }

    @Test func `a server that hangs up, is not there, or speaks something else, is a fault`() async throws {
        #expect(try await get(.hangUp).0 == .failure(.unreachable))
        let none = try #require(WebAddress("http://127.0.0.1:1/"))
        await #expect(throws: TransferFault.unreachable) { try await transfer.get(none, accept: "*/*") }
        let server = try LoopbackServer(.bytes("HTTP/1.1 200 OK\r\n\r\n"))
        let plain = try #require(WebAddress("https://127.0.0.1:\(server.port)/"))
        let patient = Transfer(
            limits: TransferLimits(milliseconds: 30_000, connectingMilliseconds: 30_000, bytes: 10_000))
        await #expect(throws: TransferFault.notTrusted) { try await patient.get(plain, accept: "*/*") }
    }

    @Test func `nothing that could end a line is sent in a header`() async throws {
        let address = try #require(WebAddress("http://127.0.0.1:1/"))
        for text in ["a\r\nX: y", "a b", "é", ""] {
            await #expect(throws: TransferFault.notAllowed) {
                try await transfer.get(address, accept: "*/*", bearer: text)
            }
        }
        await #expect(throws: TransferFault.notAllowed) {
            try await transfer.post([], to: address, accept: "*/*", authorization: "a\nb")
        }
    }

    @Test(arguments: [
        "https://id.example/x", "https://id.example:8443/x?y=z", "http://localhost:8080/", "http://127.0.0.1",
        "http://[::1]:80/x", "https://[2001:db8::1]/",
    ])
    func `an address that may be called is one`(text: String) {
        #expect(WebAddress(text)?.description == text)
    }

    @Test(arguments: [
        "http://id.example/", "http://127.0.0.1.evil.example/", "http://localhost@evil.example/", "https://a:b@c/",
        "https://", "https:///x", "ftp://a/", "HTTPS://a/", "https://a:0/", "https://a:70000/", "https://a:/",
        "https://a b/", "https://a/#b", "https://a/\n", "https://é/", "https://[::1", "https://a\\b", "//a", "",
        "https://" + String(repeating: "a", count: 2_000),
    ])
    func `an address that may not be called is none`(text: String) {
        #expect(WebAddress(text) == nil)
    }
}
