import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import Store
import Testing
import Vocabulary

@testable import Web

/// Readers who hold a connection and send next to nothing.
struct ServingLimitsTests {
    /// Serves while the body runs, with a patience of a fifth of a second.
    private func serving(_ body: (URL, Lines) async throws -> Void) async throws {
        var site = Served(store: try Store.inMemory()).site
        let lines = Lines()
        site.log = lines.log(.json)
        var limits = ServingLimits()
        limits.idle = .milliseconds(200)
        let (addresses, told) = AsyncStream<String>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Server.application(of: site, within: limits, host: "127.0.0.1", port: 0, logger) {
            told.yield($0)
        }
        let group = ServiceGroup(services: [application], logger: logger)
        let running = Task { try await group.run() }
        var found = addresses.makeAsyncIterator()
        let address = try #require(await found.next().flatMap { URL(string: $0 + "about") })
        try await body(address, lines)
        #expect(try await Loopback.get(address).hasPrefix("HTTP/1.1 200"), "others are answered all the while")
        await group.triggerGracefulShutdown()
        try await running.value
    }

    @Test func `whoever connects and says nothing is let go`() async throws {
        try await serving { address, _ in
            let answer = try await Loopback.say("", to: address)
            #expect(answer == "")
        }
    }

    @Test func `lines above a request that trickle in are not waited for`() async throws {
        try await serving { address, lines in
            let answer = try await Loopback.say(
                "GET /about HTTP/1.1\r\nHost: remit.example\r\nX-Long: ", to: address, thenAgain: "a")
            #expect(!answer.hasPrefix("HTTP/1.1 2"))
            #expect(!lines.all.contains { $0.contains("\"request\"") })
        }
    }

    @Test func `a body that does not come is not waited for, and nothing is done`() async throws {
        try await serving { address, lines in
            let answer = try await Loopback.say(
                "POST /sign-in HTTP/1.1\r\nHost: remit.example\r\nContent-Length: 100\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\ncsrf=", to: address)
            #expect(!answer.hasPrefix("HTTP/1.1 2") && !answer.hasPrefix("HTTP/1.1 3"))
            #expect(!lines.all.contains { $0.contains("\"fault\"") })
        }
    }

    @Test func `a body that trickles in is refused when its time is over`() async throws {
        struct Piece: AsyncSequence, AsyncIteratorProtocol {
            typealias Element = ByteBuffer
            var left = 3

            mutating func next() async throws -> ByteBuffer? {
                left -= 1
                return left >= 0 ? ByteBuffer(string: "a=1&") : nil
            }

            func makeAsyncIterator() -> Piece { self }
        }
        var limits = BodyLimits.form
        limits.time = .zero
        let request = Request(
            head: .init(
                method: .post, scheme: nil, authority: nil, path: "/sign-in",
                headerFields: [.contentType: "application/x-www-form-urlencoded"]),
            body: RequestBody(asyncSequence: Piece()))
        await #expect(throws: BodyFault(.tooSlow, "What you sent took too long to come. Send it again.")) {
            _ = try await request.postedBody(limits)
        }
        limits.time = .seconds(60)
        #expect(try await request.postedBody(limits).value("a") == "1")
    }
}
