public import Markup
public import Tabular

/// What is asked of a year's months before anything of it can be shown, and asked for again when more was taken in.
public struct YearAsking: Sendable {
    public var year: String
    /// Of which anything was taken in, the last first.
    public var years: [String]
    public var work: WorkShown
    /// Why no question can be asked here; nil where one can.
    public var missing: String?
    public var mayAsk: Bool
    /// What the button says.
    public var button: String

    public init(
        year: String, years: [String], work: WorkShown, missing: String? = nil, mayAsk: Bool, button: String
    ) {
        (self.year, self.years, self.work) = (year, years, work)
        (self.missing, self.mayAsk, self.button) = (missing, mayAsk, button)
    }

    public static let field = "of"

    /// The years as links, where there is more than one.
    fileprivate func others(_ work: ActivityDeed) -> Html {
        guard years.count > 1 else { return .none }
        return .navigation(
            label: "Financial years", class: "paging",
            [
                .list(
                    years.map { one in
                        .link(
                            .text(one), to: work.destination.adding(query: [(YearAsking.field, one)]),
                            isHere: one == year)
                    })
            ])
    }

    /// - Parameter without: what there is to say before anything has been worked out.
    fileprivate func html(_ work: ActivityDeed, without words: String) -> Html {
        if self.work.state.isFollowed { return self.work.html(label: button) }
        if years.isEmpty {
            return .paragraph(
                [
                    "No contract monitoring was taken in yet. ",
                    mayAsk ? .link("Take files in", to: ActivityDeed.takeIn.destination) : .none,
                ], class: "empty")
        }
        if let missing { return .group([self.work.html(), .paragraph(.text(missing), class: "warning")]) }
        guard mayAsk else {
            return .group([
                self.work.html(), .paragraph(.text("\(words) Nobody has asked for it yet."), class: "empty"),
            ])
        }
        return .group([
            self.work.html(), .paragraph(.text(words)),
            Form(
                to: work.destination, token: self.work.token, id: "work-out", label: button,
                kept: [.init(YearAsking.field, year)], button: .init("\(button), \(year)")
            ).html,
        ])
    }
}

/// Who is responsible for the rows that stand, by the branch of the commissioner assignment that was taken.
public struct WhoPaysPage: Page {
    public var asking: YearAsking
    /// Nil while nothing has been worked out.
    public var table: Table?
    /// That rows and pounds are conserved.
    public var sentence: String

    public init(asking: YearAsking, table: Table? = nil, sentence: String = "") {
        (self.asking, self.table, self.sentence) = (asking, table, sentence)
    }

    public var heading: String { asking.work.state.isFollowed ? "Who pays is being worked out" : "Who pays" }
    public var route: Route? { .activityWork(.pays) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.top }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }
    public var query: ListQuery { .all }

    public func content(in shell: Shell) -> [Html] {
        let years = asking.others(.pays)
        guard let table else {
            return [
                years,
                asking.html(
                    .pays,
                    without:
                        "Each row that stands goes through the whole commissioner assignment, and the first branch that "
                        + "fits says who is responsible. It takes a pass over all rows, in a process beside these pages."
                ),
            ]
        }
        return [
            .paragraph(.sentence(sentence), class: "lede"), years,
            TableView(table, listing: Listing(.activityWork(.pays))).html(in: shell),
        ]
    }
}

/// A year against its plan: where it stands, why it differs, or where it will end.
public struct AgainstPlanPage: Page {
    public enum Kind: Hashable, Sendable, CaseIterable {
        case position, variance, forecast

        public var work: ActivityDeed {
            switch self {
            case .position: .position
            case .variance: .variance
            case .forecast: .forecast
            }
        }

        public var name: String {
            switch self {
            case .position: "Against plan"
            case .variance: "Price, volume and mix"
            case .forecast: "Year end"
            }
        }
    }

    /// What is shown of a year that has been worked out.
    public struct Shown: Sendable {
        /// What it comes to, in a sentence; the first is the answer.
        public var sentences: [String]
        public var cautions: [String]
        public var picture: PlanPicture?
        /// The page's own table first: the one that is taken away.
        public var tables: [Table]
        /// Points of delivery that ran over plan; nil on other pages, without rows where there is none.
        public var overPlan: Table?
        /// By which lines are told apart, as the address has it, and the choices.
        public var level: String
        public var levels: [Choice]
        public var provider: String

