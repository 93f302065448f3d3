import Governance
public import Markup
public import Tabular
import Vocabulary

/// Who decides a matter, and whom to approach: one search, whose answer may be that it is unclear or contested.
public struct WhoDecidesPage: Page {
    public var reading: GovernanceReading
    public var query: ListQuery
    /// What was asked for as an amount, as it was given.
    public var amount: String?
    private let answer: WhoDecides.Answer?
    private static let told = 5

    public init(_ reading: GovernanceReading, query: ListQuery = .all, amount: String? = nil) {
        self.reading = reading
        self.query = query
        self.amount = amount
        answer = query.search.map { words in
            WhoDecides.answer(
                .init(text: words, day: reading.day, amount: amount.flatMap(WhoDecidesPage.money)), in: reading.book,
                successor: reading.successor)
        }
    }

    /// `250000`, `250,000` or `£1,234.50`; nil for what is none of these.
    private static func money(_ text: String) -> Money? {
        let text = text.filter { $0 != " " }
        return Money(pounds: text.hasPrefix("£") ? text : "£\(text)")
    }

    public var heading: String { "Who decides" }
    public var route: Route? { .whoDecides }
    public var isOfAPosition: Bool { false }
    public var origin: String { "who may decide what, and whom to approach" }

    private var sentences: RightsSentences { RightsSentences(names: reading.names) }

    /// What was found, or every right that stands, as it is taken away.
    public var table: Table {
        answer.map { sentences.table($0) }
            ?? RightsTables(reading.book, on: reading.day, names: reading.names).rights()
    }

    public func content(in shell: Shell) -> [Html] {
        let unreadable = amount.map { WhoDecidesPage.money($0) == nil } ?? false
        let form = Html.asking(
            for: Route.whoDecides.destination(), id: "find", label: "Ask who decides",
            fields: [
                Field(
                    "q", label: "What is to be decided", hint: "A few words: dental contract closure",
                    kind: .text(value: query.search ?? "")),
                Field(
                    "amount", label: "What it would commit, in pounds", hint: "May be left out",
                    error: unreadable ? "“\(amount ?? "")” is no amount; write it as 250000." : nil,
                    kind: .text(value: amount ?? "")),
            ], kept: shell.keptDay, button: "Ask who decides")
        return [
            GovernanceMenu.html(here: route, in: shell), form,
            .way("Put a question to somebody by a day", to: .askRights, in: shell),
            .way("Keep who decides", to: .rightsWork(.keeping), in: shell),
        ]
            + (answer.map { found($0, in: shell) } ?? everything(in: shell))
    }

    private func found(_ answer: WhoDecides.Answer, in shell: Shell) -> [Html] {
        guard !answer.found.isEmpty || !answer.openQuestions.isEmpty else {
            return [
                .paragraph(
                    .text(
                        """
                        Nobody has recorded who decides on “\(answer.question.text)”. That is a question worth asking: \
                        whoever keeps governance can put it to somebody by a day.
                        """), class: "empty")
            ]
        }
        let told = answer.found.prefix(WhoDecidesPage.told).map { one in
            Html.section(
                heading: 2, .name(one.right.title), id: ElementID("right-\(one.right.id)"), part(one))
        }
        let open = answer.openQuestions.map { asked in
            Html.section(
                heading: 2, .name("Unclear: \(asked.matter.description.replacing("-", with: " "))"),
                id: ElementID("question-\(asked.id)"),
                [
                    .paragraph(
                        .text(
                            """
                            \(asked.isOverdue(on: reading.day) ? "Overdue" : "Open") question: \(asked.question) It lies \
                            with \(reading.names.name(person: asked.owner)), due \(asked.due.inWords).
                            """), class: "warning")
                ])
        }
        let more = TableView(table.showing(Self.shown), listing: Listing(.whoDecides, query: query)).html(in: shell)
        return told + open
            + (answer.found.isEmpty
                ? [] : [.section(heading: 2, "All that was found", id: "all-found", [more])])
    }

    private static let shown = [
        "title", "standing", "holder", "committee", "upToPence", "covers", "approach", "level", "citation",
    ]

    /// The first sentence large; a right that is not settled is marked, not only coloured.
    private func part(_ found: WhoDecides.Found) -> [Html] {
        let all = sentences.sentences(of: found, on: reading.day)
        let isSettled = found.right.standing == .settled
        let mark: Html =
            isSettled ? .none : [.strong(.text(found.right.standing == .unclear ? "Unclear. " : "Contested. ")), " "]
        return [
            .paragraph(
                [mark, .name((all.first ?? "").uppercasedFirst)], class: isSettled ? "headline-second" : "warning"),
            .list(all.dropFirst().map { .name($0) }),
        ]
    }

    private func everything(in shell: Shell) -> [Html] {
        let tables = RightsTables(reading.book, on: reading.day, names: reading.names)
        return [
            .paragraph(
                """
                Ask in a few words: the answer says who decides, up to how much, whom to approach, and which document says \
                so. Where nobody knows, it says who is to find out, and by when.
                """, class: "lede"),
            TableView(
                tables.rights().showing(
                    ["title", "standing", "holder", "committee", "upToPence", "approach", "level", "citation"]),
                listing: Listing(.whoDecides),
                empty: "No right has been recorded."
            ).html(in: shell),
            TableView(
                tables.questions().calling("matter") { $0.description.replacing("-", with: " ") }
                    .showing(["question", "matter", "state", "owner", "due", "answer"]),
                empty: "Nobody has asked who decides something."
            ).html(in: shell),
        ]
    }
}
