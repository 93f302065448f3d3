public import Markup
public import Tabular
public import Vocabulary

/// One organisation on a day: what is known of it, what lies under it, and what became of it over time.
public struct OrganisationPage: Page {
    public var code: OrganisationCode
    /// On the day; nil where no file lists it.
    public var name: String?
    public var facts: Table
    /// The first of what lies under it; nil where nothing does.
    public var under: Table?
    /// How many lie under it in all, where `under` is cut.
    public var underInAll: Int
    public var history: Table
    public var query: ListQuery
    public var dayError: String?

    public init(
        code: OrganisationCode, name: String?, facts: Table, under: Table?, underInAll: Int, history: Table,
        query: ListQuery, dayError: String? = nil
    ) {
        self.code = code
        self.name = name
        self.facts = facts
        self.under = under
        self.underInAll = underInAll
        self.history = history
        self.query = query
        self.dayError = dayError
    }

    public var heading: String { name ?? "Organisation \(code)" }
    public var route: Route? { .organisation(code) }
    public var trail: [(name: String, route: Route)] { [("Organisations", .organisations)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from the files of the directory that were taken in" }
    public var subtitle: Html { .paragraph(.text("Code \(code)"), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        [
            .asking(
                for: Route.organisation(code).destination(), id: "on-day", label: "As things stood on a day",
                fields: [
                    Field(
                        "on", label: "As things stood on", hint: "Empty for today", error: dayError,
                        kind: .day(value: query.on ?? ""))
                ], button: "Show this day"),
            TableView(facts, listing: Listing(.organisation(code), query: query)).html(in: shell),
            under.map {
                Html.section(
                    heading: 2, "What lies under it", id: "under",
                    [
                        TableView($0).html(in: shell),
                        underInAll > $0.rows.count
                            ? .paragraph(
                                .text("The first \($0.rows.count) of \(grouped(underInAll))."), class: "notes") : .none,
                    ])
            }.orNone,
            .section(
                heading: 2, "Over time", id: "history",
                [TableView(history, empty: "No file says anything of it over time.").html(in: shell)]),
        ]
    }
}
