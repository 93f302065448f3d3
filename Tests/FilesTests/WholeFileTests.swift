import Foundation
import Glibc
import Testing
import Vocabulary

@testable import Files

struct WholeFileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `what is written is what is read, and nothing else is left`() throws {
        let bytes = rows(10)
        try WholeFile.write(bytes, to: scratch.path("a.csv"))
        #expect(try WholeFile.read(scratch.path("a.csv")) == bytes)
        #expect(scratch.names == ["a.csv"])
    }

    @Test func `a file in the way is left as it was unless it may be replaced`() throws {
        let path = try scratch.write([1], as: "a.csv")
        let found = refusal { try WholeFile.write([2], to: path) }
        #expect(found?.code == "file-exists")
        #expect(found?.kind == .usage)
        #expect(try WholeFile.read(path) == [1])
        try WholeFile.write([2], to: path, replacing: true)
        #expect(try WholeFile.read(path) == [2])
        #expect(scratch.names == ["a.csv"])
    }

    @Test func `a folder in the way, or none around it, is refused`() throws {
        #expect(refusal { try WholeFile.write([1], to: scratch.url.path) }?.code == "file-is-folder")
        #expect(refusal { try WholeFile.write([1], to: scratch.path("x/y.csv")) }?.code == "folder-missing")
        let file = try scratch.write([1], as: "a.csv")
        #expect(refusal { try WholeFile.write([1], to: "\(file)/y.csv") }?.kind == .usage)
        #expect(scratch.names == ["a.csv"])
    }

    @Test func `a file larger than the limit is not read`() throws {
        let path = try scratch.write([1, 2, 3], as: "a.csv")
        #expect(refusal { _ = try WholeFile.read(path, limit: 2) }?.code == "file-too-large")
        #expect(try WholeFile.read(path, limit: 3) == [1, 2, 3])
        #expect(refusal { _ = try WholeFile.read(scratch.path("none")) }?.code == "file-missing")
    }

    @Test func `a written file has the rights that the person's mask leaves`() throws {
        try WholeFile.write([1], to: scratch.path("a.csv"))
        var status = stat()
        #expect(stat(scratch.path("a.csv"), &status) == 0)
        let mask = umask(0o022)
        umask(mask)
        #expect(status.st_mode & 0o777 == 0o666 & ~mask)
    }
}
