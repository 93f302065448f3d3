import Methods
public import Tabular
import Vocabulary

/// Changes, and the best places for further sites, as tables.
extension CareAccessTables {
    /// The areas asked about together, and the people beyond their border.
    public func comparison(_ comparison: AccessComparison, asked: String, changes: [String]) -> Table {
        let (before, after) = (comparison.before, comparison.after)
        var table = Table(
            key: "summary", caption: "What would change: \(asked)",
            columns: columns(first: .init("asked", "People of")),
            notes: ["Changes: \(changes.joined(separator: "; "))."] + notes(before)
                + (after.isShared
                    ? [
                        "After the changes the sites that somebody reaches supply \(figure(after.supplyReached)), and "
                            + "\(figure(after.supplyShared)) are shared out."
                    ] : []))
        table.append(row(.text(asked), comparison.asked))
        if comparison.beyond.losing + comparison.beyond.gaining > 0 {
            table.append(row(.text("beyond the border"), comparison.beyond))
        }
        return table
    }

    public func fifths(_ comparison: AccessComparison, asked: String) -> Table {
        var table = Table(
            key: "fifths", caption: "By fifth of deprivation: \(asked)",
            columns: columns(first: .init("fifth", "Fifth")))
        for (fifth, group) in comparison.fifths { table.append(row(CareAccessTables.fifthInWords(fifth), group)) }
        return table
    }

    private func columns(first: Table.Column) -> [Table.Column] {
        [
            first, .init("people", "People"), .init("before", "\(accessTitle) before"), .init("after", "after"),
            .init("losing", "People who lose"), .init("gaining", "who gain"),
            .init("losingAll", "who lose every site in reach"), .init("gainingFirst", "who get a first one"),
            .init("net", "Net"),
        ]
    }

    private func row(_ first: Cell, _ group: AccessComparison.Group) -> [Cell] {
        [
            first, .count(group.before.people), access(group.before.access, else: "nobody"),
            access(group.after.access, else: "nobody"), .count(group.losing), .count(group.gaining),
            .count(group.losingAll), .count(group.gainingFirst), .number(group.net, places: 0),
        ]
    }

    /// Areas whose people lose or gain, beyond the border too; those that lose most first.
    public func changed(_ comparison: AccessComparison) -> Table {
        var table = Table(
            key: "areas", caption: "Areas whose people lose or gain, those that lose most first",
            columns: [
                .init("area", "Area"), .init("name", "Name"), .init("people", "People"), .init("fifth", "Fifth"),
                .init("isAsked", "In the area asked about"), .init("before", "\(accessTitle) before"),
                .init("after", "after"), .init("change", "Change"),
            ])
        for area in comparison.changed {
            let own = area.before.area
            table.append([
                .text(own.code), .optional(own.name, else: "–"), .count(area.before.people),
                own.fifth.map(Cell.count) ?? .absent("not in the index"), .flag(own.isAsked),
                access(area.before.access), access(area.after.access), access(area.change),
            ])
        }
        return table
    }

    /// Whether what was found is proved, in a sentence.
    public func proof(_ siting: AccessSiting) -> String {
        guard !siting.found.isProved else { return "No other choice does more: proved." }
        return "The best that was found in the time; "
            + (siting.found.gap.map { "another choice may do up to \(PlainNumber.text($0 * 100)) per cent better." }
                ?? "how much better another choice may do is not known.")
    }

    /// What the best places come to, in a sentence.
    public func headline(_ siting: AccessSiting) -> String {
        let (before, after) = (siting.found.before, siting.found.after)
        let sites = counted(siting.opened.count, "more site", "more sites")
        switch siting.aim {
        case .covering:
            let gain = Int((after.within - before.within).rounded())
            return "\(sites) would bring \(counted(gain, "more person", "more people")) within reach: "
                + "\(grouped(Int(after.within.rounded()))) of \(grouped(Int(after.people.rounded()))), and not "
                + "\(grouped(Int(before.within.rounded())))."
        case .distance:
            func way(_ effect: Siting.Effect) -> String { effect.way.map { "\(figure($0)) km" } ?? "no way" }
            return "With \(sites) the mean way to the nearest would be \(way(after)), and not \(way(before))."
        }
    }

    /// Where further sites would do most.
    public func siting(_ siting: AccessSiting, asked: String, candidates: Int, existing: Int) -> Table {
        let method = question.method
        let ways =
            siting.aim == .covering
            ? "People reach what is at most \(shown(method.reach)) km away, along the way, \(shown(method.detour)) times "
                + "the straight line."
            : "Ways are \(shown(method.detour)) times the straight line."
        let places =
            siting.opened.count == 1 ? "place for 1 more site" : "places for \(siting.opened.count) more sites"
        var table = Table(
            key: "opened", caption: "The best \(places): \(asked)",
            columns: [.init("site", "Place"), .init("name", "Name")],
            notes: [
                headline(siting), proof(siting),
                "Method: \(siting.found.method.name) (\(siting.found.method.citation)).",
                ways,
                "Chosen from \(counted(candidates, "place", "places")), beside \(counted(existing, "site", "sites")) that "
                    + "\(existing == 1 ? "is there and stays" : "are there and stay").",
                "Every site is taken to have room for all who come; see what-if for what a choice does to supply.",
            ] + besides + ["Worked out from: \(named(sources))."])
        for site in siting.opened { table.append([.text(site.code), .text(site.name)]) }
        return table
    }

    /// People within reach and their ways, before and after.
    public func effect(_ siting: AccessSiting, asked: String) -> Table {
        let unit = "km"
        let isCovering = siting.aim == .covering
        var table = Table(
            key: "fifths", caption: "What that comes to, by fifth of deprivation: \(asked)",
            columns: [
                .init("fifth", "Fifth"), .init("people", "People"),
                .init("before", isCovering ? "Within reach before" : "Mean way before, \(unit)"),
                .init("after", isCovering ? "Within reach after" : "Mean way after, \(unit)"),
                .init("gain", isCovering ? "More" : "Shorter by"),
            ])
        func append(_ first: Cell, _ group: AccessSiting.Group) {
            guard isCovering else {
                let (before, after) = (group.travelledBefore, group.travelledAfter)
                let people = Double(max(1, group.people))
                table.append([
                    first, .count(group.people), .number(before / people, places: 2),
                    .number(after / people, places: 2), .number((before - after) / people, places: 2),
                ])
                return
            }
            table.append([
                first, .count(group.people), .count(group.withinBefore), .count(group.withinAfter),
                .count(group.withinAfter - group.withinBefore),
            ])
        }
        var whole = AccessSiting.Group()
        for (_, group) in siting.fifths { whole.add(group) }
        append(.text("all"), whole)
        for (fifth, group) in siting.fifths { append(CareAccessTables.fifthInWords(fifth), group) }
        return table
    }
}
