import Tabular
import Testing
import Vocabulary

/// Delimited text as the world writes it.
struct RowReaderTests {
    private func rows(_ text: String, delimiter: UInt8? = nil) throws -> [[String]] {
        try rows(Array(text.utf8), delimiter: delimiter)
    }

    private func rows(_ bytes: [UInt8], delimiter: UInt8? = nil) throws -> [[String]] {
        var reader = try RowReader(bytes, named: "a.csv", delimiter: delimiter)
        var rows = [reader.header]
        while reader.next() { rows.append(reader.cells.indices.map { reader.text(at: $0) }) }
        _ = try reader.finish()
        return rows
    }

    private func advance(_ reader: inout RowReader) -> Bool { reader.next() }

    @Test(arguments: ["a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\n3,4"])
    func `any line break ends a row`(text: String) throws {
        #expect(try rows(text) == [["a", "b"], ["1", "2"], ["3", "4"]])
    }

    @Test(arguments: [
        ("\"x\",y", ["x", "y"]),
        ("\"say \"\"hello\"\"\",y", ["say \"hello\"", "y"]),
        ("\"two\nlines\",y", ["two\nlines", "y"]),
        ("\"a,b\",y", ["a,b", "y"]),
        ("x, \"a,b\" ", ["x", "a,b"]),
        ("5\" pipe,y", ["5\" pipe", "y"]),
        ("\"abc\"def,y", ["abcdef", "y"]),
        ("\"\",y", ["", "y"]),
        ("\u{A0}x\u{A0},y ", ["x", "y"]),
        ("x,", ["x", ""]),
    ])
    func `a cell is read as it was meant`(line: String, cells: [String]) throws {
        #expect(try rows("a,b\n" + line + "\n") == [["a", "b"], cells])
    }

    @Test func `rows are numbered as a spreadsheet numbers them`() throws {
        var reader = try RowReader(Array("\na,b\n\"1\n1\",2\n\n,\n3,4\n".utf8), named: "a.csv")
        var numbers = [reader.row]
        while reader.next() { numbers.append(reader.row) }
        #expect(numbers == [2, 3, 6])
    }

    @Test(arguments: [
        ("a;b,c;d", UInt8(ascii: ";")), ("a\tb", 9), ("a|b|c", UInt8(ascii: "|")), ("a", 44), ("\"a;b;c\",d", 44),
    ])
    func `the delimiter is the one that the header uses most`(header: String, delimiter: UInt8) throws {
        #expect(try RowReader(Array(header.utf8), named: "a.csv").delimiter == delimiter)
    }

    @Test func `each encoding is recognised and read`() throws {
        let text = "näme,£\nZoë,1\n"
        let wide = Array(text.utf16)
        let little: [UInt8] =
            [0xFF, 0xFE] + wide.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        let big: [UInt8] =
            [0xFE, 0xFF] + wide.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
        let narrow = text.unicodeScalars.map { UInt8($0.value) }
        let cases: [([UInt8], TextEncoding)] = [
            (Array(text.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8), (little, .utf16LittleEndian),
            (big, .utf16BigEndian), (narrow, .windows1252), (Array("a\n1\n".utf8), .ascii),
        ]
        for (bytes, encoding) in cases {
            #expect(try RowReader(bytes, named: "a.csv").encoding == encoding)
            if encoding != .ascii { #expect(try rows(bytes) == [["näme", "£"], ["Zoë", "1"]]) }
        }
    }

    @Test func `Windows-1252 has its own quotation marks and five bytes that mean nothing`() throws {
        var reader = try RowReader(
            Array("a,b\nO".utf8) + [0x92] + Array("Neill,x\ny,".utf8) + [0x81, 10], named: "a.csv")
        try #require(advance(&reader))
        #expect(reader.text(at: 0) == "O’Neill")
        try #require(advance(&reader))
        #expect(reader.text(at: 1) == "\u{FFFD}")
        let notes = try reader.finish()
        #expect(notes.map(\.code) == ["undefined-byte"])
        #expect(notes.map(\.row) == [3])
    }

    @Test(
        arguments: [
            ([], "empty"), (Array("\n\n".utf8), "empty"), (Array("a\u{0}b".utf8), "binary"),
            (Array("PK\u{3}\u{4}\u{0}".utf8), "binary"), ([0xEF, 0xBB, 0xBF, 0xFF], "unreadable-encoding"),
            ([0xFF, 0xFE, 0x61], "truncated"), (Array("a,b\n1,\"2\n3,4\n".utf8), "truncated"),
            (Array("a,b\n1,2\n3".utf8), "truncated"),
        ] as [([UInt8], String)])
    func `a file that is no whole text is refused`(bytes: [UInt8], code: String) {
        let refusal = #expect(throws: Refusal.self) { try rows(bytes) }
        #expect(refusal?.code == code)
        #expect(refusal?.kind == .input)
    }

    @Test func `a whole last row without a line break is kept and noted`() throws {
        var reader = try RowReader(Array("a,b\n1,2".utf8), named: "a.csv")
        try #require(advance(&reader))
        let notes = try reader.finish()
        #expect(notes.map(\.code) == ["no-final-line-break"])
    }

    @Test func `a row short or long of cells is ragged, and blank cells at the end are not`() throws {
        var reader = try RowReader(Array("a,b\n1\n1,2,3\n1,2,\n1,2\n".utf8), named: "a.csv")
        var codes: [String?] = []
        while reader.next() { codes.append(reader.raggedness?.code) }
        #expect(codes == ["ragged-row", "ragged-row", nil, nil])
    }

    @Test(arguments: UInt64(1)...20)
    func `what is written by the rules of RFC 4180 is read back, whatever it is`(seed: UInt64) throws {
        var state = seed
        func draw(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let pieces = ["a", ",", "\"", "\n", "\r\n", "é", " ", ";", "7", "\t"]
        let table = (0..<8).map { _ in
            ["x"] + (0..<3).map { _ in (0..<draw(6)).map { _ in pieces[draw(10)] }.joined() } + ["x"]
        }
        let text = table.map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }.joined(separator: "\r\n")
        var reader = try RowReader(Array(text.utf8), named: "seed \(seed)", delimiter: 44)
        var read = [reader.header]
        while reader.next() { read.append(reader.cells.indices.map { reader.text(at: $0) }) }
        #expect(read == table.map { $0.map { TrimmedText.trim($0) } })
    }

    @Test(arguments: UInt64(1)...40)
    func `no bytes at all make it fall over`(seed: UInt64) {
        var state = seed &* 77
        let bytes = (0..<200).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return [34, 44, 10, 13, 65, 32, 0xC2, 0xA0, 0x81, 49][Int((state >> 33) % 10)] as UInt8
        }
        do throws(Refusal) {
            var reader = try RowReader(bytes, named: "seed \(seed)")
            while reader.next() {
                for place in reader.cells.indices { _ = (reader.text(at: place), reader.hundredths(at: place)) }
            }
            _ = try reader.finish()
        } catch {
            #expect(["truncated", "empty"].contains(error.code))
        }
    }
}
