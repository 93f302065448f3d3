public import Markup
public import Tabular
import Vocabulary

/// Access to care of one board's people: map, fifths of deprivation, the least served areas, and what a closure would do.
public struct CareAccessPage: Page {
    /// What was asked, as the form shows it again.
    public struct Asked: Hashable, Sendable {
        public var board: String
        public var supply: String
        public var steps: String
        public var decay: String
        public var reach: String
        /// A contract that would close; blank for none.
        public var close: String

        public init(board: String, supply: String, steps: String, decay: String, reach: String, close: String) {
            self.board = board
            self.supply = supply
            self.steps = steps
            self.decay = decay
            self.reach = reach
            self.close = close
        }
    }

    public var asked: Asked
    public var boards: [Choice]
    /// Kinds of file that must be taken in first, in words.
    public var missing: [String]
    /// What keeps an answer from being shown, in sentences.
    public var cautions: [String]
    public var map: AreaMap?
    /// In the order in which they stand on the page.
    public var tables: [Table]
    public var sources: [(name: String, route: Route)]
    /// Where it can go; nil for a reader who keeps no needs assessments.
    public var showing: ShowingIn?

    public init(
        asked: Asked, boards: [Choice], missing: [String], cautions: [String], map: AreaMap?, tables: [Table],
        sources: [(name: String, route: Route)]
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
                "How much NHS dental care the people of one board can reach, given who else comes for it.",
                class: "lead"),
            .cautions(cautions),
        ]
        guard missing.isEmpty else {
            return content + [
                .paragraph("It is worked out from public files. These were not taken in yet:"),
                .list(missing.map { .text($0) }),
                .paragraph(.link("Take files in", to: shell.destination(.takeFilesIn))),
            ]
        }
        content.append(form)
        if let map { content.append(map.figure(in: shell)) }
        for table in tables {
            content.append(TableView(table).html(in: shell))
        }
        content.append((showing?.section(in: shell)).orNone)
        if !sources.isEmpty {
            content.append(
                .section(
                    heading: 2, "Files that it was worked out from", id: "sources",
                    [.list(sources.map { [.link(.text($0.name), to: shell.destination($0.route))] })]))
        }
        return content
    }

    private var form: Html {
        func choice(_ name: String, _ label: String, _ choices: [Choice], _ selected: String, hint: String? = nil)
            -> Field
        {
            Field(name, label: label, hint: hint, kind: .choice([ChoiceGroup(nil, choices)], selected: selected))
        }
        return .asking(
            for: Route.careAccess.destination(), id: "access", label: "Whose access, and how it is worked out",
            fields: [
                choice("board", "Board", [Choice("", "Choose a board")] + boards, asked.board),
                choice(
                    "supply", "What is supplied",
                    [
                        Choice("contracted", "UDAs contracted for the year"),
                        Choice("delivered", "UDAs delivered in the month"),
                    ],
                    asked.supply),
                choice(
                    "steps", "Method",
                    [
                        Choice("two", "Two steps: shared among all who reach it"),
                        Choice("three", "Three steps: people divide themselves first"),
                        Choice("one", "One step: what is within reach, whoever else comes"),
                    ], asked.steps),
                choice(
                    "decay", "A site further away counts",
                    [
                        Choice("none", "the same"), Choice("zones", "less, in three zones"),
                        Choice("gaussian", "less, smoothly (Gaussian)"),
                        Choice("exponential", "less, smoothly (exponential)"),
                    ], asked.decay),
                Field(
                    "reach", label: "Reach in kilometres", hint: "Along the way, not by straight line",
                    kind: .text(value: asked.reach)),
                Field(
                    "close", label: "What if this contract closed?", hint: "A contract number, or blank",
                    kind: .text(value: asked.close)),
            ], button: "Work it out")
    }
}
