/// Quantiles of values that do not all count the same.
public enum WeightedQuantiles {
    /// For each probability, the smallest value at which the weight so far reaches that part of the whole
    /// weight.
    ///
    /// A value of the list, never one between two: the lower one where a probability falls on a boundary.
    ///
    /// - Parameters:
    ///   - weights: one for each value, none negative.
    ///   - probabilities: 0 to 1, in any order.
    /// - Returns: as many values as probabilities, in their order; nil of nothing, or where all weights are
    ///   zero.
    public static func quantiles(
        _ probabilities: [Double], of values: [Double], weights: [Double]
    ) -> [Double]? {
        precondition(values.count == weights.count, "each value has its weight")
        precondition(weights.allSatisfy { $0 >= 0 }, "a weight is not negative")
        let order = values.indices.sorted { values[$0] == values[$1] ? $0 < $1 : values[$0] < values[$1] }
        var weightSoFar: [Double] = []
        weightSoFar.reserveCapacity(order.count)
        var sum = 0.0
        for place in order {
            sum += weights[place]
            weightSoFar.append(sum)
        }
        guard sum > 0 else { return nil }
        return probabilities.map { probability in
            precondition((0...1).contains(probability), "a probability is 0 to 1")
            let wanted = probability * sum
            var (low, high) = (0, weightSoFar.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if weightSoFar[middle] >= wanted { high = middle } else { low = middle + 1 }
            }
            return values[order[low]]
        }
    }
}
