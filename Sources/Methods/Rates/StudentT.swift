#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Student's t-distribution.
public enum StudentT {
    /// How likely a value above `value` is.
    ///
    /// - Parameter freedom: degrees of freedom, above 0.
    /// - Reference: Abramowitz and Stegun, 26.7.1 and 26.5.8 (continued fraction of the incomplete beta function).
    public static func probability(above value: Double, freedom: Double) -> Double {
        precondition(freedom > 0, "degrees of freedom are above 0")
        let half = 0.5 * incompleteBeta(freedom / (freedom + value * value), freedom / 2, 0.5)
        return value >= 0 ? half : 1 - half
    }

    /// The value that is exceeded with a probability above 0 and at most one half.
    public static func quantile(above probability: Double, freedom: Double) -> Double {
        precondition(probability > 0 && probability <= 0.5 && freedom > 0, "a tail is above 0, at most one half")
        var (low, high) = (0.0, 1.0)
        while self.probability(above: high, freedom: freedom) > probability {
            low = high
            high *= 2
        }
        let constant = logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - 0.5 * log(freedom * .pi)
        var value = (low + high) / 2
        for _ in 0..<200 {
            let off = self.probability(above: value, freedom: freedom) - probability
            if off > 0 { low = value } else { high = value }
            let density = exp(constant - (freedom + 1) / 2 * log1p(value * value / freedom))
            var next = value + off / density
            if !(next > low && next < high) { next = (low + high) / 2 }
            if abs(next - value) <= 1e-15 * max(1e-300, value) { return next }
            value = next
        }
        return value
    }

    /// The regularised incomplete beta function.
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
        return x < (a + 1) / (a + b + 2)
            ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / safe(1 - (a + b) * x / (a + 1))
        var sum = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / safe(1 + even * d)
            c = safe(1 + even / c)
            sum *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / safe(1 + odd * d)
            c = safe(1 + odd / c)
            sum *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return sum
    }
}
