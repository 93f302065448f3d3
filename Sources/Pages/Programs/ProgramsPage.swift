public import Markup

/// The manual of the interface for programs: every call, who may make it, and an example.
public struct ProgramsPage: Page {
    /// In the order in which they are shown.
    public var groups: [Group]
    /// Where the site is reached: `https://remit.example`.
    public var root: String
    /// Of the document that describes the calls to programs.
    public var document: Destination

    /// Calls on one kind of thing.
    public struct Group: Sendable {
        public var name: String
        public var calls: [Call]

        public init(name: String, calls: [Call]) {
            self.name = name
            self.calls = calls
        }
    }

    public struct Call: Sendable {
        public var method: String
        /// With its variable parts in braces.
        public var path: String
        public var summary: String
        /// Sentences on what cannot be seen from the rest.
        public var note: String
        /// Names and meanings of what may stand in the query.
        public var query: [(name: String, meaning: String)]
        /// What may be sent, as JSON; nil where nothing is.
        public var body: String?

        public init(
            method: String, path: String, summary: String, note: String, query: [(name: String, meaning: String)],
            body: String?
        ) {
            self.method = method
            self.path = path
            self.summary = summary
            self.note = note
            self.query = query
            self.body = body
        }
    }

    public init(groups: [Group], root: String, document: Destination) {
        self.groups = groups
        self.root = root
        self.document = document
    }

    public var heading: String { "For programs" }
    public var route: Route? { .programs }
    public var isOfAPosition: Bool { false }
    public var origin: String { "the manual of its interface for programs" }

    public func content(in shell: Shell) -> [Html] {
        let start: [Html] = [
            .paragraph(
                """
                What the pages show, a program can read as JSON, and what their forms do, it can do: by the same rules \
                of who may.
                """, class: "lede"),
            .section(
                heading: 2, "How to begin", id: "begin",
                [
                    .list(
                        [
                            [
                                "What is published needs no token: ",
                                .code("curl \(root)/api/v1/meetings"),
                            ],
                            [
                                "For the rest, ", .link("make an access token", to: Route.tokens.destination()),
                                " for what the program needs, and send it along: ",
                                .code("curl -H \"Authorization: Bearer $TOKEN\" \(root)/api/v1/me"),
                            ],
                            [
                                "Programs that write programs take ", .link("the OpenAPI document", to: document),
                                ", which is made of the same list as this page.",
                            ],
                        ], isOrdered: true)
                ]),
            .section(
                heading: 2, "How answers are written", id: "answers",
                [
                    .list([
                        "Money is whole pence, at keys that end in Pence. UDAs have at most two decimals. Shares are per cent.",
                        "Days are written 2026-03-31, months 2026-03, financial years 2026/27.",
                        "What is absent is null, or is left out.",
                        "A long table comes in parts: page and pageSize ask for one, and Link leads to the next.",
                        [
                            "What went wrong is said in one sentence, with a code that stays: ",
                            .code("application/problem+json"), ".",
                        ],
                    ])
                ]),
            .section(
                heading: 2, "How to change something", id: "change",
                [
                    .list([
                        [
                            "A text about a person is kept apart from the record: write ",
                            .code("{\"personalText\": \"…\"}"), " in its place.",
                        ],
                        [
                            "Send what ", .code("ETag"), " said when you read the thing as ", .code("If-Match"),
                            ". If somebody was faster, the answer is 412 and holds what stands now.",
                        ],
                        [
                            "Send a new ", .code("Idempotency-Key"),
                            " with each act. If the line breaks, send the act again with the same key: it is done once.",
                        ],
                    ])
                ]),
        ]
        return start
            + groups.map { group in
                .section(
                    heading: 2, .text(group.name.prefix(1).uppercased() + group.name.dropFirst()),
                    id: ElementID("calls-\(group.name)"), group.calls.map { ProgramsPage.shown($0) })
            }
    }

    private static func shown(_ call: Call) -> Html {
        var parts: [Html] = [.paragraph(.text(call.note))]
        if !call.query.isEmpty {
            parts.append(
                .descriptions(call.query.map { (term: .code($0.name), description: .text($0.meaning)) }))
        }
        if let body = call.body { parts.append(.group([.paragraph("To be sent, for example:"), .command(body)])) }
        return .details(
            summary: [.code("\(call.method) \(call.path)"), " ", .text(call.summary)], parts)
    }
}
