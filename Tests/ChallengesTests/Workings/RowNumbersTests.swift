import Testing
import Vocabulary

@testable import Challenges

struct RowNumbersTests {
    private static let files = (1...3).map { EvidenceID(bytes: Array(repeating: UInt8($0), count: 32)) }

    @Test func `a row has one number, whatever was asked for between, and shares it with no other`() {
        var numbers = RowNumbers()
        var seen: [Int: (file: Int, row: Int)] = [:]
        // The largest row that a file may have here, and its neighbours.
        for row in [1, 2, 1 << 20, (1 << 40) - 1] {
            for file in [0, 1, 0, 2, 1] {
                let number = numbers.number(Self.files[file], row)
                if let there = seen[number] { #expect(there == (file, row)) }
                seen[number] = (file, row)
            }
        }
        #expect(seen.count == 12)
    }
}