        public init(
            sentences: [String], cautions: [String] = [], picture: PlanPicture? = nil, tables: [Table],
            overPlan: Table? = nil, level: String, levels: [Choice], provider: String
        ) {
            (self.sentences, self.cautions, self.picture) = (sentences, cautions, picture)
            (self.tables, self.overPlan) = (tables, overPlan)
            (self.level, self.levels, self.provider) = (level, levels, provider)
        }
    }

    public var kind: Kind
    public var asking: YearAsking
    public var shown: Shown?
    public var query: ListQuery
    public var paging: Paging?

    public init(_ kind: Kind, asking: YearAsking, shown: Shown? = nil, query: ListQuery = .all, paging: Paging? = nil) {
        (self.kind, self.asking, self.shown) = (kind, asking, shown)
        (self.query, self.paging) = (query, paging)
    }

    public var heading: String {
        if asking.work.state.isFollowed { return "The year’s months are being read" }
        switch kind {
        case .position: return "Activity against plan"
        case .variance: return "Why the cost is another than planned"
        case .forecast: return "Where activity will end the year"
        }
    }
    public var route: Route? { .activityWork(kind.work) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.top }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from aggregate contract monitoring that was taken in" }

    /// What the address keeps besides the list.
    private var pairs: [(name: String, value: String)] {
        guard let shown else { return [(YearAsking.field, asking.year)] }
        return [(YearAsking.field, asking.year), ("by", shown.level)]
            + (shown.provider.isEmpty ? [] : [("q", shown.provider)])
    }

    public func content(in shell: Shell) -> [Html] {
        let kinds = Html.navigation(
            label: "The year in other words", class: "paging",
            [
                .list(
                    Kind.allCases.map { one in
                        .link(.text(one.name), to: one.work.destination.adding(query: pairs), isHere: one == kind)
                    })
            ])
        let years = asking.others(kind.work)
        guard let shown else {
            return [
                asking.years.isEmpty ? .none : kinds, years,
                asking.html(
                    kind.work,
                    without:
                        "What was planned and what came is read from the aggregate monitoring that stands, in a process "
                        + "beside these pages."),
            ]
        }
        return [
            kinds, years,
            .block(
                shown.sentences.enumerated().map {
                    .paragraph(.sentence($0.element), class: $0.offset == 0 ? "headline" : "headline-second")
                }, class: "headlines"), .cautions(shown.cautions), overPlan(in: shell), chooser(shown),
            (shown.picture?.figure(in: shell)).orNone,
        ] + tables(shown, in: shell)
    }

    private func tables(_ shown: Shown, in shell: Shell) -> [Html] {
        shown.tables.enumerated().map { place, table in
            let listing = place == 0 ? Listing(.activityWork(kind.work), query: query, paging: paging) : nil
            return TableView(table, listing: listing, empty: "There is none.").html(in: shell)
        }
    }

    private func overPlan(in shell: Shell) -> Html {
        guard let runs = shown?.overPlan else { return .none }
        return .section(
            heading: 2, "Grounds for a notice", id: "over-plan",
            [
                TableView(runs, empty: "No point of delivery ran over plan for months on end.").html(in: shell),
                runs.rows.isEmpty
                    ? .none
                    : .paragraph([
                        "A run of months over plan is grounds for an Activity Query Notice: ",
                        .link("matters and notices", to: Route.notices(.all).destination()), ".",
                    ]),
            ])
    }

    private func chooser(_ shown: Shown) -> Html {
        .asking(
            for: kind.work.destination, id: "level", label: "Lines",
            fields: [
                Field(
                    "by", label: "Tell lines apart by",
                    kind: .choice([ChoiceGroup(nil, shown.levels)], selected: shown.level)),
                Field(
                    "q", label: "Only this provider", hint: "Its code; empty for all",
                    kind: .text(value: shown.provider)),
            ], kept: [(YearAsking.field, asking.year)], button: "Show")
    }
}
