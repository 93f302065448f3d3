public import Tabular
import Vocabulary

extension RoundTables {
    /// Who gains and who loses by the recommended set: its benefit and money by equity group, and again by area.
    ///
    /// The rows of either sum to the whole set. Groups and areas stand in the order in which options first name them,
    /// and options that name none come last; a group with nothing in the set has its row too.
    public func beneficiaries(_ result: RoundResult) -> Table {
        var table = Table(
            key: "beneficiaries", caption: "Who benefits from the best set",
            columns: [
                .init("by", "By"), .init("group", "Group"), .init("putForward", "Options put forward"),
                .init("funded", "In the best set"), .init("benefitGained", "Benefit gained"),
                .init("benefitLost", "Benefit lost"), .init("fullYearPence", "A full year costs"),
                .init("costPence", "All years cost"),
            ],
            notes: [
                benefitNote,
                "Every option counts once by equity group and once by area. Benefit lost is that of services stopped, "
                    + "changed or reduced; their money is taken off.",
            ])
        addRows(to: &table, by: "Equity group", result) { $0.equityGroup }
        addRows(to: &table, by: "Area", result) { $0.area }
        return table
    }

    private func addRows(
        to table: inout Table, by what: String, _ result: RoundResult, _ group: (Option) -> Slug?
    ) {
        var names: [Slug] = []
        for name in round.options.compactMap(group) where !names.contains(name) { names.append(name) }
        let hasOthers = round.options.contains { group($0) == nil }
        for name in names.map(Slug?.some) + (hasOthers ? [nil] : []) {
            let own = Set(round.options.filter { group($0) == name }.map(\.id))
            let funded = result.options.filter { $0.isFunded && own.contains($0.option) }
            // An option without worth adds nothing to either.
            let gained = funded.reduce(0) { $0 + max(0, $1.benefit) }
            let lost = funded.reduce(0) { $0 - min(0, $1.benefit) }
            table.append([
                .text(what), .optional(name?.description, else: "none named"), .count(own.count),
                .count(funded.count), .number(gained, places: 1), .number(lost, places: 1),
                .money(funded.map(\.fullYear).total()), .money(funded.map(\.cost).total()),
            ])
        }
    }
}
