/// Comparison that takes the same time wherever two secrets begin to differ.
package enum ConstantTime {
    /// True where both hold the same bytes; that their lengths differ may show.
    package static func areEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (one, other) in zip(left, right) { difference |= one ^ other }
        return difference == 0
    }
}
