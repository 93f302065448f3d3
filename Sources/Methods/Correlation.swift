/// How far two lists of numbers go together, by value (Pearson) or by rank (Spearman).
public enum Correlation {
    /// Product-moment correlation, −1 to 1.
    ///
    /// - Returns: nil with fewer than two pairs, or where one list does not vary.
    /// - Precondition: lists of one length.
    public static func pearson(_ left: [Double], _ right: [Double]) -> Double? {
        precondition(left.count == right.count, "pairs have two sides")
        guard left.count >= 2 else { return nil }
        let count = Double(left.count)
        let leftMean = left.reduce(0, +) / count
        let rightMean = right.reduce(0, +) / count
        var (product, leftSquares, rightSquares) = (0.0, 0.0, 0.0)
        for place in left.indices {
            let (x, y) = (left[place] - leftMean, right[place] - rightMean)
            product += x * y
            leftSquares += x * x
            rightSquares += y * y
        }
        guard leftSquares > 0, rightSquares > 0 else { return nil }
        return max(-1, min(1, product / (leftSquares.squareRoot() * rightSquares.squareRoot())))
    }

    /// Rank correlation, −1 to 1: Pearson's of the ranks, ties sharing the mean of the ranks they fill.
    ///
    /// - Returns: nil with fewer than two pairs, or where one list does not vary.
    /// - Reference: Spearman, American Journal of Psychology 15 (1904) 72.
    public static func spearman(_ left: [Double], _ right: [Double]) -> Double? {
        pearson(ranks(of: left), ranks(of: right))
    }

    /// Ranks from 1 for the smallest; equal values share the mean of the ranks they fill.
    public static func ranks(of values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let shared = Double(start + 1 + end) / 2
            for place in start..<end { ranks[order[place]] = shared }
            start = end
        }
        return ranks
    }
}
