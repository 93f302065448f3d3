import Methods
import TestSupport
import Testing

struct RatioPredictionTests {
    @Test func `a total by hand: 30 in 3 units of size, 6 to come`() throws {
        // Rate 10; misses −1, +1 and 0 on sizes 1: variance (1 + 1 + 0) ÷ 2 = 1; deviation √(6 + 36 ÷ 3) = √18.
        let found = try #require(RatioPrediction(known: [(1, 9), (1, 11), (1, 10)], sizeToCome: 6))
        #expect(found.rate == 10)
        #expect(found.total == 90)
        #expect(abs(found.deviation - 18.0.squareRoot()) < 1e-12)
        // t of 2 degrees of freedom at 90 per cent is 2.920.
        #expect(abs(found.halfWidth(level: 90) - 2.919986 * 18.0.squareRoot()) < 1e-4)
    }

    @Test func `with nothing to come nothing is unsure`() throws {
        let found = try #require(RatioPrediction(known: [(20, 9), (21, 11)], sizeToCome: 0))
        #expect(found.total == 20)
        #expect(found.halfWidth(level: 90) == 0)
    }

    @Test func `one value, or a size of nothing, predicts nothing`() {
        #expect(RatioPrediction(known: [(1, 9)], sizeToCome: 1) == nil)
        #expect(RatioPrediction(known: [(1, 9), (0, 1)], sizeToCome: 1) == nil)
        #expect(RatioPrediction(known: [(1, 9), (1, .nan)], sizeToCome: 1) == nil)
        #expect(RatioPrediction(known: [(1, 9), (1, 1)], sizeToCome: -1) == nil)
    }

    @Test(arguments: [(4, 50), (4, 90), (8, 50), (8, 90)])
    func `of many random years an interval holds as many as its level says`(months: Int, level: Int) throws {
        let seed: UInt64 = 2026
        var draws = RandomStream(seed: seed, stream: UInt64(months * 100 + level))
        let sizes: [Double] = [20, 20, 21, 23, 20, 22, 23, 20, 21, 21, 20, 22]
        let (years, toCome) = (4_000, sizes.dropFirst(months).reduce(0, +))
        var held = 0
        for _ in 0..<years {
            let values = sizes.map { 1_000 * $0 + 300 * $0.squareRoot() * draws.normal() }
            let known = zip(sizes, values).prefix(months).map { (size: $0, value: $1) }
            let found = try #require(RatioPrediction(known: known, sizeToCome: toCome))
            if abs(values.reduce(0, +) - found.total) <= found.halfWidth(level: level) { held += 1 }
        }
        let share = Double(level) / 100
        let most = 4 * (Double(years) * share * (1 - share)).squareRoot()
        #expect(abs(Double(held) - Double(years) * share) < most, "\(held) of \(years) held, seed \(seed)")
    }
}
