public import Tabular
import Vocabulary

/// What finding and following challenges cost, entry by entry.
public enum CostTables {
    /// - Parameter costs: in the order in which the rows are to stand.
    public static func costs(_ costs: [RecordedCost]) -> Table {
        var table = Table(
            key: "costs", caption: "Hours and fees of contracting",
            columns: [
                .init("number", "Number"), .init("on", "Day"), .init("what", "What for"),
                .init("provider", "Provider"), .init("rule", "Rule"), .init("bundle", "Bundle"),
                .init("minutes", "Minutes"), .init("amountPence", "Cost"), .init("withdrawnOn", "Withdrawn on"),
                .init("reason", "Why withdrawn"),
            ],
            notes: [
                "An entry is of a provider, of a rule, of a bundle, of several of them, or of none. One that was "
                    + "withdrawn stays here and counts in no sum."
            ])
        for recorded in costs {
            let cost = recorded.cost
            table.append([
                .count(recorded.number), .day(cost.on), .text(cost.what), .optional(cost.provider, else: "not named"),
                .optional(cost.rule, else: "not named"),
                .optional(cost.bundle?.description, else: "not named"),
                cost.minutes.map(Cell.count) ?? .absent("a fee"),
                .money(cost.amount), .optional(recorded.withdrawal?.on, else: "stands"),
                .optional(recorded.withdrawal?.reason, else: "stands"),
            ])
        }
        return table
    }
}
