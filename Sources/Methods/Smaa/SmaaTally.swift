/// What was counted in some draws of a model.
public struct SmaaTally: Sendable, Hashable {
    public let options: Int
    public let criteria: Int
    public internal(set) var draws = 0
    /// Options × ranks, row major: in how many draws the option had the rank. Tied options share the better rank.
    public internal(set) var rankCounts: [Int]
    /// Options × options, row major: in how many draws the row's value was above the column's.
    public internal(set) var winCounts: [Int]
    /// Options × criteria, row major: the sum of the weights of the draws in which the option ranked first.
    public internal(set) var firstWeightSums: [Double]
    /// How often each whole ranking occurred: four bits an option, the first option lowest, its rank less one.
    ///
    /// Nil above `SmaaModel.mostRanked` options.
    public internal(set) var rankings: [UInt64: Int]?

    /// Nothing counted yet.
    public init(options: Int, criteria: Int) {
        self.options = options
        self.criteria = criteria
        self.rankCounts = [Int](repeating: 0, count: options * options)
        self.winCounts = rankCounts
        self.firstWeightSums = [Double](repeating: 0, count: options * criteria)
        self.rankings = options <= SmaaModel.mostRanked ? [:] : nil
    }

    /// Adds a later block's counts.
    ///
    /// Sums of weights depend in their last bits on the order: always the blocks' own, whatever the threads.
    public mutating func add(_ block: SmaaTally) {
        precondition(options == block.options && criteria == block.criteria, "tallies of one model are added")
        draws += block.draws
        for place in rankCounts.indices { rankCounts[place] += block.rankCounts[place] }
        for place in winCounts.indices { winCounts[place] += block.winCounts[place] }
        for place in firstWeightSums.indices { firstWeightSums[place] += block.firstWeightSums[place] }
        rankings?.merge(block.rankings ?? [:], uniquingKeysWith: +)
    }

    /// One tally of all the blocks.
    ///
    /// - Parameter blocks: in the order of their numbers; at least one.
    public static func combined(_ blocks: [SmaaTally]) -> SmaaTally {
        precondition(!blocks.isEmpty, "there is a block to begin with")
        var whole = SmaaTally(options: blocks[0].options, criteria: blocks[0].criteria)
        for block in blocks { whole.add(block) }
        return whole
    }
}
