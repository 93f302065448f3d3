public import Vocabulary

/// Withdraws costs that were recorded wrongly: they stay on the record with the day and the reason, and count in no sum.
///
/// What is right instead is recorded anew. Refused: `no-costs`, `cost-twice`, `no-such-cost`, `cost-withdrawn`, `no-reason`.
public struct WithdrawContractingCosts: Act, Codable {
    public static let name = "withdrawContractingCosts"

    /// Their numbers on the record.
    public var costs: [Int]
    /// What was wrong.
    public var reason: String

    public init(_ costs: [Int], reason: String) { (self.costs, self.reason) = (costs, reason) }

    public struct Before: Sendable {
        /// Of those that are named, what stands on the record, by number.
        public var held: [Int: RecordedCost]

        public init(held: [RecordedCost]) {
            self.held = Dictionary(held.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    public struct After: Sendable {
        /// In the order in which they were named.
        public var withdrawn: [RecordedCost]
    }

    public var journalled: JSONValue { JSONValue(encoding: self) }

    public func decide(_ before: Before, by author: Author, at moment: Moment) throws(Refusal) -> After {
        guard !costs.isEmpty else {
            throw Refusal(.usage, code: "no-costs", "No cost is named.", remedy: "Give the numbers of what was wrong.")
        }
        try refuseBlank(reason: reason, for: "withdrawing what was recorded")
        let withdrawal = RecordedCost.Withdrawal(on: moment.inLondon.day, reason: reason)
        var (withdrawn, seen) = ([RecordedCost](), Set<Int>())
        for number in costs {
            guard seen.insert(number).inserted else {
                throw Refusal(.input, code: "cost-twice", "Cost \(number) is named twice.", remedy: "Name it once.")
            }
            guard var cost = before.held[number] else { throw .unknownCost(number) }
            if let earlier = cost.withdrawal {
                throw Refusal(
                    .rule, code: "cost-withdrawn", "Cost \(number) was withdrawn on \(earlier.on) already.",
                    remedy: "Nothing is to be done.")
            }
            cost.withdrawal = withdrawal
            withdrawn.append(cost)
        }
        return After(withdrawn: withdrawn)
    }
}

extension Refusal {
    /// There is no cost of that number on the record.
    public static func unknownCost(_ number: Int) -> Refusal {
        Refusal(
            .usage, code: "no-such-cost", "There is no cost \(number) on the record.",
            remedy: "List them with: remit activity costs list")
    }
}
