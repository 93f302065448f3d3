/// Random numbers that depend on a seed, a stream and a position only: Philox 4×32-10.
///
/// The generator is counter-based: the block at a position is a function of `(seed, stream, position)`, so
/// work cut over any number of threads gives the same numbers, if each piece takes its own `substream(_:)`.
/// The period of a stream is 2⁶⁵ words of 64 bits. Not for secrets.
///
/// ```swift
/// var draws = RandomStream(seed: 7).substream(contractNumber)
/// let uniform = draws.uniform()
/// ```
///
/// - Reference: J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11 (2011), section 3.3;
///   the known answers are those published with Random123 (`kat_vectors`).
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
    private let key: Words2
    private let stream: UInt64
    private var block: UInt64 = 0
    /// The second half of a block whose first half was given out.
    private var spare: UInt64?

    /// Four words of 32 bits, the lowest first.
    struct Words4: Hashable, Sendable {
        var a, b, c, d: UInt32
    }

    struct Words2: Hashable, Sendable {
        var a, b: UInt32
    }

    /// - Parameter stream: streams of one seed are independent; 0 is the seed's own.
    public init(seed: UInt64, stream: UInt64 = 0) {
        self.key = Words2(a: UInt32(truncatingIfNeeded: seed), b: UInt32(truncatingIfNeeded: seed >> 32))
        self.stream = stream
    }

    /// The stream of the index under this one, whatever was drawn from this one so far.
    ///
    /// Its seed is the block of this seed at `(index, ¬stream)`, so that substreams may have substreams.
    public func substream(_ index: Int) -> RandomStream {
        let place = UInt64(bitPattern: Int64(index))
        let words = RandomStream.block(at: RandomStream.words(place, ~stream), key: key)
        return RandomStream(seed: RandomStream.joined(words.a, words.b), stream: 0)
    }

    public mutating func next() -> UInt64 {
        if let spare {
            self.spare = nil
            return spare
        }
        let words = RandomStream.block(at: RandomStream.words(block, stream), key: key)
        block &+= 1
        spare = RandomStream.joined(words.c, words.d)
        return RandomStream.joined(words.a, words.b)
    }

    /// Uniform in [0, 1), one of 2⁵³ equally spaced values.
    public mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// Standard normal, by the inverse of its distribution function: one draw each.
    public mutating func normal() -> Double {
        standardNormalQuantile((Double(next() >> 12) + 0.5) * 0x1p-52)
    }

    /// Uniform among 0 to `count − 1`, without bias.
    ///
    /// - Precondition: `count` is positive.
    /// - Reference: D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019.
    public mutating func below(_ count: Int) -> Int {
        precondition(count > 0, "a draw needs something to draw from")
        let bound = UInt64(count)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    /// The elements in an order that depends on the stream only (Fisher and Yates).
    public mutating func shuffled<Element>(_ elements: some Sequence<Element>) -> [Element] {
        var shuffled = Array(elements)
        for last in stride(from: shuffled.count - 1, to: 0, by: -1) {
            shuffled.swapAt(last, below(last + 1))
        }
        return shuffled
    }
}

extension RandomStream {
    /// Ten rounds of Philox 4×32.
    static func block(at counter: Words4, key: Words2) -> Words4 {
        var state = counter
        var key = key
        for round in 0..<10 {
            if round > 0 {
                key.a &+= 0x9E37_79B9
                key.b &+= 0xBB67_AE85
            }
            let left = UInt64(0xD251_1F53) &* UInt64(state.a)
            let right = UInt64(0xCD9E_8D57) &* UInt64(state.c)
            state = Words4(
                a: UInt32(truncatingIfNeeded: right >> 32) ^ state.b ^ key.a,
                b: UInt32(truncatingIfNeeded: right),
                c: UInt32(truncatingIfNeeded: left >> 32) ^ state.d ^ key.b,
                d: UInt32(truncatingIfNeeded: left))
        }
        return state
    }

    private static func words(_ low: UInt64, _ high: UInt64) -> Words4 {
        Words4(
            a: UInt32(truncatingIfNeeded: low), b: UInt32(truncatingIfNeeded: low >> 32),
            c: UInt32(truncatingIfNeeded: high), d: UInt32(truncatingIfNeeded: high >> 32))
    }

    private static func joined(_ low: UInt32, _ high: UInt32) -> UInt64 {
        UInt64(low) | UInt64(high) << 32
    }
}
