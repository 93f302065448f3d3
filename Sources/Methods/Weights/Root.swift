/// The root of a whole degree, by Newton's rule from above: the same bits everywhere.
///
/// - Parameters:
///   - degree: 1 or more.
///   - value: above zero and finite; within 2^±1000.
func root(_ degree: Int, of value: Double) -> Double {
    precondition(degree >= 1 && value > 0 && value.isFinite, "a root of a positive number")
    guard degree > 1 else { return value }
    let exponent = Int(value.exponent) + 1
    let above = exponent >= 0 ? (exponent + degree - 1) / degree : -(-exponent / degree)
    var root = Double(sign: .plus, exponent: above, significand: 1)
    while true {
        var power = 1.0
        for _ in 1..<degree { power *= root }
        let next = root - (root - value / power) / Double(degree)
        guard next < root else { return root }
        root = next
    }
}

/// The geometric mean of numbers above zero.
func geometricMean(_ values: [Double]) -> Double {
    root(values.count, of: values.reduce(1, *))
}
