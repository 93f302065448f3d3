public import Tabular
public import Vocabulary

/// Movable money as tables: shares, items and what to spend by when.
public enum MoneyTables {
    /// One row for each share and its parts, the programme last.
    public static func shares(_ money: MovableMoney, _ context: TableContext) -> Table {
        var table = Table(
            key: "shares", caption: "What can be done with every pound of the programme",
            columns: [
                .init("state", "State"), .init("source", "Source of flexibility"), .init("contracts", "Contracts"),
                .init("amountPence", "Amount, gross"), .init("share", "Share of programme"),
            ], notes: context.notes(money.notes))
        let programme = money.shares.programme
        let parts = Dictionary(grouping: money.items) { Part(kind: $0.state.kind, title: $0.state.title) }
        for kind in MoneyState.Kind.allCases {
            for (part, items) in parts.filter({ $0.key.kind == kind }).sorted(by: { $0.key.title < $1.key.title }) {
                let amount = items.map(\.amount).total()
                table.append([
                    .text(kind.title), .text(part.title), .count(Set(items.map(\.contract)).count), .money(amount),
                    .optional(Share(amount, of: programme), else: "no programme"),
                ])
            }
        }
        table.append([
            .text("Programme"), .absent("all"), .count(Set(money.items.map(\.contract)).count), .money(programme),
            .optional(Share(programme, of: programme), else: "no programme"),
        ])
        return table
    }

    private struct Part: Hashable {
        var kind: MoneyState.Kind
        var title: String
    }

    /// The shares of each commissioner or region.
    public static func sharesByPlace(
        _ money: MovableMoney, by place: (OrganisationCode) -> OrganisationCode = { $0 },
        name: (OrganisationCode) -> String? = { _ in nil }, _ context: TableContext
    ) -> Table {
        var table = Table(
            key: "commissioners", caption: "Movable money by commissioner",
            columns: [
                .init("code", "Code"), .init("name", "Commissioner"), .init("programmePence", "Programme"),
                .init("lockedPence", "Locked"), .init("unclearPence", "Unclear"),
                .init("recurrentPence", "Recurrent from a day"), .init("nonRecurrentPence", "Non-recurrent this year"),
            ], notes: context.notes(money.notes))
        let published = Dictionary(
            money.items.map { (place($0.commissioner), $0.commissionerName) }, uniquingKeysWith: { first, _ in first })
        let lines = money.shares(by: place).map { (code: $0, name: name($0) ?? published[$0] ?? "", shares: $1) }
        for line in lines.sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
            table.append([
                line.code.commissionerCell, .text(line.name), .money(line.shares.programme),
                .money(line.shares.locked), .money(line.shares.unclear), .money(line.shares.recurrent),
                .money(line.shares.nonRecurrent),
            ])
        }
        return table
    }

    /// Every item that is movable, or every item there is.
    ///
    /// - Parameter isWhole: true lists locked and unclear money too.
    public static func items(_ money: MovableMoney, isWhole: Bool = false, _ context: TableContext) -> Table {
        var table = Table(
            key: "items", caption: isWhole ? "Every pound of the programme" : "Money that can be moved",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("line", "Service line"), .init("amountPence", "Amount, gross"),
                .init("netPence", "Net of charges"),
                .init("state", "State"), .init("source", "Source of flexibility"), .init("firstDay", "First day"),
                .init("lastDay", "Last day"), .init("rule", "Rule"),
            ], notes: context.notes(money.notes))
        for item in money.items where isWhole || item.state.firstDay != nil {
            table.append([
                item.contract.cell, context.provider(item.providerName), item.commissioner.commissionerCell,
                .text(item.service.title), .money(item.amount), .optional(item.net, else: "gross only"),
                .text(item.state.kind.title), .text(item.state.title),
                .optional(item.state.firstDay, else: "not movable"), .optional(item.state.lastDay, else: "no last day"),
                .optional(item.state.rule, else: "the contract's terms"),
            ])
        }
        return table
    }

    /// What is expected to come free this year, by commissioner, with all together last.
    public static func spendBy(_ spendBy: SpendBy, _ context: TableContext) -> Table {
        var own = [
            "Commit by \(spendBy.commitBy.inWords); the last day by rule is \(spendBy.lastDay.inWords).",
            spendBy.daysLeft < 0
                ? "That day has passed: this money is no longer movable."
                : "\(spendBy.daysLeft) days are left from \(spendBy.day.inWords).",
            "Intervals: \(spendBy.whole.expected.method).",
        ]
        func note(_ beside: MovableMoney.Beside, _ what: String) {
            guard beside.contracts > 0 else { return }
            own.append("\(beside.contracts) contracts \(what), \(beside.amount): not in the table.")
        }
        note(spendBy.heldOut, "held out, whose expected recovery would be")
        note(spendBy.closing, "closed within the year, whose lines are worth")
        note(spendBy.notForecast, "without a forecast, whose lines are worth")
        var table = Table(
            key: "underDeliveries", caption: "Under-delivery to commit by \(spendBy.commitBy.inWords)",
            columns: [
                .init("code", "Code"), .init("name", "Commissioner"), .init("contracts", "Contracts"),
                .init("likelyBelow", "Likely below threshold"), .init("expectedPence", "Expected recovery"),
                .init("low50Pence", "Low (50 %)"), .init("high50Pence", "High (50 %)"),
                .init("low90Pence", "Low (90 %)"), .init("high90Pence", "High (90 %)"),
                .init("commitBy", "Commit by"), .init("rule", "Rule"),
            ], notes: context.notes(own))
        for line in spendBy.commissioners + [spendBy.whole] {
            let (half, most) = (line.expected.interval(at: 50), line.expected.interval(at: 90))
            table.append([
                line.commissioner.map(\.commissionerCell) ?? .absent("all"), .text(line.name),
                .count(line.contracts), .count(line.likelyBelow), .money(line.expected.value),
                .optional(half?.low, else: "none"), .optional(half?.high, else: "none"),
                .optional(most?.low, else: "none"), .optional(most?.high, else: "none"), .day(spendBy.commitBy),
                .text(DentalRuleID.spendBy),
            ])
        }
        return table
    }

    /// Contracts that a commissioner may look at rebasing, by what it would release.
    ///
    /// - Parameter earliest: the first day from which it may hold if notice is given on the day of asking.
    public static func rebasing(
        _ candidates: [RebasingCandidate], earliest: Day?, _ context: TableContext
    ) -> Table {
        var table = Table(
            key: "rebasingCandidates", caption: "Contracts below the test for rebasing in each of its years",
            columns: [
                .init("contract", "Contract"), context.providerColumn, .init("commissioner", "Commissioner"),
                .init("contracted", "Contracted UDAs"), .init("highestDelivered", "Highest delivered"),
                .init("releasable", "UDAs above it"), .init("releasablePence", "Their value"),
                .init("achieved", "Achieved in each year"), .init("earliestDay", "Earliest from"),
            ],
            notes: context.notes([
                "The test is not verified (\(DentalRuleID.rebasingTestThreshold)). Nothing here is movable until notice "
                    + "is recorded."
            ]))
        for candidate in candidates {
            let years = candidate.years.map { "\($0.year): \($0.achieved)" }.joined(separator: ", ")
            table.append([
                candidate.contract.cell, context.provider(candidate.providerName),
                candidate.commissioner.commissionerCell, .units(candidate.contracted),
                .units(candidate.highestDelivered), .units(candidate.releasableUnits),
                .money(candidate.releasableMoney), .text(years), .optional(earliest, else: "no rule"),
            ])
        }
        return table
    }
}
