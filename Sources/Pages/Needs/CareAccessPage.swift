public import Markup
public import Tabular
import Vocabulary

/// Access to care of one board's people: map, fifths of deprivation, the least served areas, and what changes of sites
/// would do.
public struct CareAccessPage: Page {
    /// What was asked, as the form shows it again.
    public struct Asked: Hashable, Sendable {
        public var board: String
        public var supply: String
        public var steps: String
        public var decay: String
        public var reach: String
        /// Applied already, as the address has them: see `AskedChange.list`.
        public var changes: String
        /// One more, as it was typed; blank once it is applied.
        public var typed: TypedChange

        public init(
            board: String, supply: String, steps: String, decay: String, reach: String, changes: String = "",
            typed: TypedChange = TypedChange()
        ) {
            self.board = board
            self.supply = supply
            self.steps = steps
            self.decay = decay
            self.reach = reach
            self.changes = changes
            self.typed = typed
        }

        /// The page that shows the same, by what has to be asked for it.
        public var query: [(name: String, value: String)] {
            [("board", board), ("supply", supply), ("steps", steps), ("decay", decay), ("reach", reach)]
                + (changes.isEmpty ? [] : [("changes", changes)])
        }

        func with(changes: String) -> Asked {
            var asked = self
            asked.changes = changes
            asked.typed = TypedChange()
            return asked
        }
    }

    /// A change of sites as somebody types it, with what is wrong at which field.
    public struct TypedChange: Hashable, Sendable {
        public enum Field: String, Hashable, Sendable, CaseIterable {
            case what, site, amount, place
        }

        public var values: [Field: String]
        public var errors: [Field: String]

        public init(values: [Field: String] = [:], errors: [Field: String] = [:]) {
            self.values = values
            self.errors = errors
        }
    }

    /// One that is applied.
    public struct Change: Hashable, Sendable {
        /// `1141890001 closes`.
        public var words: String
        /// All the others, as the address has them.
        public var others: String

        public init(words: String, others: String) {
            self.words = words
            self.others = others
        }
    }

    public var asked: Asked
    public var boards: [Choice]
    /// Sites of the board, which the browser offers.
    public var sites: [Choice] = []
    /// What is different from how it is, in the order in which it was said.
    public var changes: [Change] = []
    /// Kinds of file that must be taken in first, in words.
    public var missing: [String]
    /// What keeps an answer from being shown, in sentences.
    public var cautions: [String]
    public var map: AreaMap?
    /// In the order in which they stand on the page.
    public var tables: [Table]
    public var sources: [(name: String, digest: String, route: Route)]
    /// What the answer is cited by: of each table that can go into a needs assessment, its words and digest.
    public var digests: [(words: String, digest: String)] = []
    /// Where it can go; nil for a reader who keeps no needs assessments.
    public var showing: ShowingIn?

    public init(
        asked: Asked, boards: [Choice], missing: [String], cautions: [String], map: AreaMap?, tables: [Table],
        sources: [(name: String, digest: String, route: Route)]
    ) {
        self.asked = asked
        self.boards = boards
        self.missing = missing
        self.cautions = cautions
        self.map = map
        self.tables = tables
        self.sources = sources
    }

