public import Markup
public import Tabular
public import Vocabulary

/// What to challenge: the rules are asked of a year, and the runs that were kept.
public struct ChallengesPage: Page {
    /// What a reader asks the rules.
    public struct Asked: Sendable {
        public var year: String
        /// Names with commas between; blank for all.
        public var rules: String
        public var errors: [String: String]

        public init(year: String, rules: String = "", errors: [String: String] = [:]) {
            (self.year, self.rules, self.errors) = (year, rules, errors)
        }
    }

    public var asked: Asked
    /// Of which anything was taken in, the last first.
    public var years: [String]
    public var work: WorkShown
    /// Why no question can be asked here; nil where one can.
    public var missing: String?
    /// Kept runs, the last first.
    public var runs: Table
    /// True for who may ask.
    public var mayAsk: Bool
    /// The run that was asked last, and what it comes to; nil where none was since these pages are served.
    public var latest: (digest: EvidenceID, words: String)?

    public init(
        asked: Asked, years: [String], work: WorkShown, missing: String? = nil, runs: Table, mayAsk: Bool
    ) {
        (self.asked, self.years, self.work) = (asked, years, work)
        (self.missing, self.runs, self.mayAsk) = (missing, runs, mayAsk)
    }

    public static let (yearField, rulesField) = ("of", "rules")

    public var heading: String { work.state.isFollowed ? "The rules are being asked" : "What to challenge" }
    public var route: Route? { .activityWork(.challenges) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.top }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }
    public var errorSummary: Html { mayAsk ? form.errorSummary : .none }

    public func content(in shell: Shell) -> [Html] {
        [
            work.html(label: "The rules"),
            latest.map { latest in
                .paragraph(
                    [
                        .text("The last run is done. \(latest.words) "),
                        .link("See what it found", to: ActivityDeed.run(latest.digest).destination),
                    ], class: "lede")
            }.orNone, asking(in: shell), kept(in: shell),
        ]
    }

    private func asking(in shell: Shell) -> Html {
        guard !work.state.isFollowed else { return .none }
        let words = Html.paragraph([
            """
            Every rule is asked of the rows that stand, in a process beside these pages. A row’s money counts once, under the \
            first of the \

            """,
            .link("rules", to: shell.destination(.challengeRules)),
            " that found fault with it; where its contract line has no cash, the fault is one of data only.",
        ])
        if let missing { return .group([words, .paragraph(.text(missing), class: "warning")]) }
        guard !years.isEmpty else {
            return .group([
                words,
                .paragraph(
                    [
                        "No contract monitoring was taken in yet. ",
                        mayAsk ? .link("Take files in", to: ActivityDeed.takeIn.destination) : .none,
                    ], class: "empty"),
            ])
        }
        return .group([words, mayAsk ? form.html : .none])
    }

    private var form: Form {
        Form(
            to: ActivityDeed.challenges.destination, token: work.token, id: "ask", label: "Ask the rules",
            parts: [
                .field(
                    Field(
                        ChallengesPage.yearField, label: "Financial year",
                        error: asked.errors[ChallengesPage.yearField],
                        kind: .choice([ChoiceGroup(nil, years.map { Choice($0, $0) })], selected: asked.year))),
                .field(
                    Field(
                        ChallengesPage.rulesField, label: "Only these rules",
                        hint: "With commas between, as CC05, CC07. Leave it empty to ask all of them.",
                        error: asked.errors[ChallengesPage.rulesField], kind: .text(value: asked.rules))),
            ], button: .init("Ask the rules"))
    }

    private func kept(in shell: Shell) -> Html {
        .section(
            heading: 2, "What was found", id: "runs",
            [
                TableView(
                    runs, listing: Listing(.activityWork(.challenges)),
                    empty: "The rules were not asked from these pages yet."
                ).html(in: shell)
            ])
    }
}

/// What one run of the rules found, and the way from there to bundles.
public struct ChallengeRunPage: Page {
    /// A provider that may be challenged.
    public struct Provider: Sendable {
        public var code: String
        public var words: String

        public init(code: String, words: String) { (self.code, self.words) = (code, words) }
    }

    public var digest: EvidenceID
    public var facts: [Fact]
    public var cautions: [String]
    public var byRule: Table
    public var byProvider: Table
    /// Rules that were not asked, each with why.
    public var notAsked: [String]
    /// Nil for who may not raise bundles.
    public var raising: Raising?

    /// The form by which bundles are raised.
    public struct Raising: Sendable {
        public var providers: [Provider]
        public var chosen: Set<String>
        public var commissioner: String
        public var commissioners: [Choice]
        public var errors: [String: String]
        public var failures: [String]
        public var token: FormToken

