#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The gamma distribution with scale 1: of what the Poisson and chi-squared distributions are made.
///
/// - Reference: Abramowitz and Stegun, 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method).
public enum GammaDistribution {
    /// The probabilities of a value at most, and of one above `value`.
    ///
    /// - Parameter shape: above 0.
    public static func probabilities(of value: Double, shape: Double) -> (atMost: Double, above: Double) {
        precondition(shape > 0, "a shape is above 0")
        guard value > 0 else { return (0, 1) }
        let scale = exp(shape * log(value) - value - logGamma(shape))
        if value < shape + 1 {
            var (term, sum, step) = (1 / shape, 1 / shape, shape)
            while term > sum * 1e-17 {
                step += 1
                term *= value / step
                sum += term
            }
            let below = min(1, sum * scale)
            return (below, 1 - below)
        }
        let tiny = 1e-300
        var b = value + 1 - shape
        var c = 1 / tiny
        var d = 1 / b
        var fraction = d
        for step in 1...100_000 {
            let a = -Double(step) * (Double(step) - shape)
            b += 2
            d = a * d + b
            if abs(d) < tiny { d = tiny }
            c = b + a / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let change = d * c
            fraction *= change
            if abs(change - 1) < 1e-16 { break }
        }
        let above = min(1, scale * fraction)
        return (1 - above, above)
    }

    /// The value that is not exceeded with a probability; `above` asks for the value that is exceeded with it.
    ///
    /// About thirteen figures are right, in the tail that is asked for.
    ///
    /// - Parameters:
    ///   - probability: above 0 and below 1.
    ///   - shape: above 0.
    public static func quantile(_ probability: Double, shape: Double, above: Bool = false) -> Double {
        precondition(probability > 0 && probability < 1 && shape > 0, "a probability is above 0 and below 1")
        func excess(_ value: Double) -> Double {
            let both = probabilities(of: value, shape: shape)
            return above ? probability - both.above : both.atMost - probability
        }
        var (low, high) = (0.0, max(1, shape))
        while excess(high) < 0 {
            low = high
            high *= 2
        }
        // Wilson and Hilferty's cube to begin with; Newton's steps that leave the bracket are halved instead.
        let normal = StandardNormal.quantile(probability) * (above ? -1 : 1)
        let cube = 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot())
        var value = shape * cube * cube * cube
        if !(value > low && value < high) { value = (low + high) / 2 }
        for _ in 0..<200 {
            let off = excess(value)
            if off > 0 { high = value } else { low = value }
            let density = exp((shape - 1) * log(value) - value - logGamma(shape))
            var next = value - off / density
            if !(next > low && next < high) { next = (low + high) / 2 }
            if abs(next - value) <= 1e-15 * value { return next }
            value = next
        }
        return value
    }
}

/// The logarithm of the gamma function of a number above 0, to about fifteen figures.
///
/// - Reference: Lanczos, SIAM Journal on Numerical Analysis 1 (1964) 86; Godfrey's coefficients.
func logGamma(_ x: Double) -> Double {
    let coefficients = [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
        0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.21743961811521264320e-3,
        -0.16431810653676389022e-3, 0.84418223983852743293e-4, -0.26190838401581408670e-4,
        0.36899182659531622704e-5,
    ]
    var sum = coefficients[0]
    for place in 1..<coefficients.count { sum += coefficients[place] / (x - 1 + Double(place)) }
    let base = x + 607.0 / 128 - 0.5
    return (x - 0.5) * log(base) - base + log(2.5066282746310005024 * sum)
}
