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
        try apportioned(pence, by: weights).map { Money(pence: $0) }
    }
}
