extension PairwiseComparison {
    /// Three judgements that should agree: the first over the third, and what two steps by the second make of it.
    public struct Triad: Hashable, Sendable {
        /// Criteria by place, ascending.
        public let first: Int
        public let second: Int
        public let third: Int
        /// The first over the third, as judged.
        public let said: Double
        /// The first over the second times the second over the third.
        public let implied: Double
        /// How many times the one is the other: 1 where they agree.
        public var factor: Double { max(said / implied, implied / said) }
    }

    /// The triads of judgements that disagree most, the worst first; those to look at again together.
    ///
    /// - Parameter count: at most so many; triads that agree within a millionth are left out.
    public func worstTriads(_ count: Int) -> [Triad] {
        var triads: [Triad] = []
        for first in 0..<criteria {
            for second in (first + 1)..<max(criteria, first + 1) {
                for third in (second + 1)..<max(criteria, second + 1) {
                    let triad = Triad(
                        first: first, second: second, third: third, said: matrix[first][third],
                        implied: matrix[first][second] * matrix[second][third])
                    if triad.factor > 1.000_001 { triads.append(triad) }
                }
            }
        }
        let order = triads.indices.sorted {
            triads[$0].factor == triads[$1].factor ? $0 < $1 : triads[$0].factor > triads[$1].factor
        }
        return order.prefix(count).map { triads[$0] }
    }
}
