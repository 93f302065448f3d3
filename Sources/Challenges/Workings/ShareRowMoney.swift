public import Vocabulary

/// What each challenge of a bundle comes to, with every row's money counted once.
///
/// A row's money is what its challenges count together. What was agreed stands with the challenge on which it was agreed;
/// what is left is claimed by the open challenges of the row in their order, each up to its own money at risk; the rest
/// was given up, and stands with the first challenge of the row. So money passes on where the rule that counted it was
/// withdrawn and another rule found fault with the same row.
public enum ShareRowMoney {
    /// The parts of one challenge; over a bundle they sum to what was counted.
    public struct Parts: Hashable, Sendable {
        public var agreed: Money
        public var open: Money
        public var givenUp: Money

        public init(agreed: Money = .zero, open: Money = .zero, givenUp: Money = .zero) {
            (self.agreed, self.open, self.givenUp) = (agreed, open, givenUp)
        }

        /// All that is or was claimed with the challenge.
        public var claimed: Money { agreed + open + givenUp }
    }

    /// - Parameter challenges: of one bundle, in their order.
    /// - Returns: one for each, in the same order.
    public static func parts(of challenges: [Challenge]) -> [Parts] {
        var parts = challenges.map { Parts(agreed: $0.agreed) }
        for places in rows(of: challenges) {
            var left = places.map { challenges[$0].raised.counted - challenges[$0].agreed }.total()
            for place in places where challenges[place].isOpen {
                let open = max(.zero, min(challenges[place].raised.atRisk, left))
                parts[place].open = open
                left -= open
            }
            parts[places[0]].givenUp = left
        }
        return parts
    }

    /// The places of the challenges that share a row, in their order.
    static func rows(of challenges: [Challenge]) -> [[Int]] {
        var rows: [[Int]] = []
        var known: [EvidenceID: [Int: Int]] = [:]
        for (place, challenge) in challenges.enumerated() {
            let (source, row) = (challenge.raised.source, challenge.raised.row)
            if let index = known[source]?[row] {
                rows[index].append(place)
            } else {
                known[source, default: [:]][row] = rows.count
                rows.append([place])
            }
        }
        return rows
    }
}
