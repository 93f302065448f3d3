public import Vocabulary

/// Challenges counted and summed by provider, rule and month; what was raised is what was upheld, withdrawn and is open,
/// in number, and what was agreed, given up and is open, in pence.
public struct ChallengeSums: Hashable, Sendable {
    public struct Key: Hashable, Comparable, Sendable {
        public let provider: String
        public let rule: String
        public let month: BundleMonth

        public init(provider: String, rule: String, month: BundleMonth) {
            (self.provider, self.rule, self.month) = (provider, rule, month)
        }

        public static func < (left: Key, right: Key) -> Bool {
            (left.provider, left.rule, left.month) < (right.provider, right.rule, right.month)
        }
    }

    public struct Sum: Hashable, Sendable {
        public var raised = 0
        /// Of those raised: without money.
        public var dataOnly = 0
        public var open = 0
        public var upheld = 0
        public var partUpheld = 0
        public var withdrawn = 0
        /// Claimed with these challenges, every row's money once.
        public var claimed = Money.zero
        public var agreed = Money.zero
        public var givenUp = Money.zero
        public var openMoney = Money.zero

        public init() {}

        public static func += (left: inout Sum, right: Sum) {
            left.raised += right.raised
            left.dataOnly += right.dataOnly
            left.open += right.open
            left.upheld += right.upheld
            left.partUpheld += right.partUpheld
            left.withdrawn += right.withdrawn
            left.claimed += right.claimed
            left.agreed += right.agreed
            left.givenUp += right.givenUp
            left.openMoney += right.openMoney
        }

        /// Whether nothing is lost: raised = open + upheld + in part + withdrawn, and the money likewise.
        public var balances: Bool {
            raised == open + upheld + partUpheld + withdrawn && claimed == openMoney + agreed + givenUp
        }
    }

    public private(set) var sums: [Key: Sum] = [:]

    public init() {}

    public init(_ sums: [Key: Sum]) { self.sums = sums }

    public init(of bundle: ChallengeBundle) { add(bundle) }

    public mutating func add(_ bundle: ChallengeBundle) {
        for (challenge, parts) in zip(bundle.challenges, ShareRowMoney.parts(of: bundle.challenges)) {
            let raised = challenge.raised
            var sum = Sum()
            sum.raised = 1
            sum.dataOnly = raised.isDataOnly ? 1 : 0
            switch challenge.conclusion?.outcome {
            case nil: sum.open = 1
            case .upheld: sum.upheld = 1
            case .part: sum.partUpheld = 1
            case .withdrawn: sum.withdrawn = 1
            }
            (sum.claimed, sum.agreed) = (parts.claimed, parts.agreed)
            (sum.givenUp, sum.openMoney) = (parts.givenUp, parts.open)
            let month = BundleMonth(year: raised.year, month: raised.month)
            sums[Key(provider: bundle.provider, rule: raised.rule, month: month), default: Sum()] += sum
        }
    }

    public var total: Sum { sums.values.reduce(into: Sum()) { $0 += $1 } }

    /// Summed by a part of the key, in its order.
    public func by<Part: Hashable & Comparable>(_ part: (Key) -> Part) -> [(part: Part, sum: Sum)] {
        var grouped: [Part: Sum] = [:]
        for (key, sum) in sums { grouped[part(key), default: Sum()] += sum }
        return grouped.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
