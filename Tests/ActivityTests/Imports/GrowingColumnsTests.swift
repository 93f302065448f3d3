import TestSupport
import Testing

@testable import Activity

struct GrowingColumnsTests {
    @Test(arguments: 1...6) func `whatever is put in, in whatever order it grows, comes out`(_ seed: UInt64) {
        var random = SeededNumbers(seed: seed)
        let columns = GrowingColumns(isText: [true, false])
        var (texts, numbers, isThere): ([[UInt8]], [Int64], [Bool]) = ([], [], [])
        // More than a column first has room for, in rows and in bytes.
        for _ in 0..<40_000 {
            let kind = Int.random(in: 0..<20, using: &random)
            if kind == 0, !texts.isEmpty {
                // The last row is taken back.
                columns.truncate(0, to: texts.count - 1)
                columns.truncate(1, to: texts.count - 1)
                texts.removeLast()
                numbers.removeLast()
                isThere.removeLast()
            } else if kind == 1 {
                columns.appendNothing(to: 0)
                columns.appendNothing(to: 1)
                texts.append([])
                numbers.append(0)
                isThere.append(false)
            } else {
                let text = [UInt8](
                    repeating: UInt8(kind + 60), count: Int.random(in: 0..<(kind == 2 ? 900 : 9), using: &random))
                let number = Int.random(in: -9_999...9_999, using: &random)
                text.withUnsafeBufferPointer { columns.append(text: $0, to: 0) }
                columns.append(number: number, to: 1)
                texts.append(text)
                numbers.append(Int64(number))
                isThere.append(true)
            }
        }
        let values = columns.values()
        #expect(values[0].bytes == texts.flatMap { $0 }, "seed \(seed)")
        #expect(values[0].ends.map(Int.init) == texts.reduce(into: [Int]()) { $0.append(($0.last ?? 0) + $1.count) })
        #expect(values[0].isThere == texts.map { !$0.isEmpty } && values[0].numbers.isEmpty)
        #expect(values[1].numbers == numbers && values[1].isThere == isThere && values[1].bytes.isEmpty)
        let last = texts.count - 1
        #expect(Array(columns.text(last, of: 0)) == texts[last] && columns.number(last, of: 1) == Int(numbers[last]))
    }

    @Test func `columns that nothing was put in are empty`() {
        let values = GrowingColumns(isText: [true, false]).values()
        #expect(values.allSatisfy { $0.isThere.isEmpty && $0.ends.isEmpty && $0.numbers.isEmpty })
    }
}