    public var heading: String { "Access to care" }
    public var route: Route? { .careAccess }
    public var trail: [(name: String, route: Route)] { [("Need", .indicators)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from public files that were taken in" }

    public func content(in shell: Shell) -> [Html] {
        var content: [Html] = [
            .paragraph(
                """
                How much NHS dental care the people of one board can reach, given who else comes for it, and what changes \
                of sites would do.
                """, class: "lead"),
            .cautions(cautions),
        ]
        guard missing.isEmpty else { return content + CareAccessPage.lacking(missing, in: shell) }
        content += [form, applied, sitingLink]
        if let map { content.append(map.figure(in: shell)) }
        for table in tables {
            content.append(TableView(table).html(in: shell))
        }
        return content + [(showing?.section(in: shell)).orNone, rests(in: shell)]
    }

    static func lacking(_ missing: [String], in shell: Shell) -> [Html] {
        [
            .paragraph("It is worked out from public files. These were not taken in yet:"),
            .list(missing.map { .text($0) }),
            .paragraph(.link("Take files in", to: shell.destination(.takeFilesIn))),
        ]
    }

    private var applied: Html {
        guard !changes.isEmpty else { return .none }
        let all = Route.careAccess.destination()
        let items = changes.map { change -> Html in
            [
                .name(change.words), " ",
                .link(
                    ["Take it away", .unseen(": \(change.words)")],
                    to: all.adding(query: asked.with(changes: change.others).query)),
            ]
        }
        let none = Html.link("Take all away", to: all.adding(query: asked.with(changes: "").query))
        return .section(
            heading: 2, "Changes asked about", id: "changes",
            [.list(items), changes.count > 1 ? .paragraph(none) : .none])
    }

    private var sitingLink: Html {
        guard !asked.board.isEmpty else { return .none }
        return .paragraph(
            .link(
                "Where would more sites do most?",
                to: Route.careSiting.destination().adding(query: [
                    ("board", asked.board), ("supply", asked.supply), ("reach", asked.reach),
                ])))
    }

    /// Files and digests: by what somebody else finds the same again.
    private func rests(in shell: Shell) -> Html {
        guard !sources.isEmpty else { return .none }
        let files = sources.map { source -> Html in
            [
                .link(.name(source.name), to: shell.destination(source.route)), ", SHA-256 ", .code(source.digest),
            ]
        }
        let cited = digests.map { [.text("\($0.words): SHA-256 "), .code($0.digest)] as Html }
        return .section(
            heading: 2, "What it rests on, and how it is cited", id: "sources",
            [
                .paragraph("Worked out from these files:"), .list(files),
                cited.isEmpty
                    ? .none
                    : .paragraph(
                        "A needs assessment that shows this answer keeps these bytes, and cites them by their digest:"),
                cited.isEmpty ? .none : .list(cited),
            ])
    }

    private var form: Html {
        .asking(
            for: Route.careAccess.destination(), id: "access", label: "Whose access, and how it is worked out",
            fields: [
                CareAccessPage.choice("board", "Board", [Choice("", "Choose a board")] + boards, asked.board),
                CareAccessPage.supply(asked.supply),
                CareAccessPage.choice(
                    "steps", "Method",
                    [
                        Choice("two", "Two steps: shared among all who reach it"),
                        Choice("three", "Three steps: people divide themselves first"),
                        Choice("one", "One step: what is within reach, whoever else comes"),
                    ], asked.steps),
                CareAccessPage.choice(
                    "decay", "A site further away counts",
                    [
                        Choice("none", "the same"), Choice("zones", "less, in three zones"),
                        Choice("gaussian", "less, smoothly (Gaussian)"),
                        Choice("exponential", "less, smoothly (exponential)"),
                    ], asked.decay),
                CareAccessPage.reach(asked.reach),
            ], group: asked.board.isEmpty ? nil : changing,
            kept: asked.changes.isEmpty ? [] : [("changes", asked.changes)], button: "Work it out")
    }

    private var changing: FieldGroup {
        func text(_ field: TypedChange.Field, _ label: String, hint: String) -> Field {
            Field(
                field.rawValue, label: label, hint: hint, error: asked.typed.errors[field],
                kind: .text(value: asked.typed.values[field] ?? ""))
        }
        var what = CareAccessPage.choice(
            TypedChange.Field.what.rawValue, "What would change",
            [
                Choice("", "Nothing, or nothing more"), Choice("close", "A site closes"),
                Choice("capacity", "A site supplies more or less"), Choice("move", "A site moves"),
                Choice("add", "A new site comes"),
            ], asked.typed.values[.what] ?? "")
        what.error = asked.typed.errors[.what]
        var site = text(
            .site, "Which site", hint: "Its contract number; several that close with commas. A name for a new one")
        site.suggestions = sites
        return FieldGroup(
            changes.isEmpty ? "What if?" : "What if, besides?",
            hint: "One change at a time: work it out, and then say the next.",
            fields: [
                what, site,
                text(
                    .amount, "Its supply afterwards", hint: "UDAs a year; where a site supplies more or less, or comes"),
                text(
                    .place, "Where it moves or comes",
                    hint: "A small area by its code or name, or latitude and longitude"),
            ])
    }

    // MARK: - Fields that the page of best places has too

    static func choice(_ name: String, _ label: String, _ choices: [Choice], _ selected: String) -> Field {
        Field(name, label: label, kind: .choice([ChoiceGroup(nil, choices)], selected: selected))
    }

    static func supply(_ selected: String) -> Field {
        choice(
            "supply", "What is supplied",
            [
                Choice("contracted", "UDAs contracted for the year"),
                Choice("delivered", "UDAs delivered in the months held of the year"),
            ], selected)
    }

    static func reach(_ value: String) -> Field {
        Field(
            "reach", label: "Reach in kilometres", hint: "Along the way, not by straight line",
            kind: .text(value: value))
    }
}