        public init(
            providers: [Provider], chosen: Set<String>, commissioner: String, commissioners: [Choice],
            errors: [String: String] = [:], failures: [String] = [], token: FormToken
        ) {
            (self.providers, self.chosen, self.commissioner) = (providers, chosen, commissioner)
            (self.commissioners, self.errors, self.failures) = (commissioners, errors, failures)
            self.token = token
        }
    }

    public init(
        digest: EvidenceID, facts: [Fact], cautions: [String] = [], byRule: Table, byProvider: Table,
        notAsked: [String], raising: Raising?
    ) {
        (self.digest, self.facts, self.cautions) = (digest, facts, cautions)
        (self.byRule, self.byProvider, self.notAsked, self.raising) = (byRule, byProvider, notAsked, raising)
    }

    public static let (providersField, commissionerField) = ("provider", "commissioner")

    public var heading: String { "What one run found" }
    public var route: Route? { .activityWork(.run(digest)) }
    public var trail: [(name: String, route: Route)] { ActivityDeed.ofChallenges }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }
    public var errorSummary: Html { (form?.errorSummary).orNone }

    public func content(in shell: Shell) -> [Html] {
        [
            .cautions(cautions), Fact.list(facts, in: shell),
            .paragraph(.link("See every row that was found", to: ActivityDeed.found(digest).destination)),
            TableView(byRule, listing: Listing(.activityWork(.run(digest)))).html(in: shell),
            notAsked.isEmpty
                ? .none
                : .section(
                    heading: 2, "What was not asked", id: "not-asked", [.list(notAsked.map { .sentence($0) })]),
            .section(
                heading: 2, "Whose bills", id: "providers",
                [TableView(byProvider, empty: "No rule found fault with any row.").html(in: shell)]),
            form.map { form in
                .section(
                    heading: 2, "Put it to the providers", id: "raise",
                    [
                        .paragraph(
                            """
                            One bundle is made for each provider that you tick. Nothing is sent by this: a bundle is looked \
                            through first, and what should not be in it is withdrawn there. What stands in another bundle, \
                            open or agreed, is left out.
                            """), form.html,
                    ])
            }.orNone,
        ]
    }

    private var form: Form? {
        guard let raising, !raising.providers.isEmpty else { return nil }
        var commissioner = Field(
            ChallengeRunPage.commissionerField, label: "Commissioner that asks", hint: "Its code, for example QWX",
            error: raising.errors[ChallengeRunPage.commissionerField], kind: .text(value: raising.commissioner))
        commissioner.suggestions = raising.commissioners
        return Form(
            to: ActivityDeed.run(digest).destination, token: raising.token, id: "raising", label: "Raise bundles",
            parts: [
                .field(
                    Field(
                        ChallengeRunPage.providersField, label: "Providers",
                        error: raising.errors[ChallengeRunPage.providersField],
                        kind: .checkboxes(
                            raising.providers.map { Choice($0.code, "\($0.code): \($0.words)") },
                            selected: raising.chosen))), .field(commissioner),
            ], button: .init("Raise bundles"), errors: raising.failures)
    }
}

/// Every row that a run found, page by page.
public struct FoundRowsPage: Page {
    public var digest: EvidenceID
    public var table: Table
    public var query: ListQuery
    public var paging: Paging
    /// All rows of the run.
    public var held: Int

    public init(digest: EvidenceID, table: Table, query: ListQuery, paging: Paging, held: Int) {
        (self.digest, self.table, self.query) = (digest, table, query)
        (self.paging, self.held) = (paging, held)
    }

    public var heading: String { "Rows that were found" }
    public var route: Route? { .activityWork(.found(digest)) }
    public var trail: [(name: String, route: Route)] {
        ActivityDeed.ofChallenges + [("What one run found", .activityWork(.run(digest)))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }

    public func content(in shell: Shell) -> [Html] {
        [
            .asking(
                for: ActivityDeed.found(digest).destination, id: "find", label: "Find rows",
                fields: [
                    Field(
                        "q", label: "Rule, provider or row", hint: "For example, CC05 or RX1",
                        kind: .text(value: query.search ?? ""))
                ], button: "Find"),
            query.isFiltered
                ? .paragraph(
                    .text("\(grouped(paging.total)) of \(counted(held, "challenge", "challenges"))."), class: "found")
                : .none,
            TableView(
                table, listing: Listing(.activityWork(.found(digest)), query: query, paging: paging),
                empty: "No such row was found."
            ).html(in: shell),
        ]
    }
}
