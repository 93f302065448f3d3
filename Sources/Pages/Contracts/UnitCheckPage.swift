public import Markup
public import Tabular
public import Vocabulary

/// Whether courses of treatment by band, at their unit values, add up to the UDAs published.
public struct UnitCheckPage: Page {
    public var month: Month?
    /// From the bands at the values of the month's rules.
    public var calculated: Units
    public var published: Units
    /// Contracts that agree exactly, and all that were compared.
    public var agreeing: Int
    public var compared: Int
    /// The contracts that differ, with the likely cause.
    public var differing: Table
    public var paging: Paging?
    public var query: ListQuery

    public init(
        month: Month?, calculated: Units, published: Units, agreeing: Int, compared: Int, differing: Table,
        paging: Paging? = nil, query: ListQuery = .all
    ) {
        self.month = month
        self.calculated = calculated
        self.published = published
        self.agreeing = agreeing
        self.compared = compared
        self.differing = differing
        self.paging = paging
        self.query = query
    }

    public var heading: String { "UDA check" }
    public var route: Route? { .unitCheck }

    public func content(in shell: Shell) -> [Html] {
        guard let month else { return [NothingHeld.html(in: shell)] }
        let share = Share(calculated, of: published).map { " (\($0.percentText(decimals: 2)))" } ?? ""
        return [
            .block(
                [
                    .paragraph(
                        .text(
                            """
                            In \(month.inWords) the bands make \(calculated) UDAs; \(published) were published\(share).
                            """), class: "headline"),
                    .paragraph(
                        .text(
                            """
                            \(Units(agreeing).inWhole) of \(Units(compared).inWhole) contracts agree exactly. Those \
                            that do not are listed with the likely cause.
                            """), class: "headline-second"),
                ], class: "headlines"),
            TableView(
                differing, listing: Listing(.unitCheck, query: query, paging: paging),
                empty: "Every contract agrees."
            ).html(in: shell),
        ]
    }
}
