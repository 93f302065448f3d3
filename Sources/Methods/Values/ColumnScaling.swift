public import Vocabulary

/// Raw measurements of all options on one criterion, put on a scale where more is better.
///
/// These scales depend on which options are compared, so adding one can change the order of the others; a
/// `ValueFunction` with fixed anchors does not. They are here to check answers of tables made elsewhere.
///
/// - Reference: Hwang and Yoon, Multiple Attribute Decision Making (1981), section 2.4.
public enum ColumnScaling: String, Sendable, CaseIterable {
    /// `x ÷ largest`, or `smallest ÷ x` where less is better.
    case ratioToBest
    /// `x ÷ sum`, or `(1 ÷ x) ÷ sum of (1 ÷ x)` where less is better.
    case shareOfSum
    /// From 0 for the worst option to 1 for the best.
    case range

    /// - Returns: one for each measurement, in their order.
    /// - Throws: `Refusal` for a measurement that is not above zero where the scale divides by it, and for a
    ///   column that does not vary where the scale is `range`.
    public func scaled(_ column: [Double], lessIsBetter: Bool) throws(Refusal) -> [Double] {
        guard !column.isEmpty, column.allSatisfy(\.isFinite) else {
            throw ColumnScaling.refusal(
                "A column of measurements is empty or holds what is not a finite number.")
        }
        let (low, high) = (column.min() ?? 0, column.max() ?? 0)
        if self == .range {
            guard low < high else {
                throw ColumnScaling.refusal(
                    "All options measure \(low); a range of nothing cannot be scaled.")
            }
            return column.map { (lessIsBetter ? high - $0 : $0 - low) / (high - low) }
        }
        guard low > 0 else {
            throw ColumnScaling.refusal(
                "The measurement \(low) is not above zero, and this scale is one of ratios.")
        }
        guard self == .shareOfSum else { return column.map { lessIsBetter ? low / $0 : $0 / high } }
        let parts = lessIsBetter ? column.map { 1 / $0 } : column
        let sum = parts.reduce(0, +)
        return parts.map { $0 / sum }
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "column-scaling", sentence)
    }
}
