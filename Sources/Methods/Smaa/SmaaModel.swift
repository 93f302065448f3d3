public import Vocabulary

/// Options valued on criteria, with what is not known of the values and the weights: what SMAA-2 draws from.
///
/// An option's value in a draw is Σ weight × value over the criteria. A draw is a function of the seed and its
/// number only, so the draws may be done in blocks, in any order, on any number of threads.
///
/// ```swift
/// let model = try SmaaModel(
///     options: 2, criteria: 2, values: [0.9, 0.2, 0.4, 0.8], spread: .none, weights: .uniform, seed: 7)
/// let result = model.run(draws: 10_000)
/// ```
///
/// - Reference: R. Lahdelma and P. Salminen, "SMAA-2: stochastic multicriteria acceptability analysis for group
///   decision making", Operations Research 49(3), 2001; T. Tervonen and J. R. Figueira, "A survey on stochastic
///   multicriteria acceptability analysis methods", doi:10.1002/mcda.407, 2008.
public struct SmaaModel: Sendable {
    public let options: Int
    public let criteria: Int
    /// Options × criteria, row major; higher is better. Means, or modes where the spread is triangular.
    public let values: [Double]
    public let spread: Spread
    public let weights: Weights
    public let seed: UInt64

    /// What is not known of the values; every value is independent of the others.
    public enum Spread: Sendable, Hashable {
        /// The values are known.
        case none
        /// Normal about the values with these standard deviations: options × criteria, row major.
        ///
        /// Given the weights, an option's value is then normal itself, with mean Σ w m and variance Σ w² s², and
        /// independent of the other options': one number is drawn for an option, exactly, not one a criterion.
        case normal([Double])
        /// Between `low` and `high` with the mode at the value: options × criteria, row major.
        case triangular(low: [Double], high: [Double])
    }

    /// What is not known of the weights.
    public enum Weights: Sendable {
        /// Nothing: uniform over all weights that are not negative and sum to one.
        case uniform
        /// They are these; what was given is divided by its sum.
        case exact([Double])
        /// Made by a function of a random stream: `count` rows of weights, each summing to one, row major.
        ///
        /// It is called once for a block, with a stream of the block's own.
        case drawn(@Sendable (_ stream: RandomStream, _ count: Int) -> [Double])
    }

    /// The draws in one block; a block is the unit of work.
    public static let blockSize = 4_096
    /// The most options, and the most criteria: a tally holds two numbers for each pair of options.
    public static let most = 250
    /// Whole rankings are counted up to this many options: beyond it nearly every draw has its own.
    public static let mostRanked = 6

    let variances: [Double]
    let low: [Double]
    let high: [Double]

    /// - Throws: a refusal where a table has not options × criteria numbers, a number is not finite or out of
    ///   all proportion, a standard deviation or weight is negative, no weight is above zero, or a mode is not
    ///   between its low and its high.
    public init(
        options: Int, criteria: Int, values: [Double], spread: Spread, weights: Weights, seed: UInt64
    ) throws(Refusal) {
        guard (1...SmaaModel.most).contains(options), (1...SmaaModel.most).contains(criteria) else {
            throw SmaaModel.refusal(
                "size",
                "\(options) options on \(criteria) criteria: 1 to \(SmaaModel.most) of each can be compared.")
        }
        self.options = options
        self.criteria = criteria
        try SmaaModel.check(values, options, criteria, "The values")
        self.values = values
        self.spread = spread
        switch spread {
        case .none:
            (variances, low, high) = ([], [], [])
        case .normal(let deviations):
            try SmaaModel.check(deviations, options, criteria, "The standard deviations")
            if let place = deviations.firstIndex(where: { $0 < 0 }) {
                throw SmaaModel.refusal(
                    "deviation",
                    "The standard deviation of \(SmaaModel.cell(place, criteria)) is \(deviations[place]), below 0."
                )
            }
            (variances, low, high) = (deviations.map { $0 * $0 }, [], [])
        case .triangular(let low, let high):
            try SmaaModel.check(low, options, criteria, "The lowest values")
            try SmaaModel.check(high, options, criteria, "The highest values")
            if let place = values.indices.first(where: { !(low[$0] <= values[$0] && values[$0] <= high[$0]) }) {
                throw SmaaModel.refusal(
                    "triangle",
                    "The value of \(SmaaModel.cell(place, criteria)), \(values[place]), is not between its lowest, "
                        + "\(low[place]), and its highest, \(high[place]).")
            }
            (variances, self.low, self.high) = ([], low, high)
        }
        self.weights = try SmaaModel.settled(weights, criteria: criteria)
        self.seed = seed
    }

    /// How many blocks a number of draws takes.
    public static func blocks(of draws: Int) -> Int { (draws + blockSize - 1) / blockSize }

    /// How many of `total` draws fall into a block: all blocks but the last are full.
    public static func draws(in block: Int, of total: Int) -> Int {
        min(blockSize, max(0, total - block * blockSize))
    }

    private static func settled(_ weights: Weights, criteria: Int) throws(Refusal) -> Weights {
        guard case .exact(let given) = weights else { return weights }
        try check(given, 1, criteria, "The weights")
        let sum = given.reduce(0, +)
        guard given.allSatisfy({ $0 >= 0 }), sum > 0 else {
            throw refusal("weights", "The weights \(given) have one below 0 or none above 0.")
        }
        return .exact(given.map { $0 / sum })
    }

    private static func check(
        _ table: [Double], _ options: Int, _ criteria: Int, _ what: String
    ) throws(Refusal) {
        guard table.count == options * criteria else {
            throw refusal("shape", "\(what) are \(table.count) numbers, not \(options) × \(criteria).")
        }
        // Beyond this the square of a deviation, or a sum, is no longer a number.
        if let place = table.firstIndex(where: { !(abs($0) <= 1e100) }) {
            throw refusal("number", "\(what) hold \(table[place]) at \(cell(place, criteria)).")
        }
    }

    static func refusal(_ code: String, _ sentence: String) -> Refusal {
        Refusal(.input, code: "smaa-\(code)", sentence)
    }

    private static func cell(_ place: Int, _ criteria: Int) -> String {
        "option \(place / criteria + 1), criterion \(place % criteria + 1)"
    }
}
