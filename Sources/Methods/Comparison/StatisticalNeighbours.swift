public import Vocabulary

/// The areas most like one, by variables that are stated.
///
/// Each variable is taken less its mean and over its standard deviation, so that its unit does not matter; the distance
/// of two areas is the root of the weighted sum of squared differences.
public struct StatisticalNeighbours: Sendable {
    /// An area's place among those like it.
    public struct Neighbour: Hashable, Sendable {
        public let area: String
        public let distance: Double
        /// What each variable adds to the squared distance, in the variables' order.
        public let parts: [Double]
    }

    /// How an area's measure stands among its neighbours'.
    public struct Standing: Hashable, Sendable {
        public let value: Double
        public let mean: Double
        public let median: Double
        public let lowest: Double
        public let highest: Double
        /// How many neighbours have less, as much, and more.
        public let below: Int
        public let equal: Int
        public let above: Int
    }

    public static let method = MethodCitation.neighbours
    private let areas: [String]
    private let variables: [String]
    private let scaled: [[Double]]
    private let weights: [Double]

    /// - Parameters:
    ///   - values: a row for each area, a column for each variable; finite.
    ///   - weights: one for each variable, none negative, not all zero; 1 each where nil.
    /// - Throws: `Refusal`: `area-twice`, `no-names`, `uneven-rows`, `bad-weights`, `no-spread` (a variable that is the
    ///   same everywhere).
    public init(areas: [String], variables: [String], values: [[Double]], weights: [Double]? = nil) throws(Refusal) {
        try AreaNames.check(areas)
        guard areas.count > 1, !variables.isEmpty else {
            throw Refusal(
                .input, code: "no-names", "There are \(areas.count) areas and \(variables.count) variables to compare.")
        }
        guard values.count == areas.count, values.allSatisfy({ $0.count == variables.count }) else {
            throw Refusal(.input, code: "uneven-rows", "Not every area has one value for each variable.")
        }
        let weights = weights ?? variables.map { _ in 1 }
        guard weights.count == variables.count, weights.allSatisfy({ $0 >= 0 && $0.isFinite }),
            weights.contains(where: { $0 > 0 })
        else {
            throw Refusal(
                .input, code: "bad-weights", "Weights are one for each variable, none negative, not all zero.")
        }
        var scaled = values
        for column in variables.indices {
            let cells = values.map { $0[column] }
            let mean = cells.reduce(0, +) / Double(cells.count)
            let deviation = (cells.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cells.count - 1)).squareRoot()
            guard deviation > 0, deviation.isFinite else {
                throw Refusal(
                    .input, code: "no-spread", "“\(variables[column])” is the same everywhere, and tells no two apart.",
                    remedy: "Leave it out.")
            }
            for row in areas.indices { scaled[row][column] = (cells[row] - mean) / deviation }
        }
        (self.areas, self.variables, self.scaled, self.weights) = (areas, variables, scaled, weights)
    }

    /// The nearest areas, the nearest first; of two as near the one whose name comes first.
    ///
    /// - Throws: `Refusal`: `no-such-name`, `too-few-areas`.
    public func nearest(_ count: Int, to area: String) throws(Refusal) -> [Neighbour] {
        guard let target = areas.firstIndex(of: area) else {
            throw Refusal(.input, code: "no-such-name", "“\(area)” is none of the areas.")
        }
        guard count > 0, count < areas.count else {
            throw Refusal(
                .input, code: "too-few-areas", "\(count) neighbours cannot be found among \(areas.count) areas.")
        }
        let all = areas.indices.filter { $0 != target }.map { row in
            let parts = weights.indices.map { column in
                let apart = scaled[row][column] - scaled[target][column]
                return weights[column] * apart * apart
            }
            return Neighbour(area: areas[row], distance: parts.reduce(0, +).squareRoot(), parts: parts)
        }
        return Array(all.sorted { ($0.distance, $0.area) < ($1.distance, $1.area) }.prefix(count))
    }

    /// How a value stands among others; nil of no others.
    public static func standing(of value: Double, among others: [Double]) -> Standing? {
        guard let lowest = others.min(), let highest = others.max(), let median = Quantiles.median(others) else {
            return nil
        }
        return Standing(
            value: value, mean: others.reduce(0, +) / Double(others.count), median: median, lowest: lowest,
            highest: highest, below: others.count { $0 < value }, equal: others.count { $0 == value },
            above: others.count { $0 > value })
    }
}
