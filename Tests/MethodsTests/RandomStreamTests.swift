import Testing

@testable import Methods

@Suite struct RandomStreamTests {
    /// Random123, `tests/kat_vectors`, philox 4x32 10: counter, key, answer.
    @Test(
        arguments: [
            ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            (
                [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
                [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
            ),
            (
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
            ),
        ] as [([UInt32], [UInt32], [UInt32])])
    func `the published known answers come out`(counter: [UInt32], key: [UInt32], answer: [UInt32]) {
        let block = RandomStream.block(
            at: .init(a: counter[0], b: counter[1], c: counter[2], d: counter[3]),
            key: .init(a: key[0], b: key[1]))
        #expect([block.a, block.b, block.c, block.d] == answer)
    }

    @Test func `a seed's first words are the block at nought`() {
        var draws = RandomStream(seed: 0)
        #expect(draws.next() == 0xe169_c58d_6627_e8d5)
        #expect(draws.next() == 0x9b00_dbd8_bc57_ac4c)
    }

    @Test func `a substream is the same whatever was drawn before`() {
        var draws = RandomStream(seed: 20_241_231)
        let before = draws.substream(5)
        for _ in 0..<7 { _ = draws.next() }
        #expect(draws.substream(5) == before)
    }

    @Test func `substreams of a thousand indices and their parent begin differently`() {
        let parent = RandomStream(seed: 11)
        var starts: Set<UInt64> = []
        for index in 0..<1_000 {
            var child = parent.substream(index)
            var grandchild = parent.substream(index).substream(index)
            starts.formUnion([child.next(), grandchild.next()])
        }
        var itself = parent
        starts.insert(itself.next())
        #expect(starts.count == 2_001)
    }

    @Test func `work cut over many tasks draws what one task draws`() async {
        let parent = RandomStream(seed: 3)
        let alone = (0..<64).map { index in
            var draws = parent.substream(index)
            return (0..<10).map { _ in draws.next() }
        }
        let together = await withTaskGroup(of: (Int, [UInt64]).self) { group in
            for index in 0..<64 {
                group.addTask {
                    var draws = parent.substream(index)
                    return (index, (0..<10).map { _ in draws.next() })
                }
            }
            return await group.reduce(into: [[UInt64]](repeating: [], count: 64)) { $0[$1.0] = $1.1 }
        }
        #expect(alone == together)
    }

    @Test(arguments: [1 as UInt64, 2, 0xdead_beef, .max])
    func `uniform draws stay in the unit interval with mean a half`(seed: UInt64) {
        var draws = RandomStream(seed: seed)
        let values = (0..<20_000).map { _ in draws.uniform() }
        #expect(values.allSatisfy { $0 >= 0 && $0 < 1 })
        // The mean of 20,000 has a standard error of 0.00204; five of them.
        #expect(abs(values.reduce(0, +) / 20_000 - 0.5) < 0.0102)
    }

    @Test(arguments: [1 as UInt64, 2, 0xdead_beef])
    func `normal draws have mean nought and variance one`(seed: UInt64) {
        var draws = RandomStream(seed: seed)
        let values = (0..<20_000).map { _ in draws.normal() }
        let mean = values.reduce(0, +) / 20_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
        #expect(abs(mean) < 0.0354)
        #expect(abs(variance - 1) < 0.05)
    }

    @Test func `a draw below a number takes every value about as often`() {
        var draws = RandomStream(seed: 99)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<14_000 { counts[draws.below(7)] += 1 }
        // Expected 2,000 each, with a standard deviation of 41.4; five of them.
        #expect(counts.allSatisfy { abs($0 - 2_000) < 207 })
        #expect(draws.below(1) == 0)
    }

    @Test func `shuffling keeps every element`() {
        var draws = RandomStream(seed: 4)
        let shuffled = draws.shuffled(0..<100)
        #expect(shuffled != Array(0..<100))
        #expect(shuffled.sorted() == Array(0..<100))
    }
}
