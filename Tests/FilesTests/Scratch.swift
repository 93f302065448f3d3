import Foundation
import Vocabulary

@testable import Files

/// A folder of one test's own, removed when the test lets go of it.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    @discardableResult
    func write(_ bytes: [UInt8], as name: String) throws -> String {
        let place = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place)
        return place.path
    }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? [] }
}

/// A tar in memory, by the format's own description (POSIX ustar); the reader under test is libarchive's.
func tar(_ members: [(String, [UInt8])], withEnd: Bool = true) -> [UInt8] {
    var archive: [UInt8] = []
    for (path, bytes) in members {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int) {
            header.replaceSubrange(place..<place + text.utf8.count, with: text.utf8)
        }
        put(path, at: 0)
        put("0000644\u{0}0000000\u{0}0000000\u{0}", at: 100)
        let size = String(bytes.count, radix: 8)
        put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put("0ustar\u{0}00".replacing("0ustar", with: path.hasSuffix("/") ? "5ustar" : "0ustar"), at: 156)
        put("ustar\u{0}00", at: 257)
        for place in 157..<165 { header[place] = 0 }
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum + "\u{0} ", at: 148)
        archive += header + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
    return withEnd ? archive + [UInt8](repeating: 0, count: 1_024) : archive
}

/// The members of a source, whole; and what was skipped.
func members(of source: FileSource) throws -> (members: [Member], skipped: [SkippedMember]) {
    var members: [Member] = []
    let skipped = try source.forEachMember { members.append($0) }
    return (members, skipped)
}

/// The refusal of a piece of work; nil where it is not refused, or another error comes.
func refusal(_ work: () throws -> Void) -> Refusal? {
    do {
        try work()
        return nil
    } catch {
        return error as? Refusal
    }
}

/// Text that does not compress to nothing: rows of a seeded sequence.
func rows(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
    var state = seed
    var text = "CONTRACT,UDA\r\n"
    for _ in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += "\(state >> 30),\(state >> 50)\r\n"
    }
    return Array(text.utf8)
}
