/// `value × numerator ÷ denominator` in 128 bits, to the nearest whole, halves away from zero.
///
/// - Precondition: `denominator` is not zero, and the answer fits an `Int`.
package func roundedQuotient(_ value: Int, times numerator: Int, over denominator: Int) -> Int {
    precondition(denominator != 0, "a quotient needs a denominator")
    let product = Int128(value) * Int128(numerator)
    let divisor = Int128(denominator)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude * 2 >= divisor.magnitude else { return Int(quotient) }
    return Int(quotient + ((product < 0) == (divisor < 0) ? 1 : -1))
}

/// A whole number, not negative, with commas between its thousands.
package func grouped(_ value: Int) -> String {
    let digits = Array(String(value))
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}

/// Whole shares of an amount in proportion to `weights`, summing to the amount: largest remainders, earlier
/// first.
func apportioned(_ amount: Int, by weights: [Int]) throws(SharingError) -> [Int] {
    guard !weights.isEmpty else { throw .noWeights }
    if let position = weights.firstIndex(where: { $0 < 0 }) { throw .negativeWeight(position: position) }
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard whole > 0 else { throw .allWeightsZero }

    let size = Int128(amount.magnitude)
    var shares: [Int128] = []
    var remainders: [(position: Int, remainder: Int128)] = []
    for (position, weight) in weights.enumerated() {
        let (share, remainder) = (size * Int128(weight)).quotientAndRemainder(dividingBy: whole)
        shares.append(share)
        remainders.append((position, remainder))
    }
    let missing = Int(size - shares.reduce(0, +))
    let byRemainder = remainders.sorted {
        $0.remainder == $1.remainder ? $0.position < $1.position : $0.remainder > $1.remainder
    }
    for place in byRemainder.prefix(missing) { shares[place.position] += 1 }
    return shares.map { Int(amount < 0 ? -$0 : $0) }
}
