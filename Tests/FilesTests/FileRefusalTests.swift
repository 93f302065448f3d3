import Foundation
import Glibc
import TestSupport
import Testing
import Vocabulary

@testable import Files

/// Every way in which a file is refused: one sentence, its kind, and nothing kept.
struct FileRefusalTests {
    private let scratch: Scratch
    private let data = rows(20_000)

    init() throws { scratch = try Scratch() }

    private func refused(_ bytes: [UInt8], as name: String, limits: FileSource.Limits = .init()) throws -> Refusal? {
        let path = try scratch.write(bytes, as: name)
        return refusal { try FileSource(path, limits: limits).forEachMember { _ in } }
    }

    @Test func `a path that does not exist is said to be missing`() {
        let found = refusal { try FileSource(scratch.path("none.csv")).forEachMember { _ in } }
        #expect(found?.code == "file-missing")
        #expect(found?.kind == .input)
        #expect(found?.sentence.contains("none.csv") == true)
    }

    @Test func `a file that may not be read is a matter of permission`() {
        #expect(Refusal.cannotOpen("month.csv", code: EACCES).kind == .permission)
        #expect(Refusal.cannotOpen("month.csv", code: EACCES).sentence == "You are not allowed to read month.csv.")
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func `a file without leave to read is refused as such`() throws {
        let path = try scratch.write(data, as: "closed.csv")
        chmod(path, 0)
        #expect(refusal { try FileSource(path).forEachMember { _ in } }?.code == "file-not-allowed")
    }

    @Test func `a file that fails while it is read is refused with the system's reason`() throws {
        let folder = open(scratch.url.path, O_RDONLY)
        let found = refusal { try FileSource("-", standardInput: folder).forEachMember { _ in } }
        #expect(found?.code == "file-unreadable")
        #expect(found?.sentence == "Reading standard input failed: is a directory.")
    }

    @Test func `an empty file is refused, compressed or not`() throws {
        #expect(try refused([], as: "empty.csv")?.sentence == "empty.csv is empty.")
        #expect(try refused(Compression.gzip([]), as: "empty.csv.gz")?.code == "file-empty")
    }

    @Test func `an archive without members holds no data`() throws {
        #expect(try refused(tar([]), as: "empty.tar")?.sentence == "empty.tar holds no data files.")
        #expect(try refused(ZipFile.bytes(members: []), as: "empty.zip")?.sentence == "empty.zip holds no data files.")
    }

    @Test func `an archive without data says what it does hold`() throws {
        let zip = ZipFile.bytes(members: [("a.pdf", [1]), ("b.png", [1])])
        let sentence = try refused(zip, as: "other.zip")?.sentence
        #expect(sentence == "other.zip holds no data files: a.pdf is not data (.pdf); b.png is not data (.png).")
    }

    @Test func `a folder without files holds no data`() {
        #expect(refusal { try FileSource(scratch.url.path).forEachMember { _ in } }?.code == "no-data")
    }

    @Test func `a gzip cut short anywhere is refused`() throws {
        let whole = Compression.gzip(data)
        for length in [
            2, 5, 9, 12, 200, whole.count / 2, whole.count - 9, whole.count - 8, whole.count - 3, whole.count - 1,
        ] {
            let found = try refused(Array(whole.prefix(length)), as: "cut.csv.gz")
            #expect(found?.code == "file-damaged", "cut at \(length)")
            #expect(found?.kind == .input)
        }
    }

    @Test func `a byte changed anywhere in a gzip's data or checks is noticed`() throws {
        let whole = Compression.gzip(data)
        for place in stride(from: 12, to: whole.count, by: whole.count / 40) {
            var bytes = whole
            bytes[place] ^= 0x10
            let found = refusal { _ = try Compression.gunzip(bytes) }
            #expect(found?.code == "file-damaged", "changed at \(place)")
        }
    }

    @Test func `a zip with a changed byte fails its checksum`() throws {
        let whole = ZipFile.bytes(members: [("a.csv", [65, 66]), ("b.csv", data)])
        for place in stride(from: 200, to: whole.count * 9 / 10, by: whole.count / 20) {
            var bytes = whole
            bytes[place] ^= 0x10
            var handed: [String] = []
            let path = try scratch.write(bytes, as: "bad.zip")
            let found = refusal { try FileSource(path).forEachMember { handed.append($0.name) } }
            #expect(found?.code == "file-damaged", "changed at \(place)")
            #expect(found?.sentence.hasPrefix("b.csv in bad.zip is damaged or cut short: ") == true)
            #expect(handed == ["a.csv"], "damage comes to light behind members already handed on")
        }
    }

    @Test func `a zip cut short anywhere is refused before a member is handed on`() throws {
        let whole = ZipFile.bytes(members: [("a.csv", [65]), ("b.csv", data)])
        for length in [4, 40, 200, whole.count / 2, whole.count - 60, whole.count - 1] {
            var handed = 0
            let path = try scratch.write(Array(whole.prefix(length)), as: "cut.zip")
            let found = refusal { try FileSource(path).forEachMember { _ in handed += 1 } }
            #expect(found?.code == "file-damaged", "cut at \(length)")
            #expect(handed == 0)
        }
    }

    @Test func `a tar cut short is refused, also between two members`() throws {
        let first = tar([("a.csv", [65])], withEnd: false)
        #expect(try refused(first, as: "cut.tar")?.sentence.hasSuffix("the mark of its end is missing.") == true)
        let whole = tar([("a.csv", [65]), ("b.csv", data)])
        for length in [600, 1_024, 1_100, whole.count / 2] {
            #expect(try refused(Array(whole.prefix(length)), as: "cut.tar")?.code == "file-damaged", "cut at \(length)")
        }
    }

    @Test func `a tar under a gzip with a changed byte is refused at its end`() throws {
        var bytes = Compression.gzip(tar([("a.csv", data)]))
        bytes[bytes.count - 6] ^= 1
        #expect(try refused(bytes, as: "bad.tar.gz")?.sentence.contains("checksum") == true)
    }

    @Test(.enabled(if: SharedData.has(archive), "the real data are not here"))
    func `the published archive cut in its middle is refused after members were handed on`() throws {
        let whole = try SharedData.bytes(archive)
        var handed = 0
        let path = try scratch.write(Array(whole.prefix(whole.count / 4)), as: "cut.tar.xz")
        let found = refusal { try FileSource(path).forEachMember { _ in handed += 1 } }
        #expect(found?.code == "file-damaged")
        #expect(handed > 0)
    }

    @Test func `a member larger than the limit is refused`() throws {
        let limits = FileSource.Limits(memberBytes: 1_000)
        for (bytes, name) in [
            (data, "a.csv"), (Compression.gzip(data), "a.csv.gz"), (tar([("a.csv", data)]), "a.tar"),
            (ZipFile.bytes(members: [("a.csv", data)]), "a.zip"),
        ] {
            #expect(try refused(bytes, as: name, limits: limits)?.code == "file-too-large", "\(name)")
        }
    }

    @Test func `many members that are too much together are refused`() throws {
        let limits = FileSource.Limits(totalBytes: data.count + 10)
        let zip = ZipFile.bytes(members: [("a.csv", data), ("b.csv", data)])
        #expect(try refused(zip, as: "a.zip", limits: limits)?.code == "file-too-large")
        let skippable = Compression.gzip(
            tar([("a.csv", [65]), ("b.bin", [UInt8](repeating: 0, count: data.count * 2))]))
        #expect(try refused(skippable, as: "a.tar.gz", limits: limits)?.code == "file-too-large")
        let few = FileSource.Limits(members: 1)
        #expect(try refused(zip, as: "a.zip", limits: few)?.code == "archive-too-many")
    }

    @Test func `gzip streams one after another are read as one`() throws {
        let path = try scratch.write(Compression.gzip(data) + Compression.gzip([65, 66]), as: "two.csv.gz")
        #expect(try members(of: FileSource(path)).members.map(\.bytes) == [data + [65, 66]])
    }
}

private let archive = "data/nhsbsa_dental/UDA_CONTRACTOR_201604-202503_108months.tar.xz"
