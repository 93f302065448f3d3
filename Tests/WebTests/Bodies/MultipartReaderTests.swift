import Testing

@testable import Web

/// Bodies of several parts, whole, in pieces, broken and hostile.
struct MultipartReaderTests {
    /// The parts that a reader finds, the body given in pieces of a size.
    private func parts(
        _ bytes: [UInt8], boundary: String, pieces: Int, limits: BodyLimits = .upload
    ) throws -> [WrittenForm.Part] {
        var reader = MultipartReader(boundary: Array(boundary.utf8), limits: limits)
        var parts: [WrittenForm.Part] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + pieces, bytes.count)
            for found in try reader.take(bytes[start..<end]) {
                switch found {
                case .head(let head): parts.append(.init(name: head.name, fileName: head.fileName, bytes: []))
                case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
                case .end: break
                }
            }
            start = end
        }
        try reader.finish()
        return parts
    }

    private func fault(_ text: String, limits: BodyLimits = .upload, pieces: Int = 7) -> BodyFault.Kind? {
        do {
            _ = try parts(Array(text.utf8), boundary: "b", pieces: pieces, limits: limits)
            return nil
        } catch {
            return (error as? BodyFault)?.kind
        }
    }

    private static let head = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"

    /// Pieces out of which data near a boundary are made.
    private static let splinters = [
        "\r", "\n", "\r\n", "--", "--b", "\r\n--", "\r\n--b-", "\r\n--bx", "-", "b", "é", "\u{0}",
    ]

    @Test(arguments: [1, 2, 3, 5, 8, 13, 64, 1 << 20])
    func `whatever parts are written are read again, in pieces of any size`(pieces: Int) throws {
        var chance = Chance(state: UInt64(20_261_122 + pieces))
        for round in 0..<60 {
            let form = WrittenForm(
                parts: (0..<chance.below(6)).map { place in
                    let bytes =
                        chance.below(2) == 0
                        ? chance.bytes(chance.below(300))
                        : (0..<chance.below(20)).flatMap { _ in
                            Array(Self.splinters[chance.below(Self.splinters.count)].utf8)
                        }
                    return .init(
                        name: ["a", "a\"b", "zwei Wörter", "line\r\nbreak\n", "\u{301}"][chance.below(5)],
                        fileName: chance.below(2) == 0 ? nil : "file \(place) \"é\".csv", bytes: bytes)
                }, boundary: "b\(round)'()+_,-./:=?")
            #expect(try parts(form.bytes, boundary: form.boundary, pieces: pieces) == form.parts, "round \(round)")
        }
    }

    @Test func `a boundary within a line, or with more letters after it, is data`() throws {
        let data = "x--b\r\n--bb\r\n--b-\r\n--b x\r\n-b--"
        let read = try parts(Array("\(Self.head)\(data)\r\n--b--".utf8), boundary: "b", pieces: 4)
        #expect(read == [.init(name: "a", bytes: Array(data.utf8))])
    }

    @Test func `what stands before the first boundary and after the last counts for nothing`() throws {
        let read = try parts(
            Array("This is MIME.\r\n\(Self.head)1\r\n--b-- \r\n\r\n--b\r\nmore".utf8), boundary: "b", pieces: 3)
        #expect(read == [.init(name: "a", bytes: [49])])
        #expect(try parts(Array("--b--".utf8), boundary: "b", pieces: 2) == [])
    }

    @Test func `blanks may end a boundary's line, many may not`() throws {
        let few = Self.head.replacing("--b\r\n", with: "--b \t \r\n")
        #expect(try parts(Array("\(few)1\r\n--b--".utf8), boundary: "b", pieces: 1).count == 1)
        let many = Self.head.replacing("--b\r\n", with: "--b\(String(repeating: " ", count: 100))\r\n")
        #expect(fault("\(many)1\r\n--b--") == nil)
        #expect(try parts(Array("\(many)1\r\n--b--".utf8), boundary: "b", pieces: 1) == [])
    }

    @Test func `a form that is cut off anywhere is refused`() throws {
        let whole = Array(
            "\(Self.head)some data\r\n--b\r\nContent-Disposition: form-data; name=c\r\n\r\n\r\n--b--".utf8)
        #expect(try parts(whole, boundary: "b", pieces: 9).count == 2)
        for end in 0..<whole.count {
            #expect(throws: BodyFault.self, "cut at \(end)") {
                try parts(Array(whole[..<end]), boundary: "b", pieces: 9)
            }
        }
    }

    @Test(
        arguments: [
            ("--b\r\n\r\nx\r\n--b--", .malformed), ("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", .malformed),
            ("--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--", .malformed),
            ("--b\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--b--", .malformed),
            ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--", .malformed),
            ("--b\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\nx\r\n--b--", .malformed),
            ("--b\r\nno colon\r\n\r\nx\r\n--b--", .malformed),
            ("\(head)x".replacing("\r\n\r\n", with: "\r\ncontent-disposition: form-data; name=b\r\n\r\n"), .malformed),
            ("\(head)x".replacing("\r\n\r\n", with: "\r\nContent-Transfer-Encoding: base64\r\n\r\n"), .unsupported),
            (
                "\(head)x".replacing("\r\n\r\n", with: "\r\nContent-Type: text/plain; charset=utf-16\r\n\r\n"),
                .unsupported
            ),
        ] as [(String, BodyFault.Kind)])
    func `a part that does not say what it is is refused`(text: String, kind: BodyFault.Kind) {
        #expect(fault(text) == kind)
    }

    @Test func `parts, the lines above them and names are bounded`() {
        let many = String(repeating: "\(Self.head)x\r\n", count: 400) + "--b--"
        #expect(fault(many) == nil)
        #expect(fault(many, limits: BodyLimits(bytes: 1 << 20, parts: 399)) == .tooLarge)
        let endless = "--b\r\nX: " + String(repeating: "x", count: 9_000)
        #expect(fault(endless) == .tooLarge, "before its end has come")
        let long = Self.head.replacing("\"a\"", with: "\"\(String(repeating: "é", count: 128))\"")
        #expect(fault("\(long)x\r\n--b--") == .tooLarge)
        let file = Self.head.replacing("\"a\"", with: "\"a\"; filename=\"\(String(repeating: "n", count: 256))\"")
        #expect(fault("\(file)x\r\n--b--") == .tooLarge)
    }

    @Test(arguments: [
        ("report.csv", "report.csv"), ("C:\\Users\\a\\report.csv", "report.csv"), ("../../etc/passwd", "passwd"),
        ("..", ""), ("a\u{0}b.csv", "ab.csv"), ("", ""), ("ünder – 🦷.csv", "ünder – 🦷.csv"),
    ])
    func `the name of a file has no folders and no control characters`(given: String, kept: String) throws {
        let form = WrittenForm(parts: [.init(name: "f", fileName: given, bytes: [1])], boundary: "b")
        #expect(try parts(form.bytes, boundary: "b", pieces: 5).first?.fileName == kept)
    }

    @Test func `random bytes are refused or read, never more`() {
        var chance = Chance(state: 20_261_122)
        for _ in 0..<2_000 {
            var bytes = chance.bytes(chance.below(200))
            for _ in 0..<chance.below(8) {
                let splinter = [Self.head, "--b--", "\r\n--b", "\r\n\r\n"][chance.below(4)]
                bytes.insert(contentsOf: Array(splinter.utf8), at: chance.below(bytes.count + 1))
            }
            let whole = try? parts(bytes, boundary: "b", pieces: 1 << 20)
            #expect(whole == (try? parts(bytes, boundary: "b", pieces: 1)))
        }
    }
}
