import Digests
import Files
import Foundation
import Priorities
import Publication
import Store
import Synchronization
import Testing
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What stands on the disk when publishing ends in the middle, and that publishing again mends it.
struct KilledPublicationTests {
    private static let ended = Refusal(.engine, code: "test-ended", "The disk is full.")

    /// Publishes to `out`, and ends at one of the writes.
    ///
    /// - Parameter place: the write at which it ends, from 0 on; nil: it does not.
    /// - Returns: how many files were to be written, the one at fault among them.
    @discardableResult
    private func publish(
        _ sample: Sample, endingAt place: Int? = nil, looking: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> (writes: Int, refusal: Refusal?) {
        let writes = WriteCount()
        var publisher = sample.publisher
        publisher.writing = { bytes, path throws(Refusal) in
            looking(path)
            if writes.next() == place { throw KilledPublicationTests.ended }
            try WholeFile.write(bytes, to: path)
        }
        do {
            _ = try publisher.publish(Sample.id, to: sample.path("out"), by: Sample.author, at: sample.now())
            return (writes.value, nil)
        } catch let refusal as Refusal {
            return (writes.value, refusal)
        }
    }

    private func names(_ sample: Sample) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
            .filter { !$0.hasPrefix("remit.sqlite") }.sorted()
    }

    private func faults(of folder: String, _ apart: HeadApart? = nil) -> [String] {
        do {
            return try VerifyRecord(folder, apart: apart, version: Sample.version).run().faults.map(\.sentence)
        } catch { return ["\(error)"] }
    }

    @Test func `until the publication is on the record there is no folder, and nothing that verifies`() throws {
        let sample = try Sample()
        let root = sample.folder.path
        let verified = Mutex<[String]>([])
        try publish(sample) { path in
            guard !path.hasSuffix(".head.txt") else { return }
            for name in (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
            where !name.hasPrefix("remit.sqlite") {
                let isManifested = FileManager.default.fileExists(atPath: "\(root)/\(name)/manifest.json")
                // Reading the whole record at each of the writes would take minutes.
                let isRead = path.hasSuffix("/manifest.part") || path.hasSuffix("record.json")
                let holds =
                    isRead
                    && (try? VerifyRecord("\(root)/\(name)", version: Sample.version).run())?.faults.isEmpty == true
                if name == "out" || isManifested || holds { verified.withLock { $0.append("\(name) at \(path)") } }
            }
        }
        #expect(verified.withLock { $0 } == [])
        #expect(try names(sample) == ["out", "out.head.txt"])
        #expect(faults(of: sample.path("out")) == [])
    }

    @Test func `a write that fails leaves nothing behind, and nothing is recorded`() throws {
        let sample = try Sample()
        for place in [0, 1, 7, Sample.files.count - 1] {
            let ended = try publish(sample, endingAt: place)
            #expect(ended.refusal?.code == "test-ended" && ended.writes == place + 1)
            #expect(try names(sample) == [])
            #expect(try sample.round.published == [])
        }
    }

    @Test func `a folder without its head gets it when it is published again, and nothing more is recorded`() throws {
        let sample = try Sample()
        let ended = try publish(sample, endingAt: Sample.files.count)
        #expect(ended.refusal?.code == "test-ended")
        #expect(try names(sample) == ["out"])
        #expect(faults(of: sample.path("out")) == [])
        let acts = try sample.desk.acts(of: Sample.id).count
        let again = try sample.publish(to: "out/")
        #expect(try sample.desk.acts(of: Sample.id).count == acts)
        #expect(try names(sample) == ["out", "out.head.txt"])
        #expect(again.files == Sample.files.count)
        #expect(faults(of: sample.path("out"), again.apart) == [])
        #expect(throws: Refusal.self) { try sample.publish(to: "out") }
    }

    @Test func `a folder that is not what was published last is not taken for one without its head`() throws {
        let sample = try Sample()
        _ = try publish(sample, endingAt: Sample.files.count)
        try Data("{}".utf8).write(to: URL(fileURLWithPath: sample.path("out/record.json")))
        #expect(throws: Refusal.self) { try sample.publish(to: "out") }
        #expect(try names(sample) == ["out"])
    }

    @Test func `what a killed publication left is gone after the next, and what another is writing stays`() throws {
        let sample = try Sample()
        // Killed before the act, and killed after it.
        try Sample.files.dropLast(3).map { $0 }.write(to: sample.path(".out.publishing-killed"))
        try sample.perform(RecordPublication(round: Sample.id, digest: Digest.of("")))
        let written = sample.path(".out.publishing-other1")
        try Sample.files.prefix(2).map { $0 }.write(to: written)
        try FileManager.default.createDirectory(
            atPath: sample.path(".outer.publishing-x"), withIntermediateDirectories: true)
        let lock = open(written, O_RDONLY | O_DIRECTORY)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        defer { close(lock) }
        let published = try sample.publish(to: "out")
        #expect(
            try names(sample) == [".out.publishing-other1", ".outer.publishing-x", "out", "out.head.txt"])
        #expect(faults(of: published.folder, published.apart) == [])
    }
}

/// Counts writes.
private final class WriteCount: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }

    /// The number of the write that begins, from 0 on.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count - 1
        }
    }
}
