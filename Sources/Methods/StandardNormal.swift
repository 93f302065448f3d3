#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The normal distribution with mean 0 and standard deviation 1.
public enum StandardNormal {
    /// The probability of a value at or below `value`.
    public static func probability(atMost value: Double) -> Double {
        0.5 * erfc(-value / 2.0.squareRoot())
    }

    /// The value that is not exceeded with a probability above 0 and below 1; by AS 241.
    public static func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a probability is above 0 and below 1")
        return standardNormalQuantile(probability)
    }

    /// Half the width of the central interval that holds `level` per cent: 90 gives 1.645.
    public static func halfWidth(level: Int) -> Double {
        precondition((1...99).contains(level), "a level is 1 to 99 per cent")
        return quantile(0.5 + Double(level) / 200)
    }
}
