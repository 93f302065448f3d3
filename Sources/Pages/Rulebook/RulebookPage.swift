public import Markup
public import Tabular
public import Vocabulary

/// Every rule with its days and its source; those not yet verified are marked.
public struct RulebookPage: Page {
    /// Nil for all days.
    public var day: Day?
    /// What is wrong with the day that was asked for, in one sentence.
    public var dayError: String?
    /// Identifier, rule in words, value, unit, valid from, valid to, source, and whether it is verified.
    public var table: Table
    /// Rules among these that nobody has yet checked against their source.
    public var unverified: Int
    public var query: ListQuery

    public init(day: Day?, dayError: String? = nil, table: Table, unverified: Int, query: ListQuery = .all) {
        self.day = day
        self.dayError = dayError
        self.table = table
        self.unverified = unverified
        self.query = query
    }

    public var heading: String { "Rules" }
    public var route: Route? { .rules }
    public var isOfAPosition: Bool { false }

    /// The flag of a rule that nobody has verified is written out, so that it is seen.
    private var marked: Table {
        var marked = table
        guard let column = table.columns.firstIndex(where: { $0.key == "verified" }) else { return table }
        for row in marked.rows.indices {
            guard case .flag(let isVerified) = marked.rows[row][column] else { continue }
            marked.rows[row][column] = .text(isVerified ? "verified" : "⚠ not yet verified")
        }
        return marked
    }

    public func content(in shell: Shell) -> [Html] {
        let which = day.map { "on \($0.inWords)" } ?? "of all days"
        let warning: String =
            switch unverified {
            case 0: "All \(table.rows.count) rules \(which) are verified against their sources."
            case 1: "1 of \(table.rows.count) rules \(which) is not yet verified against its source."
            default: "\(unverified) of \(table.rows.count) rules \(which) are not yet verified against their sources."
            }
        return [
            .paragraph(
                """
                Every threshold, band, tariff and time limit that Remit uses is a row here, with the days on which it \
                holds. An old year is judged by the rules of its own day.
                """, class: "lede"),
            .asking(
                for: Route.rules.destination(), id: "on-day", label: "Rules of a day",
                fields: [
                    Field(
                        "on", label: "Rules that held on", error: dayError,
                        kind: .day(value: day?.description ?? query.on ?? ""))
                ], button: "Show these rules"),
            query.on == nil ? .none : .paragraph(.link("Show the rules of all days", to: shell.destination(.rules))),
            .paragraph(.text(warning), class: unverified == 0 ? "counted" : "warning"),
            TableView(marked, listing: Listing(.rules, query: query), empty: "No rule held on that day.")
                .html(in: shell),
        ]
    }
}
