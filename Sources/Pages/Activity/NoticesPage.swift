public import Markup
public import Performance
public import Tabular
public import Vocabulary

/// Matters of contracts: where each stands, and what waits for whom and until when.
public struct NoticesPage: Page {
    public var table: Table
    public var query: ListQuery
    public var paging: Paging
    public var sortable: Set<String>
    public var providers: [String]
    public var held: Int
    /// Of all matters.
    public var overdue: Int
    public var open: Int
    public var isKeeper: Bool

    public init(
        table: Table, query: ListQuery, paging: Paging, sortable: Set<String>, providers: [String], held: Int,
        overdue: Int, open: Int, isKeeper: Bool
    ) {
        (self.table, self.query, self.paging, self.sortable) = (table, query, paging, sortable)
        (self.providers, self.held, self.overdue, self.open) = (providers, held, overdue, open)
        self.isKeeper = isKeeper
    }

    public var heading: String { "Notices" }
    public var route: Route? { .notices(.all) }
    public var trail: [(name: String, route: Route)] { [("Activity", .activity)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "notices under contracts and the steps after them" }

    public func content(in shell: Shell) -> [Html] {
        let ways: [(words: String, route: Route)] = [("Give a warning or issue a notice", .notices(.begin))]
        let late = overdue == 0 ? "none is overdue" : overdue == 1 ? "one is overdue" : "\(overdue) are overdue"
        func menu(_ name: String, _ label: String, _ choices: [Choice], _ selected: String?) -> Field {
            Field(
                name, label: label,
                kind: .choice([ChoiceGroup(nil, [Choice("", "All")] + choices)], selected: selected ?? ""))
        }
        let form = Html.asking(
            for: NoticeDeed.all.destination, id: "find", label: "Find matters",
            fields: [
                menu("provider", "Provider", providers.map { Choice($0, $0) }, query.provider),
                menu(
                    "state", "State", ContractMatter.State.allCases.map { Choice($0.rawValue, $0.inWords) }, query.state
                ),
            ], button: "Find matters")
        return [
            .paragraph(
                .text(
                    held == 0
                        ? "Activity that runs off plan is warned of and queried; performance that falls short is notified. "
                            + "Each is a matter with its steps, their days and deadlines."
                        : "\(counted(open, "matter is", "matters are")) open; \(late)."), class: "lede"),
            .ways(isKeeper ? ways : [], label: "What can be done", in: shell), held == 0 ? .none : form,
            query.isFiltered ? .paragraph(.link("Show all matters", to: NoticeDeed.all.destination)) : .none,
            TableView(
                table.showing([
                    "matter", "provider", "subject", "state", "waitsFor", "next", "due", "isOverdue", "withheldPence",
                ]), listing: Listing(.notices(.all), query: query, paging: paging, sortable: sortable),
                empty: held == 0 ? "There is none yet." : "No matter fits what was asked for."
            ).html(in: shell),
        ]
    }
}

/// One matter of a contract: where it stands, what is next, its milestones, what is withheld, its steps.
public struct NoticePage: Page {
    public let matter: ContractMatter
    public let day: Day
    public let isKeeper: Bool

    public init(_ matter: ContractMatter, on day: Day, isKeeper: Bool) {
        (self.matter, self.day, self.isKeeper) = (matter, day, isKeeper)
    }

    public var heading: String { "\(matter.provider): \(matter.id)" }
    public var route: Route? { .notices(.matter(matter.id)) }
    public var trail: [(name: String, route: Route)] { [("Activity", .activity), ("Notices", .notices(.all))] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "a notice under a contract and the steps after it" }
    public var subtitle: Html { .paragraph(.name(matter.subject), class: "subtitle") }

    public func content(in shell: Shell) -> [Html] {
        let steps = isKeeper ? NoticeDeed.Step.possible(for: matter, on: day) : []
        var facts: [Html.SummaryRow] = [
            .init("Provider", .text(matter.provider.description)), .init("About", .text(matter.route.inWords)),
        ]
        if let origin = matter.arisesFrom {
            facts.append(
                .init("Grew out of", .link(.text(origin.description), to: NoticeDeed.matter(origin).destination)))
        }
        if matter.withheld > .zero { facts.append(.init("Withheld now", .text("\(matter.withheld)"))) }
        let tables = MatterTables.all(of: matter)
        return [
            standing,
            .ways(
                steps.map { ($0.title(on: matter.route), .notices(.step(matter.id, $0))) }, label: "What can be done",
                in: shell), .summaryList(facts),
            matter.milestones.isEmpty
                ? .none
                : .section(
                    heading: 2, "What is to be done", id: "milestones", [TableView(tables[0]).html(in: shell)]),
            matter.withholdings.isEmpty
                ? .none
                : .section(heading: 2, "Money", id: "withheld", [TableView(tables[1]).toThePenny().html(in: shell)]),
            .section(
                heading: 2, "Until now", id: "past",
                [
                    // The words say which act it was.
                    TableView(
                        tables[2].showing(["on", "state", "words"]), listing: Listing(.notices(.matter(matter.id)))
                    ).html(in: shell)
                ]),
            .section(heading: 2, "The way that it goes", id: "way", [MatterPicture(matter).figure(in: shell)]),
        ]
    }

    private var standing: Html {
        let waiting = matter.waiting
        let isOverdue = waiting?.isOverdue(on: day) ?? false
        let next = waiting.map { waiting in
            let who = waiting.party == .both ? "commissioner and the provider" : waiting.party.rawValue
            let by = waiting.by.map { " by \($0.inWords)\(isOverdue ? ", which has passed" : "")" } ?? ""
            return " It waits for the \(who): \(waiting.what)\(by)."
        }
        return .paragraph(
            .name("It stands at: \(matter.state.inWords).\(next ?? " Nothing more is to be done.")"),
            class: isOverdue ? "warning" : "lede")
    }
}
