public import Markup
public import Tabular

/// How good the forecast would have been in each past year, beside three naive rules.
public struct BacktestPage: Page {
    /// Whether it met its bars, in sentences; the answer first.
    public var headline: [String]
    /// By tested year: coverage of the intervals, mean absolute error, the naive rules' errors.
    public var tables: [Table]

    public init(headline: [String], tables: [Table]) {
        self.headline = headline
        self.tables = tables
    }

    public var heading: String { "Back-test of the forecast" }
    public var route: Route? { .backtest }
    public var isOfAPosition: Bool { false }

    public func content(in shell: Shell) -> [Html] {
        guard tables.contains(where: { !$0.rows.isEmpty }) else {
            return [
                shell.held.isEmpty
                    ? NothingHeld.html(in: shell)
                    : .paragraph("A back-test needs at least two whole financial years.", class: "empty")
            ]
        }
        let sentences = headline.enumerated().map {
            Html.paragraph(.sentence($0.element), class: $0.offset == 0 ? "headline" : "headline-second")
        }
        return [
            .block(sentences, class: "headlines"),
            .paragraph(
                .sentence(
                    """
                    Each year is forecast as if it had not happened: everything fitted leaves the tested year out. A \
                    50 % interval should hold half of the year-ends, a 90 % interval nine in ten.
                    """)),
        ]
            + tables.enumerated().map { place, table in
                TableView(table, listing: place == 0 ? Listing(.backtest) : nil).html(in: shell)
            }
    }
}
