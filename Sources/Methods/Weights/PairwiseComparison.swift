public import Vocabulary

/// Judgements of criteria two by two: how many times as important the one is as the other.
///
/// The three ways to weights agree where the judgements are consistent and differ where they are not; an
/// answer says which it is.
///
/// - Reference: Saaty, Journal of Mathematical Psychology 15 (1977) 234.
public struct PairwiseComparison: Hashable, Sendable {
    /// The way from judgements to weights.
    public enum Derivation: String, Sendable, CaseIterable {
        /// The principal eigenvector, by power iteration.
        case eigenvector
        /// The geometric mean of each row.
        case geometricMean
        /// The mean of each row after every column is scaled to sum to one.
        case columnMean
    }

    /// `matrix[i][j]`: how many times as important i is as j.
    public let matrix: [[Double]]
    public var criteria: Int { matrix.count }

    private static let noDifference = 1e-6
    private static let judgements = 0.001...1_000
    private static let mostCriteria = 40

    /// - Throws: `Refusal` where the matrix is not square, a judgement is not between 1/1000 and 1000, the
    ///   diagonal is not 1, or two judgements of one pair do not mirror each other (within a millionth).
    public init(matrix: [[Double]]) throws(Refusal) {
        let count = matrix.count
        guard (1...PairwiseComparison.mostCriteria).contains(count), matrix.allSatisfy({ $0.count == count })
        else {
            throw PairwiseComparison.refusal(
                "The judgements are no square of 1 to \(PairwiseComparison.mostCriteria) criteria.")
        }
        for row in 0..<count {
            for column in 0..<count {
                let judgement = matrix[row][column]
                guard PairwiseComparison.judgements.contains(judgement) else {
                    throw PairwiseComparison.refusal(
                        "Criterion \(row + 1) is judged \(judgement) times criterion \(column + 1); "
                            + "a judgement is between 1/1000 and 1000.")
                }
                guard (judgement * matrix[column][row] - 1).magnitude <= PairwiseComparison.noDifference
                else {
                    throw Refusal(
                        .input, code: "pairwise-comparison",
                        "Criterion \(row + 1) is judged \(judgement) times criterion \(column + 1), and "
                            + "\(column + 1) is judged \(matrix[column][row]) times \(row + 1): not each "
                            + "other's reciprocal.",
                        remedy: "Give each pair one judgement; the other side follows from it.")
                }
            }
        }
        self.matrix = matrix
    }

    /// From each pair's one judgement.
    ///
    /// - Parameter upper: row by row what is right of the diagonal: for three criteria `[[1↔2, 1↔3], [2↔3]]`.
    public init(upper: [[Double]]) throws(Refusal) {
        let count = upper.count + 1
        guard upper.enumerated().allSatisfy({ $1.count == count - 1 - $0 }) else {
            throw PairwiseComparison.refusal("Each row of judgements is one shorter than the row above it.")
        }
        var matrix = [[Double]](repeating: [Double](repeating: 1, count: count), count: count)
        for (row, judgements) in upper.enumerated() {
            for (place, judgement) in judgements.enumerated() {
                guard judgement > 0 else {
                    throw PairwiseComparison.refusal("A judgement is \(judgement); it must be above 0.")
                }
                matrix[row][row + 1 + place] = judgement
                matrix[row + 1 + place][row] = 1 / judgement
            }
        }
        try self.init(matrix: matrix)
    }

    /// One for each criterion, summing to one.
    public func weights(by derivation: Derivation) -> [Double] {
        switch derivation {
        case .eigenvector: return eigenvector()
        case .geometricMean: return PairwiseComparison.normalised(matrix.map { Methods.geometricMean($0) })
        case .columnMean:
            let sums = (0..<criteria).map { column in matrix.reduce(0) { $0 + $1[column] } }
            return matrix.map { row in zip(row, sums).reduce(0) { $0 + $1.0 / $1.1 } / Double(criteria) }
        }
    }

    /// Each row times the weights, over the criterion's own weight; all equal where judgements are consistent.
    public func consistencyVector(weights: [Double]) -> [Double] {
        zip(matrix, weights).map { Quantiles.weightedSum($0, weights: weights) / $1 }
    }

    /// The mean of the consistency vector; for the eigenvector it is the principal eigenvalue.
    public func lambdaMax(weights: [Double]) -> Double {
        consistencyVector(weights: weights).reduce(0, +) / Double(criteria)
    }

    /// `(λ − n) ÷ (n − 1)`: 0 where judgements are consistent; 0 of one criterion.
    public func consistencyIndex(weights: [Double]) -> Double {
        criteria < 2 ? 0 : (lambdaMax(weights: weights) - Double(criteria)) / Double(criteria - 1)
    }

    /// The consistency index over that of judgements made at random.
    ///
    /// - Parameter randomIndex: by number of criteria, from 1.
    /// - Returns: 0 of one or two criteria, which cannot be inconsistent.
    /// - Throws: `Refusal` where the table has nothing, or zero, for so many criteria.
    public func consistencyRatio(weights: [Double], randomIndex: [Double]) throws(Refusal) -> Double {
        guard criteria > 2 else { return 0 }
        guard criteria <= randomIndex.count, randomIndex[criteria - 1] > 0 else {
            throw PairwiseComparison.refusal(
                "The table of random indices has no entry for \(criteria) criteria; it ends at \(randomIndex.count).",
                remedy: "Group the criteria in a tree, and compare within each group.")
        }
        return consistencyIndex(weights: weights) / randomIndex[criteria - 1]
    }

    /// Several people's judgements as one: the geometric mean of each.
    ///
    /// - Throws: `Refusal` with nobody, or matrices of different size.
    /// - Reference: Aczél and Saaty, Journal of Mathematical Psychology 27 (1983) 93.
    public static func group(_ members: [PairwiseComparison]) throws(Refusal) -> PairwiseComparison {
        guard let first = members.first, members.allSatisfy({ $0.criteria == first.criteria }) else {
            throw refusal("Judgements can be joined only of one or more members on the same criteria.")
        }
        let upper = (0..<(first.criteria - 1)).map { row in
            ((row + 1)..<first.criteria).map { column in
                Methods.geometricMean(members.map { $0.matrix[row][column] })
            }
        }
        return try PairwiseComparison(upper: upper)
    }

    private func eigenvector() -> [Double] {
        var weights = [Double](repeating: 1 / Double(criteria), count: criteria)
        for _ in 0..<10_000 {
            let next = PairwiseComparison.normalised(
                matrix.map { Quantiles.weightedSum($0, weights: weights) })
            let change = zip(next, weights).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
            weights = next
            if change <= 1e-16 { break }
        }
        return weights
    }

    private static func normalised(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        return values.map { $0 / sum }
    }

    private static func refusal(_ sentence: String, remedy: String? = nil) -> Refusal {
        Refusal(.input, code: "pairwise-comparison", sentence, remedy: remedy)
    }
}
