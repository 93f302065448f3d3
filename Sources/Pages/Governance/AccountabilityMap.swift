public import Governance
public import Markup
public import Tabular
import Vocabulary

/// Who answers to whom on a day: parties one under another, an edge beside them from each actor to its forum.
///
/// An edge that lacks an element is broken, has a cross at its number, and is said to lack it in the list and the
/// table; a party of which something was found has it written under its name.
public struct AccountabilityMap: PictureWithTable {
    public var chart: AccountabilityChart

    public init(_ chart: AccountabilityChart) {
        self.chart = chart
    }

    public var title: String { "Who answers to whom" }

    public var howToRead: String? {
        """
        Each line leads from whoever answers, at the dot, to whom, at the arrow; its number is that of the list under the \
        picture. A broken line with a cross lacks something: it is not accountability yet.
        """
    }

    public var description: String {
        let broken = chart.links.count { $0.isBroken }
        let lone = chart.nodes.filter { !$0.findings.isEmpty }
        let found = lone.map { "\($0.title): \(AccountabilityMap.words($0.findings))" }.joined(separator: "; ")
        return """
            \(counted(chart.nodes.count, "party", "parties")) and \(counted(chart.links.count, "edge", "edges")) on \
            \(chart.day.inWords), of which \(broken == 0 ? "none lacks" : broken == 1 ? "1 lacks" : "\(broken) lack") an \
            element.\(found.isEmpty ? "" : " Found: \(found).")
            """
    }

    static func words(_ findings: [AccountabilityFinding.Kind]) -> String {
        var told: [String] = []
        for finding in findings.map({ $0.title.lowercased() }) where !told.contains(finding) { told.append(finding) }
        return told.joined(separator: ", ")
    }

    private func title(of party: AccountabilityEdge.Party) -> String {
        chart.nodes.first { $0.party == party }?.title ?? party.description
    }

    /// `an obligation to explain and consequences`; nil where nothing is missing.
    private func missing(_ link: AccountabilityChart.Link) -> String? {
        link.isBroken ? listed(link.missing.map(\.inWords)) : nil
    }

    public func table() -> Table {
        var table = Table(
            key: "accountabilityMap", caption: title,
            columns: [
                .init("number", "Number"), .init("actor", "Who answers"), .init("forum", "To whom"),
                .init("about", "About what"), .init("direction", "Direction"), .init("missing", "Missing"),
                .init("edge", "Short name"),
            ], notes: ["As recorded for \(chart.day.inWords)."])
        for (place, link) in chart.links.enumerated() {
            table.append([
                .count(place + 1), .text(title(of: link.actor)), .text(title(of: link.forum)), .text(link.about),
                .text(link.direction.rawValue), .optional(missing(link), else: "nothing"),
                .text(link.edge.description),
            ])
        }
        return table
    }

    public func drawing(in shell: Shell) -> Html {
        guard !chart.links.isEmpty else {
            return .paragraph(.text("No edge of the map stands on \(chart.day.inWords)."))
        }
        var key = [
            KeyEntry(
                name: "Answers to: explains, is questioned and judged, and something may follow",
                sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "edge-whole")])
        ]
        if chart.links.contains(where: \.isBroken) {
            key.append(
                KeyEntry(
                    name: "Lacks an element (marked ×): not accountability yet",
                    sample: [.line(x1: 0, y1: 6, x2: 100, y2: 6, class: "edge-broken")]))
        }
        let layout = AccountabilityLayout(chart)
        let picture = Picture(
            id: "accountability-map", title: title, description: description, height: layout.height,
            shapes: layout.shapes)
        let names = chart.links.map { link -> Html in
            [
                .text("\(title(of: link.actor).uppercasedFirst) to \(title(of: link.forum)), about \(link.about)"), " ",
                .span(
                    .text(
                        "\(link.direction.rawValue)"
                            + (missing(link).map { "; × lacks \($0)" } ?? "; nothing is missing")),
                    class: "row-figure"),
            ]
        }
        return [KeyEntry.list(key), picture.html(), .list(names, class: "numbered", isOrdered: true)]
    }
}
