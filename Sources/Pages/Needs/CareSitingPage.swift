public import Markup
public import Tabular
import Vocabulary

/// Where so many more sites would do most for one board's people: asked, followed, and read.
public struct CareSitingPage: Page {
    public struct Asked: Hashable, Sendable {
        public var board: String
        public var supply: String
        public var reach: String
        public var further: String
        /// `covering` or `distance`.
        public var aim: String

        public init(board: String, supply: String, reach: String, further: String, aim: String) {
            self.board = board
            self.supply = supply
            self.reach = reach
            self.further = further
            self.aim = aim
        }

        public var query: [(name: String, value: String)] {
            [("board", board), ("supply", supply), ("reach", reach), ("further", further), ("aim", aim)]
        }
    }

    public enum State: Sendable {
        /// Nobody has asked this yet.
        case ready
        /// So many searches are before it.
        case waiting(Int)
        /// Since so many seconds.
        case running(Int)
        case failed(String)
        /// - Parameters:
        ///   - words: what it comes to.
        ///   - places: small areas in which sites would come.
        case found(words: String, map: AreaMap?, tables: [Table], places: [String])
    }

    public var asked: Asked
    public var boards: [Choice]
    /// What is wrong with what was sent, by field.
    public var errors: [String: String]
    public var missing: [String]
    public var cautions: [String]
    public var state: State
    /// After so many the best so far is taken.
    public var seconds: Int
    public var token: FormToken
    public var sources: [(name: String, route: Route)]

    public init(
        asked: Asked, boards: [Choice] = [], errors: [String: String] = [:], missing: [String] = [],
        cautions: [String] = [], state: State = .ready, seconds: Int, token: FormToken,
        sources: [(name: String, route: Route)] = []
    ) {
        self.asked = asked
        self.boards = boards
        self.errors = errors
        self.missing = missing
        self.cautions = cautions
        self.state = state
        self.seconds = seconds
        self.token = token
        self.sources = sources
    }

    /// True where the page is to be asked for again by itself.
    public var isFollowed: Bool {
        switch state {
        case .waiting, .running: true
        default: false
        }
    }

    public var heading: String {
        switch state {
        case .waiting, .running: "The best places are being looked for"
        default: "Where more sites would do most"
        }
    }

    public var route: Route? { .careSiting }
    public var trail: [(name: String, route: Route)] { [("Need", .indicators), ("Access to care", .careAccess)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from public files that were taken in" }
    public var errorSummary: Html { missing.isEmpty ? form.errorSummary : .none }

    public func content(in shell: Shell) -> [Html] {
        guard missing.isEmpty else { return [.cautions(cautions)] + CareAccessPage.lacking(missing, in: shell) }
        switch state {
        case .ready:
            return [
                .paragraph(
                    .text(
                        "Every small area of the board is a place where a site might come; the sites that are there stay. "
                            + "A solver looks for the best choice of all, for \(seconds) seconds at most, and says "
                            + "whether it is proved or how much better another may be."), class: "lede"),
                .cautions(cautions), form.html,
            ]
        case .waiting(let before):
            return [
                .paragraph(.text("\(counted(before, "search is", "searches are")) before this one."), class: "lede"),
                follow,
            ]
        case .running(let since):
            return [
                .paragraph(
                    .text(
                        "Looked for since \(counted(since, "second", "seconds")). The solver has \(seconds) seconds, after "
                            + "what it is asked has been put together."), class: "lede"), follow,
            ]
        case .failed(let why):
            return [.paragraph(.text(why), class: "lede"), form.html]
        case .found(let words, let map, let tables, let places):
            return [
                .paragraph(.text(words), class: "lede"), .cautions(cautions), tried(places),
                (map?.figure(in: shell)).orNone,
            ] + tables.map { TableView($0).html(in: shell) } + [
                rests(in: shell), .section(heading: 2, "Ask something else", id: "again", [form.html]),
            ]
        }
    }

    private var follow: Html {
        .group([
            .paragraph("This page asks again by itself every few seconds. You may leave it; the work goes on."),
            .paragraph(
                .link("Look again now", to: Route.careSiting.destination().adding(query: asked.query))),
        ])
    }

    /// Where the same places are tried out on supply.
    private func tried(_ places: [String]) -> Html {
        guard !places.isEmpty else { return .none }
        return .paragraph(
            .link(
                places.count == 1
                    ? "See what a site there would do to supply" : "See what sites there would do to supply",
                to: Route.careAccess.destination().adding(query: [
                    ("board", asked.board), ("supply", asked.supply), ("reach", asked.reach), ("what", "add"),
                    ("place", places.joined(separator: ",")),
                ])))
    }

    private func rests(in shell: Shell) -> Html {
        .files(sources, in: shell)
    }

    private var form: Form {
        func field(_ field: Field) -> Form.Part {
            var field = field
            field.error = errors[field.name]
            return .field(field)
        }
        return Form(
            to: Route.careSiting.destination(), token: token, id: "siting", label: "What the best places are to be for",
            parts: [
                field(
                    CareAccessPage.choice("board", "Board", [Choice("", "Choose a board")] + boards, asked.board)),
                field(
                    Field(
                        "further", label: "How many more sites", hint: "At most so many come",
                        kind: .number(value: asked.further))),
                field(
                    Field(
                        "aim", label: "What they are for",
                        kind: .radios(
                            [
                                Choice(
                                    "covering", "Most people within reach of a site",
                                    hint: "Maximal covering: whoever has a site within reach already counts for nothing"
                                ),
                                Choice(
                                    "distance", "The ways of all people shortest together",
                                    hint: "The p-median: at any distance, whatever the reach"),
                            ], selected: asked.aim))),
                field(CareAccessPage.reach(asked.reach)), field(CareAccessPage.supply(asked.supply)),
            ], button: .init("Look for the best places"))
    }
}
