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
