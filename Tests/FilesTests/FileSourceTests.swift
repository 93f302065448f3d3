import Foundation
import Glibc
import TestSupport
import Testing
import Vocabulary

@testable import Files

struct FileSourceTests {
    private let scratch: Scratch
    private let data = rows(5_000)

    init() throws { scratch = try Scratch() }

    @Test func `a plain file is its own one member`() throws {
        let path = try scratch.write(data, as: "month.csv")
        let (found, skipped) = try members(of: FileSource(path))
        #expect(found.map(\.name) == ["month.csv"])
        #expect(found[0].bytes == data)
        #expect(found[0].containerName == nil)
        #expect(skipped.isEmpty)
    }

    @Test func `the format is told by the bytes and not by the name`() throws {
        let path = try scratch.write(Compression.gzip(data), as: "month.csv")
        #expect(try members(of: FileSource(path)).members.map(\.bytes) == [data])
        let plain = try scratch.write(data, as: "month.zip")
        #expect(try members(of: FileSource(plain)).members.map(\.bytes) == [data])
    }

    @Test func `a compressed file loses the ending of its compression`() throws {
        let path = try scratch.write(Compression.gzip(data), as: "month.csv.gz")
        #expect(try members(of: FileSource(path)).members.map(\.name) == ["month.csv"])
    }

    @Test func `a zip hands on its data and says what it skipped`() throws {
        let zip = ZipFile.bytes(members: [
            ("README.txt", [1]), ("2023/b.csv", data), ("a.tsv", [65]), ("__MACOSX/._a.csv", [1]),
            (".DS_Store", [1]), ("notes.pdf", [1]), ("inner.zip", [1]), ("Makefile", [1]),
        ])
        let (found, skipped) = try members(of: FileSource(try scratch.write(zip, as: "months.zip")))
        #expect(found.map(\.name) == ["b.csv", "a.tsv"])
        #expect(found.allSatisfy { $0.containerName == "months.zip" })
        #expect(found[0].bytes == data)
        #expect(
            skipped.map { "\($0.name) \($0.reason)" } == [
                "README.txt is about the data", "__MACOSX/._a.csv is hidden", ".DS_Store is hidden",
                "notes.pdf is not data (.pdf)", "inner.zip is an archive inside another; name it on its own",
                "Makefile is not known to be data (no ending)",
            ])
    }

    @Test func `a tar hands on its members in its order, compressed or not`() throws {
        let archive = tar([("months/", []), ("months/b.csv", data), ("months/a.csv", [65])])
        for (name, bytes) in [("m.tar", archive), ("m.tar.gz", Compression.gzip(archive))] {
            let (found, skipped) = try members(of: FileSource(try scratch.write(bytes, as: name)))
            #expect(found.map(\.name) == ["b.csv", "a.csv"])
            #expect(found[0].bytes == data)
            #expect(found[0].containerName == name)
            #expect(skipped.isEmpty)
        }
    }

    @Test func `a folder hands on its files by name, and skips folders, hidden files and archives`() throws {
        try scratch.write(data, as: "in/b.csv")
        try scratch.write(Compression.gzip(data), as: "in/a.csv.gz")
        try scratch.write([1], as: "in/.hidden.csv")
        try scratch.write([1], as: "in/deeper.csv/c.csv")
        try scratch.write(ZipFile.bytes(members: [("x.csv", data)]), as: "in/more.zip")
        let (found, skipped) = try members(of: FileSource(scratch.path("in")))
        #expect(found.map(\.name) == ["a.csv", "b.csv"])
        #expect(found.map(\.bytes) == [data, data])
        #expect(found.allSatisfy { $0.containerName == "in" })
        #expect(Set(skipped.map(\.name)) == [".hidden.csv", "deeper.csv", "more.zip"])
    }

    @Test(arguments: ["plain", "gzip", "tar", "zip"])
    func `standard input is told by its bytes too`(format: String) throws {
        let bytes =
            switch format {
            case "gzip": Compression.gzip(data)
            case "tar": tar([("month.csv", data)])
            case "zip": ZipFile.bytes(members: [("month.csv", data)])
            default: data
            }
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let writing = ends[1]
        let writer = Thread {
            var done = 0
            while done < bytes.count {
                let count = bytes.withUnsafeBytes { write(writing, $0.baseAddress! + done, bytes.count - done) }
                guard count > 0 else { break }
                done += count
            }
            close(writing)
        }
        writer.start()
        let (found, _) = try members(of: FileSource("-", standardInput: ends[0]))
        #expect(found.map(\.bytes) == [data])
        #expect(found[0].name == (["tar", "zip"].contains(format) ? "month.csv" : "standard input"))
    }

    @Test func `a workbook is one member and not an archive`() throws {
        let workbook = ZipFile.bytes(members: [("[Content_Types].xml", [60]), ("xl/workbook.xml", [60])])
        let (found, _) = try members(of: FileSource(try scratch.write(workbook, as: "book.xlsx")))
        #expect(found.map(\.name) == ["book.xlsx"])
        #expect(found[0].bytes == workbook)
        #expect(found[0].isWorkbook)
    }

    @Test func `a member's name is safe to print, and a name in any language is kept`() throws {
        let zip = ZipFile.bytes(members: [("../../evil\u{1B}[2J.csv", [65]), ("Môn–Ynys.csv", [65])])
        let (found, _) = try members(of: FileSource(try scratch.write(zip, as: "names.zip")))
        #expect(found.map(\.name) == ["evil?[2J.csv", "Môn–Ynys.csv"])
    }

    @Test func `a name that is not UTF-8 is repaired and its member read`() throws {
        var archive = tar([("month-X.csv", data)])
        archive[archive.firstIndex(of: UInt8(ascii: "X"))!] = 0xE9
        let sum = archive[0..<512].indices.reduce(0) { $0 + ((148..<156).contains($1) ? 32 : Int(archive[$1])) }
        archive.replaceSubrange(148..<154, with: String(sum, radix: 8).leftPadded(to: 6).utf8)
        let (found, _) = try members(of: FileSource(try scratch.write(archive, as: "m.tar")))
        #expect(found.map(\.name) == ["month-\u{FFFD}.csv"])
        #expect(found[0].bytes == data)
    }

    @Test func `what the body throws comes out untouched`() throws {
        struct Stop: Error {}
        let path = try scratch.write(data, as: "month.csv")
        #expect(throws: Stop.self) { try FileSource(path).forEachMember { _ in throw Stop() } }
    }

    @Test(.enabled(if: SharedData.has(archive), "the real data are not here"))
    func `the 108 published months come out of their archive whole`() throws {
        var count = 0
        var size = 0
        try FileSource(SharedData.url(archive).path).forEachMember { member in
            count += 1
            size += member.bytes.count
        }
        #expect(size == 114_094_144)
        #expect(count == 108)
    }
}

private let archive = "data/nhsbsa_dental/UDA_CONTRACTOR_201604-202503_108months.tar.xz"

extension String {
    fileprivate func leftPadded(to length: Int) -> String {
        String(repeating: "0", count: max(0, length - count)) + self
    }
}
