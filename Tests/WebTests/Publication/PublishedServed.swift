import Foundation
import HTTPTypes
import Priorities
import Publication
import Store
import Vocabulary

@testable import Web

/// The diabetes round on a server that has a place for records, published or not.
final class PublishedServed: Sendable {
    static let id = HeldRounds.diabetes

    let held: HeldRounds
    let served: Served
    /// The place in which records are published.
    let place: URL

    init(_ stage: HeldRounds.Stage = .decided, records: Int = 1) throws {
        place = FileManager.default.temporaryDirectory.appendingPathComponent("published-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        held = try HeldRounds([Self.id], to: stage)
        served = Served(store: held.store, now: RoundAtWorkServed.now, published: place.path)
        for number in 0..<records { try publish(at: number) }
    }

    deinit { try? FileManager.default.removeItem(at: place) }

    /// One record of all tests that change nothing.
    static let one = Result { try PublishedServed() }

    var round: Round { get throws { try held.desk.round(Self.id) } }

    private func publish(at number: Int) throws {
        let shelf = PublishedShelf(place.path)
        let seconds = Day("2025-06-11")!.number * 86_400 + 3_600 * number
        _ = try PublishRound(held.store, version: "test").publish(
            Self.id, to: shelf.place(for: round), by: HeldRounds.author, at: Moment(secondsSince1970: seconds))
    }

    /// Of a record as it was published.
    func bytes(_ path: String, of record: String = "diabetes-2025") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: place.appendingPathComponent("\(record)/\(path)")))
    }

    func write(_ text: String, to path: String) throws {
        let file = place.appendingPathComponent(path)
        try? FileManager.default.removeItem(at: file)
        try Data(text.utf8).write(to: file)
    }

    var files: [String] {
        get throws { try Manifest(bytes: bytes(Manifest.path)).entries.map(\.path) + [Manifest.path] }
    }

    func ask(_ path: String, as account: String? = nil) async throws -> Reply {
        try await served.ask(path, as: account)
    }

    /// As nobody, with headers.
    func ask(_ path: String, _ headers: [String: String]) async throws -> Reply {
        try await served.send(path, .get, headers: headers)
    }
}
