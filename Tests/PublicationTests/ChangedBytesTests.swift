import Foundation
import Publication
import TestSupport
import Testing
import Vocabulary

/// One change in the folder, by somebody who changes nothing else: it is found, and the file is named.
struct ChangedBytesTests {
    private static let paths = Sample.files.map(\.path)

    @Test(arguments: paths)
    func `a changed byte is found in every file, and that file is named`(path: String) throws {
        let bytes = Sample.files.bytes(of: path)
        var numbers = SeededNumbers(seed: UInt64(path.utf8.count))
        let position = Int.random(in: bytes.indices, using: &numbers)
        let scratch = try Scratch()
        var changed = bytes
        changed[position] ^= 1
        try scratch.set(path, changed)
        let found = try scratch.verified()
        #expect(!found.isEqual)
        #expect(found.faults.contains { $0.file == path }, "byte \(position) of \(path): \(found.faults)")
        #expect(found.faults.contains { $0.sentence.contains(path) })
    }

    @Test(arguments: [0.0, 0.25, 0.5, 0.75, 1])
    func `changes in all files at once are all named, at the beginning, in the middle and at the end`(
        place: Double
    ) throws {
        let scratch = try Scratch()
        // Without the record, the manifest and the rules nothing could be made again to compare with.
        let changed = Self.paths.filter { !$0.hasPrefix("rules/") && $0 != "record.json" && $0 != "manifest.json" }
        for path in changed {
            var bytes = Sample.files.bytes(of: path)
            bytes[Int(Double(bytes.count - 1) * place)] ^= 0x20
            try scratch.set(path, bytes)
        }
        let found = try scratch.verified()
        for check in [RecordVerification.Check.manifest, .pages] {
            #expect(found.faults.filter { $0.check == check }.map(\.file) == changed)
        }
    }

    @Test(arguments: ["index.html", "tables/options.csv", "record.json", "manifest.json"])
    func `a file that is gone is named`(path: String) throws {
        let scratch = try Scratch()
        try FileManager.default.removeItem(atPath: scratch.place(path))
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.file == path && $0.sentence.contains("is missing") }, "\(found.faults)")
    }

    @Test(arguments: ["notes.txt", "tables/more.csv", ".hidden", "deep/er/file.txt"])
    func `a file that does not belong there is named`(path: String) throws {
        let scratch = try Scratch()
        try [PublishedFile(path: path, bytes: Array("a word".utf8))].write(to: scratch.folder)
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.file == path }, "\(found.faults)")
    }

    @Test func `a file that stands as a link, a folder or a pipe is named, and not followed`() throws {
        for path in ["index.html", "record.json", "manifest.json"] {
            let linked = try Scratch()
            let away = linked.root.appendingPathComponent("away").path
            try FileManager.default.moveItem(atPath: linked.place(path), toPath: away)
            try FileManager.default.createSymbolicLink(atPath: linked.place(path), withDestinationPath: away)
            let found = try linked.verified()
            #expect(found.faults.contains { $0.file == path && $0.sentence.contains("a link") }, "\(found.faults)")

            let folder = try Scratch()
            try FileManager.default.removeItem(atPath: folder.place(path))
            try FileManager.default.createDirectory(atPath: folder.place(path), withIntermediateDirectories: false)
            #expect(try folder.verified().faults.contains { $0.file == path && $0.sentence.contains("a folder") })

            let pipe = try Scratch()
            try FileManager.default.removeItem(atPath: pipe.place(path))
            try #require(mkfifo(pipe.place(path), 0o644) == 0)
            #expect(try pipe.verified().faults.contains { $0.file == path })
        }
    }

    @Test(arguments: [1, 100, 5_000, 60_000])
    func `a record that is cut short is named, and the rest is checked`(count: Int) throws {
        let scratch = try Scratch()
        try scratch.set("record.json", Array(Sample.files.bytes(of: "record.json").prefix(count)))
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.file == "record.json" && $0.check == .journal })
        #expect(found.notChecked.contains { $0.hasPrefix("Journal, acts, answer and pages") })
    }

    @Test func `a file of many gigabytes is not read`() throws {
        let scratch = try Scratch()
        for path in ["index.html", "record.json"] {
            let handle = try #require(FileHandle(forWritingAtPath: scratch.place(path)))
            try handle.truncate(atOffset: 1 << 40)
            try handle.close()
        }
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.file == "index.html" && $0.sentence.contains("bytes, not") })
        #expect(found.faults.contains { $0.file == "record.json" && $0.sentence.contains("too large") })
    }

    @Test func `what is no record at all is refused as that`() throws {
        let empty = try Scratch([])
        let missing = try Scratch([])
        try FileManager.default.removeItem(atPath: missing.folder)
        let other = try Scratch([PublishedFile(path: "index.html", bytes: [65])])
        for scratch in [empty, missing, other] {
            let refusal = #expect(throws: Refusal.self) { try scratch.verified() }
            #expect(refusal?.code == "no-published-record")
            #expect(refusal?.kind.exitCode == 4)
        }
    }

    @Test(arguments: ["{}", "[]", "null", "{\"format\":\"remit manifest\",\"formatVersion\":2,\"files\":[]}", ""])
    func `a manifest of another form is named`(text: String) throws {
        let scratch = try Scratch()
        try scratch.set("manifest.json", Array(text.utf8))
        #expect(try scratch.verified().faults.contains { $0.file == "manifest.json" })
    }

    @Test(arguments: ["../../etc/passwd", "/etc/passwd", "tables/../index.html", "", "C:\\index.html"])
    func `a manifest that leads out of the folder is not followed`(path: String) throws {
        let scratch = try Scratch()
        var manifest = try Manifest(bytes: Sample.files.bytes(of: "manifest.json"))
        manifest.entries.insert(
            .init(path: path, size: 1, digest: manifest.entries[0].digest), at: 0)
        try scratch.set("manifest.json", manifest.bytes)
        let found = try scratch.verified()
        #expect(found.faults.contains { $0.file == "manifest.json" && $0.sentence.contains("which it may not") })
    }

    @Test func `another version of Remit compares digests and says that it made no page again`() throws {
        let found = try Scratch().verified(version: "9.0.0")
        #expect(found.isEqual)
        #expect(found.notChecked.contains { $0.contains("Remit 1.2.3 made them, and this is 9.0.0") })
    }

    @Test func `without a head published apart that is said, and how to get it`() throws {
        let found = try Scratch().verified()
        #expect(found.isEqual)
        #expect(found.notChecked.contains { $0.contains("was not compared with one published apart") })
        #expect(found.closing.hasPrefix("Equal, as far as it was checked"))
    }
}
