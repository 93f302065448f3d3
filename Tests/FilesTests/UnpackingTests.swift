import Testing
import Vocabulary

@testable import Files

/// Archives written out as files, a block at a time, and held against their checks.
struct UnpackingTests {
    private let long = Array(String(repeating: "month,cost\n1,2.50\n", count: 200_000).utf8)

    private func unpacked(_ bytes: [UInt8], _ name: String, limits: FileSource.Limits = .init()) throws -> [String:
        [UInt8]]
    {
        let scratch = try Scratch()
        let path = try scratch.write(bytes, as: name)
        try scratch.write([], as: "out/.keep")
        let (files, _) = try FileSource(path, limits: limits).unpack(into: scratch.path("out"))
        return Dictionary(
            uniqueKeysWithValues: try files.map { ($0.name, try WholeFile.read($0.path)) })
    }

    @Test func `a zip, a tar and a gzip give their data byte for byte`() throws {
        let members: [(String, [UInt8])] = [("a/one.csv", long), ("two.csv", Array("x\n1\n".utf8)), ("note.pdf", [1])]
        let zip = ZipFile.bytes(members: members.map { (path: $0.0, bytes: $0.1) })
        #expect(try unpacked(zip, "m.zip") == ["one.csv": long, "two.csv": Array("x\n1\n".utf8)])
        #expect(try unpacked(tar(members), "m.tar") == ["one.csv": long, "two.csv": Array("x\n1\n".utf8)])
        #expect(try unpacked(Compression.gzip(tar(members)), "m.tgz").count == 2)
        #expect(try unpacked(Compression.gzip(long), "month.csv.gz") == ["month.csv": long])
    }

    @Test func `a plain file and a workbook are left where they are`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Array("a,b\n1,2\n".utf8), as: "plain.csv")
        let found = try FileSource(path).unpack(into: scratch.path("nowhere"))
        #expect(found.files.map(\.path) == [path] && found.files.first?.isWorkbook == false)
        let book = ZipFile.bytes(members: [(path: "[Content_Types].xml", bytes: Array("<x/>".utf8))])
        let workbook = try FileSource(try scratch.write(book, as: "book.xlsx")).unpack(into: scratch.path("nowhere"))
        #expect(workbook.files.map(\.isWorkbook) == [true])
    }

    @Test func `an archive that ends early is refused whatever its kind`() throws {
        let zip = ZipFile.bytes(members: [(path: "one.csv", bytes: long)])
        for (bytes, name) in [
            (Array(zip.dropLast(40)), "m.zip"), (Array(Compression.gzip(long).dropLast(20)), "m.csv.gz"),
            (Array(tar([("one.csv", long)], withEnd: false).prefix(9_000)), "m.tar"),
        ] {
            let refusal = #expect(throws: Refusal.self) { try unpacked(bytes, name) }
            #expect(refusal?.code == "file-damaged", "\(name): \(refusal?.sentence ?? "")")
        }
    }

    @Test func `what unpacks to more than is allowed is refused, and so is an archive without data`() throws {
        let bomb = Compression.gzip(long)
        let refusal = #expect(throws: Refusal.self) {
            try unpacked(bomb, "m.csv.gz", limits: .init(memberBytes: 1_000, totalBytes: 1_000))
        }
        #expect(refusal?.code == "file-too-large")
        let empty = ZipFile.bytes(members: [(path: "readme.txt", bytes: [65])])
        #expect(throws: Refusal.self) { try unpacked(empty, "m.zip") }
    }

    @Test(arguments: [false, true])
    func `text in UTF-16 is the same text in UTF-8`(isBigEndian: Bool) throws {
        let text = "Provider\tCost\r\nRX1\t£12.50 – naïve 🦷\r\n"
        func wide(_ text: String) -> [UInt8] {
            ([0xFEFF] + Array(text.utf16)).flatMap { unit in
                let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                return isBigEndian ? [high, low] : [low, high]
            }
        }
        let scratch = try Scratch()
        let path = try scratch.write(wide(text), as: "wide.txt")
        #expect(try WideText.isWide(path))
        try WideText.rewrite(path, named: "wide.txt", to: scratch.path("plain.txt"))
        #expect(try WholeFile.read(scratch.path("plain.txt")) == Array(text.utf8))
        let cut = try scratch.write(Array(wide(text).dropLast()), as: "cut.txt")
        let refusal = #expect(throws: Refusal.self) {
            try WideText.rewrite(cut, named: "cut.txt", to: scratch.path("other.txt"))
        }
        #expect(refusal?.code == "truncated")
    }
}
