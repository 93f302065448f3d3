public import Tabular
public import Vocabulary

/// What challenges brought in against what they cost, by provider or by rule: is a challenge worth its work?
///
/// Brought in is what was agreed, and what of it was credited; a cost that names neither the provider (or its bundle) nor
/// the rule stands in a line of its own, so that nothing is shared out by guess.
public struct ContractingWorth: Sendable {
    public struct Line: Hashable, Sendable {
        public var challenges = 0
        public var agreed = Money.zero
        public var minutes = 0
        public var cost = Money.zero

        public var net: Money { agreed - cost }
    }

    /// By provider, in order; the last, without a name, is what no cost and no challenge named.
    public private(set) var providers: [(name: String?, line: Line)] = []
    public private(set) var rules: [(name: String?, line: Line)] = []
    public let credited: Money

    public init(of bundles: [ChallengeBundle], costs: [ContractingCost]) {
        var sums = ChallengeSums()
        for bundle in bundles { sums.add(bundle) }
        self.init(of: bundles.map { BundleHead($0) }, sums: sums, costs: costs)
    }

    /// - Parameter sums: of all challenges of the bundles.
    public init(of bundles: [BundleHead], sums: ChallengeSums, costs: [ContractingCost]) {
        var (byProvider, byRule) = ([String?: Line](), [String?: Line]())
        for (key, sum) in sums.sums {
            byProvider[key.provider, default: Line()].take(sum)
            byRule[key.rule, default: Line()].take(sum)
        }
        let owners = Dictionary(bundles.map { ($0.id, $0.provider) }, uniquingKeysWith: { first, _ in first })
        for cost in costs {
            let provider = cost.provider ?? cost.bundle.flatMap { owners[$0] }
            byProvider[provider, default: Line()].take(cost)
            byRule[cost.rule, default: Line()].take(cost)
        }
        providers = ContractingWorth.sorted(byProvider)
        rules = ContractingWorth.sorted(byRule)
        credited = bundles.map(\.credited).total()
    }

    /// By provider, and by rule.
    public var byProvider: Table { tables[0] }
    public var byRule: Table { tables[1] }

    private static func sorted(_ lines: [String?: Line]) -> [(name: String?, line: Line)] {
        lines.sorted { left, right in
            switch (left.key, right.key) {
            case (let one?, let other?): one < other
            case (_?, nil): true
            default: false
            }
        }.map { ($0.key, $0.value) }
    }

    public var total: Line { providers.map(\.line).reduce(into: Line()) { $0.take($1) } }

    public var tables: [Table] {
        [
            ContractingWorth.table(
                providers, key: "worthByProvider", caption: "What challenges brought in and cost, by provider",
                title: "Provider"),
            ContractingWorth.table(
                rules, key: "worthByRule", caption: "What challenges brought in and cost, by rule", title: "Rule"),
        ]
    }

    private static func table(
        _ lines: [(name: String?, line: Line)], key: String, caption: String, title: String
    ) -> Table {
        var table = Table(
            key: key, caption: caption,
            columns: [
                .init("of", title), .init("challenges", "Challenges"), .init("agreedPence", "Agreed"),
                .init("hours", "Hours"), .init("costPence", "Cost"), .init("netPence", "Net"),
                .init("agreedPerPound", "Agreed for each pound of cost"),
            ],
            notes: [
                "A cost that names none of them stands in the line “not named”, and is shared out to nobody. Agreed is "
                    + "what was concluded, credited or not."
            ])
        for (name, line) in lines {
            table.append([
                name.map(Cell.text) ?? .absent("not named"), .count(line.challenges), .money(line.agreed),
                .number(Double(line.minutes) / 60, places: 1), .money(line.cost), .money(line.net),
                line.cost > .zero
                    ? .number(Double(line.agreed.pence) / Double(line.cost.pence), places: 2) : .absent("no cost"),
            ])
        }
        return table
    }
}

extension ContractingWorth.Line {
    mutating func take(_ sum: ChallengeSums.Sum) {
        challenges += sum.raised
        agreed += sum.agreed
    }

    mutating func take(_ cost: ContractingCost) {
        minutes += cost.minutes ?? 0
        self.cost += cost.amount
    }

    mutating func take(_ other: ContractingWorth.Line) {
        challenges += other.challenges
        agreed += other.agreed
        minutes += other.minutes
        cost += other.cost
    }
}
