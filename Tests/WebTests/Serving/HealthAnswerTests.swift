import Foundation
import Store
import Testing

@testable import Web

/// What a watcher hears.
struct HealthAnswerTests {
    @Test func `a server that can work says so in one word`() async throws {
        let reply = try await Served(store: Store.inMemory()).ask("/health", as: nil)
        #expect(reply.status == 200 && reply.text == "ok\n")
    }

    @Test func `a server that was told to stop sends its watcher elsewhere`() async throws {
        let served = try Served(store: Store.inMemory())
        served.site.door.closing.tell()
        let reply = try await served.ask("/health", as: nil)
        #expect(reply.status == 503 && reply.text == "the server is stopping\n")
    }

    @Test func `records that were taken away are told of without their place`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-health-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.sqlite").path
        let served = Served(store: try Store.create(at: path))
        #expect(try await served.ask("/health", as: nil).status == 200)
        try FileManager.default.removeItem(atPath: path)
        let reply = try await served.ask("/health", as: nil)
        #expect(reply.status == 503)
        #expect(reply.text.contains("gone") && !reply.text.contains(folder.lastPathComponent))
    }
}
