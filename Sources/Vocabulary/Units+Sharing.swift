extension Units {
    /// Shares the units in proportion to `weights`, losing and inventing no hundredth.
    ///
    /// - Parameter weights: one for each share, in any unit; none negative, not all zero.
    /// - Returns: as many amounts as weights, in the same order, summing to the units themselves.
    /// - Throws: `SharingError`, naming the position at fault.
    /// - Reference: method of largest remainders (Hamilton); ties go to the earlier position.
    public func shared(by weights: [Int]) throws(SharingError) -> [Units] {
        try apportioned(hundredths, by: weights).map { Units(hundredths: $0) }
    }
}
