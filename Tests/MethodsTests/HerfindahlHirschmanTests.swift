import Methods
import Testing

struct HerfindahlHirschmanTests {
    @Test func `one part alone has the index 10,000`() throws {
        let single = try #require(HerfindahlHirschman(sizes: [7]))
        #expect(single.index == 10_000)
        #expect(single.effectiveNumber == 1)
        #expect(single.topFour == 1)
    }

    @Test(arguments: [2, 5, 40]) func `equal parts are as many as their effective number`(count: Int) throws {
        let equal = try #require(HerfindahlHirschman(sizes: Array(repeating: 300, count: count)))
        #expect(abs(equal.effectiveNumber - Double(count)) < 1e-9)
        #expect(abs(equal.topFour - min(1, 4 / Double(count))) < 1e-12)
    }

    @Test func `shares of 30, 30, 20 and 20 per cent have the index 2,600`() throws {
        let four = try #require(HerfindahlHirschman(sizes: [20, 30, 20, 30]))
        #expect(abs(four.index - 2_600) < 1e-9)
    }

    @Test func `nothing has no concentration`() {
        #expect(HerfindahlHirschman(sizes: []) == nil)
        #expect(HerfindahlHirschman(sizes: [0, 0]) == nil)
    }

    @Test func `empty parts and the order of parts change nothing`() {
        #expect(HerfindahlHirschman(sizes: [5, 0, 3, 1]) == HerfindahlHirschman(sizes: [1, 3, 5]))
    }
}
