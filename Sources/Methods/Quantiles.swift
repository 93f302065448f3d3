/// Middles and quantiles of a list of numbers.
public enum Quantiles {
    /// The middle value, or the mean of the two middle values; nil of nothing.
    public static func median(_ values: [Double]) -> Double? { quantile(0.5, of: values) }

    /// The value below which a part of the list lies, linear between neighbours.
    ///
    /// - Parameter probability: 0 to 1.
    /// - Returns: nil of nothing.
    /// - Reference: Hyndman and Fan, American Statistician 50 (1996) 361, type 7.
    public static func quantile(_ probability: Double, of values: [Double]) -> Double? {
        quantile(probability, ofSorted: values.sorted())
    }

    /// As `quantile(_:of:)`, for a list that is already in ascending order.
    public static func quantile(_ probability: Double, ofSorted values: [Double]) -> Double? {
        precondition((0...1).contains(probability), "a probability is 0 to 1")
        guard let last = values.last else { return nil }
        let place = probability * Double(values.count - 1)
        let below = Int(place)
        guard below + 1 < values.count else { return last }
        return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
    }

    /// The sum of values, each times its weight.
    ///
    /// - Precondition: lists of one length.
    public static func weightedSum(_ values: [Double], weights: [Double]) -> Double {
        precondition(values.count == weights.count, "each value has its weight")
        return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
