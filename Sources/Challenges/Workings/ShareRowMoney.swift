public import Vocabulary

/// What each challenge of a bundle comes to, with every row's money counted once.
///
/// A row's money is what its challenges count together. What was agreed stands with the challenge on which it was agreed.
/// Faults of one row are about the same money: each open challenge, in their order, claims what its own money at risk goes
/// beyond what is agreed and claimed already. The rest was given up, and stands with the first challenge of the row. So
/// money passes on where the rule that counted it was withdrawn and another rule found fault with the same row.
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
            let money = places.map { challenges[$0].raised.counted }.total()
            var taken = places.map { challenges[$0].agreed }.total()
            for place in places where challenges[place].isOpen {
                let open = rest(of: challenges[place].raised, in: money, after: taken)
                parts[place].open = open
                taken += open
            }
            parts[places[0]].givenUp = money - taken
        }
        return parts
    }

    /// What each challenge claimed when the bundle was sent, by its number: what was withdrawn before claims nothing, and
    /// its money passed on.
    ///
    /// - Returns: the same whatever was answered and concluded since.
    public static func claimsAsSent(of bundle: ChallengeBundle) -> [Int: Money] {
        let asSent = bundle.challenges.map { challenge in
            var challenge = challenge
            if challenge.isForProvider { challenge.conclusion = nil }
            return challenge
        }
        return Dictionary(
            uniqueKeysWithValues: zip(asSent, parts(of: asSent)).filter { $0.0.isOpen }.map { ($0.number, $1.open) })
    }

    /// What a challenge comes to beyond what of its row is taken already.
    static func rest(of raised: RaisedChallenge, in money: Money, after taken: Money) -> Money {
        max(.zero, min(raised.atRisk, money) - taken)
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
