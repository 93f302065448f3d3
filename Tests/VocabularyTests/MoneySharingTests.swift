import TestSupport
import Testing
import Vocabulary

struct MoneySharingTests {
    @Test func `a hundred pence in three parts are 34, 33 and 33`() throws {
        #expect(try Money(pence: 100).shared(by: [1, 1, 1]).map(\.pence) == [34, 33, 33])
        #expect(try Money(pence: -100).shared(by: [1, 1, 1]).map(\.pence) == [-34, -33, -33])
    }

    @Test func `the largest remainder takes the odd penny`() throws {
        #expect(try Money(pence: 10).shared(by: [1, 2, 4]).map(\.pence) == [1, 3, 6])
        #expect(try Money(pence: 7).shared(by: [0, 5, 0]).map(\.pence) == [0, 7, 0])
    }

    @Test func `weights at fault are named`() {
        #expect(throws: SharingError.noWeights) { try Money(pence: 1).shared(by: []) }
        #expect(throws: SharingError.negativeWeight(position: 1)) { try Money(pence: 1).shared(by: [3, -1]) }
        #expect(throws: SharingError.allWeightsZero) { try Money(pence: 1).shared(by: [0, 0]) }
        #expect(throws: SharingError.noWeights) { try Units(1).shared(by: []) }
    }

    @Test(arguments: [31, 32, 33, 34] as [UInt64])
    func `shares sum to the whole, none is a penny or more from its due, and more weight never gets less`(
        seed: UInt64
    ) throws {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<300 {
            let amount = Int.random(in: -10_000_000...10_000_000, using: &numbers)
            let weights = (0..<Int.random(in: 1...40, using: &numbers)).map { _ in
                Int.random(in: 0...1_000, using: &numbers)
            }
            let whole = weights.reduce(0, +)
            if whole == 0 { continue }
            let shares = try Money(pence: amount).shared(by: weights).map(\.pence)
            #expect(shares.reduce(0, +) == amount)
            for (share, weight) in zip(shares, weights) {
                #expect((share * whole - amount * weight).magnitude < whole.magnitude)
            }
            for (one, other) in zip(zip(shares, weights), zip(shares, weights).dropFirst())
            where one.1 > other.1 {
                #expect(one.0.magnitude >= other.0.magnitude)
            }
        }
    }

    @Test func `weights and amounts as large as they come do not overflow`() throws {
        let shares = try Money(pence: .max).shared(by: [.max, .max, .max])
        #expect(shares.map(\.pence).reduce(0, +) == .max)
        #expect(try Money(pence: .min).shared(by: [1]) == [Money(pence: .min)])
    }

    @Test func `units are shared to the hundredth`() throws {
        #expect(try Units(1).shared(by: [1, 1, 1]).map(\.hundredths) == [34, 33, 33])
    }
}
