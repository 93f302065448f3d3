public import Vocabulary

/// The worth of options as the weighted sum of their values on the criteria.
///
/// - Reference: Keeney and Raiffa, Decisions with Multiple Objectives (1976), chapter 3.
public enum AdditiveValue {
    /// Each option's weighted sum.
    ///
    /// - Parameters:
    ///   - performances: values, `options × criteria`, row major.
    ///   - weights: one for each criterion; taken as they are, so that they should sum to one.
    /// - Returns: one for each option, in their order.
    public static func values(of performances: [Double], weights: [Double]) -> [Double] {
        let criteria = weights.count
        precondition(
            criteria > 0 && performances.count % criteria == 0, "each option has a value on each criterion")
        return stride(from: 0, to: performances.count, by: criteria).map { start in
            var sum = 0.0
            for place in 0..<criteria { sum += weights[place] * performances[start + place] }
            return sum
        }
    }

    /// Each value's rank: one more than the number that are larger, so that equals share the better rank.
    public static func ranks(_ values: [Double]) -> [Int] {
        let ordered = values.sorted(by: >)
        return values.map { value in 1 + (ordered.firstIndex(of: value) ?? ordered.count) }
    }

    /// The share of the whole that each criterion of a tree has: its local weights multiplied down the path.
    ///
    /// - Parameters:
    ///   - local: each node's weight among its siblings; the weights of siblings sum to one.
    ///   - parents: each node's parent by its place in the lists; nil at the top.
    /// - Returns: one for each node; those of the leaves sum to one.
    /// - Throws: `Refusal` for a parent that is not there, a cycle, a negative weight, or siblings whose
    ///   weights do not sum to one (within a billionth).
    public static func treeWeights(local: [Double], parents: [Int?]) throws(Refusal) -> [Double] {
        guard local.count == parents.count, !local.isEmpty else {
            throw refusal("Each criterion of the tree needs a local weight and its place.")
        }
        if let place = local.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw refusal(
                "The local weight of criterion \(place + 1) is \(local[place]); it must be 0 or more.")
        }
        if let place = parents.firstIndex(where: { $0.map { !local.indices.contains($0) } ?? false }) {
            throw refusal("Criterion \(place + 1) stands under one that does not exist.")
        }
        var sums: [Int: Double] = [:]
        for (place, parent) in parents.enumerated() { sums[parent ?? -1, default: 0] += local[place] }
        for (parent, sum) in sums.sorted(by: { $0.key < $1.key }) where (sum - 1).magnitude > 1e-9 {
            let which = parent < 0 ? "at the top" : "under criterion \(parent + 1)"
            throw refusal("The local weights \(which) sum to \(sum), not to 1.")
        }
        var weights: [Double] = []
        for place in local.indices {
            var (weight, steps) = (local[place], 0)
            var above = parents[place]
            while let parent = above {
                steps += 1
                guard steps <= local.count else {
                    throw refusal("Criterion \(place + 1) stands, in the end, under itself.")
                }
                weight *= local[parent]
                above = parents[parent]
            }
            weights.append(weight)
        }
        return weights
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "criteria-tree", sentence)
    }
}
