public import Vocabulary

/// Weights from an order alone: the middle of all weights that agree with it.
///
/// The criterion in place i of n has (1/i + 1/(i+1) + … + 1/n) ÷ n.
///
/// - Reference: Barron and Barrett, Management Science 42 (1996) 1515.
public enum RankOrderCentroid {
    /// - Parameter order: every criterion once, from the most to the least important, by place from 0.
    /// - Returns: one for each criterion, in the criteria's order.
    /// - Throws: `Refusal` where a criterion is missing or stands twice.
    public static func weights(order: [Int]) throws(Refusal) -> [Double] {
        try weights(order: order.map { [$0] })
    }

    /// As `weights(order:)`, with criteria of one place together; nothing is said of the order within a place.
    ///
    /// They share the mean of the weights of the places they fill, which is still the middle of all weights
    /// that agree.
    public static func weights(order places: [[Int]]) throws(Refusal) -> [Double] {
        let order = places.flatMap { $0 }
        let count = order.count
        guard count > 0, order.sorted() == Array(0..<count) else {
            throw Refusal(
                .input, code: "rank-order", "An order names every criterion once; this one does not.",
                remedy: "Put criteria that you cannot tell apart in one place.")
        }
        var byRank = [Double](repeating: 0, count: count)
        var sum = 0.0
        for rank in stride(from: count, through: 1, by: -1) {
            sum += 1 / Double(rank)
            byRank[rank - 1] = sum / Double(count)
        }
        var weights = [Double](repeating: 0, count: count)
        var start = 0
        for place in places where !place.isEmpty {
            let shared = byRank[start..<(start + place.count)].reduce(0, +) / Double(place.count)
            for criterion in place { weights[criterion] = shared }
            start += place.count
        }
        return weights
    }
}
