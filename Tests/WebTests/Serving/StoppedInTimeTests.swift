import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Store
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// How the server ends.
struct StoppedInTimeTests {
    /// Lets whoever asks for the time wait until the test says on.
    private final class Gate: Sendable {
        private let entered = DispatchSemaphore(value: 0)
        private let opened = DispatchSemaphore(value: 0)

        func pass() {
            entered.signal()
            opened.wait()
            opened.signal()
        }

        func open() { opened.signal() }

        /// Returns once somebody waits.
        func someoneWaits() async {
            await withCheckedContinuation { done in
                DispatchQueue.global().async {
                    self.entered.wait()
                    done.resume()
                }
            }
        }
    }

    @Test func `what has begun is answered before the server ends, and then nothing is`() async throws {
        let gate = Gate()
        var site = Served(store: try Store.inMemory()).site
        site.now = {
            gate.pass()
            return Served.moment
        }
        let lines = Lines()
        site.log = lines.log(.json)
        let (addresses, told) = AsyncStream<String>.makeStream()
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let application = Server.application(of: site, within: ServingLimits(), host: "127.0.0.1", port: 0, logger) {
            told.yield($0)
        }
        let group = ServiceGroup(
            services: [StoppedInTime(application, site: site, patience: .seconds(600))], logger: logger)
        let running = Task { try await group.run() }
        var found = addresses.makeAsyncIterator()
        let address = try #require(await found.next())
        let page = try #require(URL(string: address + "about"))

        let asking = Task { try await Loopback.get(page) }
        await gate.someoneWaits()
        await group.triggerGracefulShutdown()
        gate.open()
        #expect(try await asking.value.hasPrefix("HTTP/1.1 200"))
        try await running.value
        #expect(site.door.closing.isTold)
        let events = lines.all.compactMap { $0.firstMatch(of: /"event":"(\w+)"/).map { String($0.output.1) } }
        // Which of the two is told first, the threads decide.
        #expect(events.first == "started" && events.dropFirst().sorted() == ["request", "stopping"])
        await #expect(throws: (any Error).self) { try await Loopback.get(page) }
    }
}

/// One request over a socket of its own, without a client library.
enum Loopback {
    struct Refused: Error {}
    struct StillOpen: Error {}

    static func get(_ url: URL) async throws -> String {
        try await say("GET \(url.path) HTTP/1.1\r\nHost: remit.example\r\nConnection: close\r\n\r\n", to: url)
    }

    /// Sends some bytes and perhaps more, little by little, until the other side closes.
    ///
    /// - Parameter more: sent again and again, with a pause between, as long as the other side takes it.
    /// - Returns: what was answered.
    /// - Throws: where the other side does not close within a minute.
    static func say(_ text: String, to url: URL, thenAgain more: String? = nil) async throws -> String {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result { try talk(text, to: url, thenAgain: more) }) }
        }
    }

    private static func talk(_ text: String, to url: URL, thenAgain more: String?) throws -> String {
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(file) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(url.port ?? 80).bigEndian
        place.sin_addr.s_addr = inet_addr("127.0.0.1")
        let reached = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard reached == 0 else { throw Refused() }
        let request = Array(text.utf8)
        guard send(file, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { throw Refused() }
        var pause = timeval(tv_sec: more == nil ? 60 : 0, tv_usec: 20_000)
        setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &pause, socklen_t(MemoryLayout<timeval>.size))
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        let again = Array((more ?? "").utf8)
        for _ in 0..<(more == nil ? 1_000 : 3_000) {
            let count = recv(file, &piece, piece.count, 0)
            // Closed, or broken off because something was sent that nobody would read any more.
            if count == 0 || (count < 0 && errno == ECONNRESET) { return String(decoding: answer, as: UTF8.self) }
            if count > 0 {
                answer += piece[..<count]
            } else if more == nil {
                throw StillOpen()
            } else {
                _ = send(file, again, again.count, Int32(MSG_NOSIGNAL))
            }
        }
        throw StillOpen()
    }
}
