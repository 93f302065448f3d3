public import Priorities
public import Vocabulary

/// The order of a round's options under other weights, beside their order as it is.
public struct WhatIfOrder: Hashable, Sendable {
    /// In the order under the other weights, investments first.
    public var rows: [Row]

    public struct Row: Hashable, Sendable {
        public var option: Slug
        public var rank: Int
        public var wouldRank: Int
        public var value: Double
        public var wouldBeWorth: Double
        /// Chosen from the top of the ranking while it fits, as it is and under the other weights; nil where the
        /// caller has not worked it out.
        public var isChosen: Bool
        public var wouldBeChosen: Bool?
    }

    /// Scores stay as they are; benefit for money moves with the weighted value.
    ///
    /// - Parameters:
    ///   - weights: in the order of the answer's weights, summing to one.
    ///   - chosen: what the simple ranking would choose under the other weights; nil where it is not worked out.
    /// - Precondition: as many weights as the answer has.
    public init(_ result: RoundResult, in round: Round, under weights: [Double], chosen: Set<Slug>? = nil) {
        precondition(weights.count == result.weights.count, "a weight for each criterion")
        func isDisinvestment(_ standing: RoundResult.OptionResult) -> Bool {
            round.option(standing.option)?.kind.isDisinvestment ?? false
        }
        var rows: [Row] = []
        for isBack in [false, true] {
            let group = result.options.filter { isDisinvestment($0) == isBack }
            let priced = group.map {
                standing -> (standing: RoundResult.OptionResult, worth: Double, perThousand: Double) in
                let worth = zip(weights, standing.scores).reduce(0) { $0 + $1.0 * $1.1 }
                // What costs nothing comes first; what was worth nothing has no benefit for money to scale.
                guard let before = standing.benefitPerThousand else { return (standing, worth, isBack ? 0 : .infinity) }
                return (standing, worth, standing.value == 0 ? 0 : before * worth / standing.value)
            }
            let order = priced.sorted { left, right in
                if left.perThousand == right.perThousand { return left.standing.rank < right.standing.rank }
                return isBack ? left.perThousand < right.perThousand : left.perThousand > right.perThousand
            }
            rows += order.enumerated().map { place, one in
                Row(
                    option: one.standing.option, rank: one.standing.rank, wouldRank: place + 1,
                    value: one.standing.value, wouldBeWorth: one.worth, isChosen: one.standing.isGreedyFunded,
                    wouldBeChosen: chosen?.contains(one.standing.option))
            }
        }
        self.rows = rows
    }

    /// True where nothing changes place.
    public var isSame: Bool { rows.allSatisfy { $0.rank == $0.wouldRank } }
}
