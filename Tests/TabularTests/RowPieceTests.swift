import Tabular
import TestSupport
import Testing
import Vocabulary

struct RowPieceTests {
    private func cells(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        RowPiece(bytes: Array(text.utf8), delimiter: 44).forEachRow { (row: borrowing RowPiece.Row) in
            var cells: [String] = []
            for place in row.cells.indices { cells.append(row.withCell(place) { CellText.text($0) }) }
            rows.append(cells)
        }
        return rows
    }

    @Test func `the rows and cells of a piece are those of the whole file`() throws {
        let text = "a,\"b,c\",\"d\"\"e\"\r\n\r\n1,\"two\nlines\",3\n , ,\n5\" drain,x,\"y\" z\rlast,,"
        var reader = try RowReader(Array(("h,i,j\n" + text).utf8), named: "x.csv")
        var expected: [[String]] = []
        while reader.next() { expected.append(reader.cells.indices.map { reader.text(at: $0) }) }
        #expect(cells(text) == expected)
    }

    @Test func `blank lines are counted and not handed on`() {
        var numbers: [Int] = []
        let found = RowPiece(bytes: Array("a\n\n,\nb".utf8), delimiter: 44).forEachRow {
            (row: borrowing RowPiece.Row) in numbers.append(row.number)
        }
        #expect(numbers == [1, 4] && found.rows == 4 && found.ending == .endOfFile)
        #expect(RowPiece(bytes: Array("a\n\"b\n".utf8), delimiter: 44).forEachRow { _ in }.ending == .openQuote)
    }

    @Test(arguments: [
        ("a,b\nc", 4), ("a,b", 0), ("a,\"b\nc", 0), ("x\na,\"b\nc\"\nd", 10), ("5\" drain\n6\n7", 11),
        ("a\r\n\"b\r", 3),
    ])
    func `a piece is cut behind its last whole row`(text: String, end: Int) {
        #expect(RowPiece.endOfRows(in: Array(text.utf8), delimiter: 44) == end)
    }

    @Test(arguments: 0..<60)
    func `a piece is cut where reading the rows one by one would cut it`(seed: UInt64) {
        var draws = SeededNumbers(seed: seed)
        let marks = Array("a,\"\n\r \"\n,b".utf8)
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...24, using: &draws)).map { _ in marks.randomElement(using: &draws)! }
            let expected = (0...bytes.count).last { end in
                guard let last = bytes[..<end].last, last == 10 || (last == 13 && end < bytes.count) else {
                    return false
                }
                let piece = RowPiece(bytes: Array(bytes[..<end]), delimiter: 44)
                return piece.forEachRow { _ in }.ending == .lineBreak
            }
            let found = RowPiece.endOfRows(in: bytes, delimiter: 44)
            #expect(found == expected ?? 0, "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}

struct ScaledNumberTests {
    private func read(_ text: String, _ places: Int) -> ScaledNumber {
        var text = text
        return text.withUTF8 { ScaledNumber.read($0, places: places) }
    }

    @Test(arguments: [
        ("1.234567", 6, ScaledNumber.value(1_234_567)), ("1.2345678", 6, .tooFine), ("1.50000000", 1, .value(15)),
        ("12", 0, .value(12)), ("12.0", 0, .value(12)), ("12.5", 0, .tooFine), ("(0.5)", 4, .value(-5_000)),
        ("", 2, .blank),
        ("\u{A0} ", 2, .blank), ("TBC", 2, .unreadable), ("99999999999", 6, .value(99_999_999_999_000_000)),
        ("999999999999", 6, .unreadable), ("99999999999999999999999999", 0, .unreadable), ("\u{FFFD}7", 2, .value(700)),
        ("Â£7", 2, .value(700)), ("££7", 2, .unreadable), ("£", 2, .unreadable),
    ])
    func `a number is exact to the places asked for, or it is not one`(
        text: String, places: Int, expected: ScaledNumber
    ) {
        #expect(read(text, places) == expected)
    }

    @Test func `a pound sign cut from UTF-8 is a pound sign`() {
        let bytes: [UInt8] = [0xA3, 0x31, 0x2C, 0x30, 0x30, 0x30]
        #expect(bytes.withUnsafeBufferPointer { ScaledNumber.read($0, places: 2) } == .value(100_000))
    }
}

struct TitleWordsTests {
    @Test func `the nearest title has half of the words in common, and is alone in it`() {
        let known = ["ACTIVITY TREATMENT FUNCTION CODE", "SERVICE CODE", "TARIFF CODE"]
        #expect(TitleWords.nearest(to: "Treatment_Function_Codes", among: known) == known[0])
        #expect(TitleWords.nearest(to: "code", among: known) == nil, "two are equally like")
        #expect(TitleWords.nearest(to: "Ward", among: known) == nil)
        #expect(TitleWords.key("local_sub-specialty (code)") == "LOCAL SUB SPECIALTY CODE")
    }
}
