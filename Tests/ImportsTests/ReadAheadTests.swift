import Testing

import Imports

struct ReadAheadTests {
    @Test func `values come in order, then nothing`() throws {
        let ahead = ReadAhead<Int>(capacity: 2) { yield in for number in 0..<10 { try yield(number) } }
        var values: [Int] = []
        while let value = try ahead.next() { values.append(value) }
        #expect(values == Array(0..<10))
        #expect(try ahead.next() == nil)
    }

    private struct Broken: Error {}

    @Test func `an error comes after the values made before it`() throws {
        let ahead = ReadAhead<Int>(capacity: 3) { yield in
            try yield(1)
            throw Broken()
        }
        #expect(try ahead.next() == 1)
        #expect(throws: Broken.self) { try ahead.next() }
    }

    @Test(arguments: 0..<20)
    func `it can be abandoned at any point`(taken: Int) throws {
        let ahead = ReadAhead<Int>(capacity: 3) { yield in for number in 0..<50 { try yield(number) } }
        for _ in 0..<taken { _ = try ahead.next() }
        ahead.abandon()
    }
}
