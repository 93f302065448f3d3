/// Why an amount could not be shared; positions count from 0.
public enum SharingError: Error, Equatable, Sendable {
    case noWeights
    case negativeWeight(position: Int)
    case allWeightsZero
}

extension Money {
    /// Shares the amount in proportion to `weights`, losing and inventing no penny.
    ///
    /// - Parameter weights: one for each share, in any unit; none negative, not all zero.
    /// - Returns: as many amounts as weights, in the same order, summing to the amount itself.
    /// - Throws: `SharingError`, naming the position at fault.
    /// - Reference: method of largest remainders (Hamilton); ties go to the earlier position.
    public func shared(by weights: [Int]) throws(SharingError) -> [Money] {
        guard !weights.isEmpty else { throw .noWeights }
        if let position = weights.firstIndex(where: { $0 < 0 }) { throw .negativeWeight(position: position) }
        let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
        guard whole > 0 else { throw .allWeightsZero }

        let sign = pence < 0 ? -1 : 1
        let amount = Int128(pence.magnitude)
        var shares: [Int] = []
        var remainders: [(position: Int, remainder: Int128)] = []
        for (position, weight) in weights.enumerated() {
            let (share, remainder) = (amount * Int128(weight)).quotientAndRemainder(dividingBy: whole)
            shares.append(Int(share))
            remainders.append((position, remainder))
        }
        let missing = Int(amount) - shares.reduce(0, +)
        let byRemainder = remainders.sorted {
            $0.remainder == $1.remainder ? $0.position < $1.position : $0.remainder > $1.remainder
        }
        for place in byRemainder.prefix(missing) { shares[place.position] += 1 }
        return shares.map { Money(pence: sign * $0) }
    }
}
