public import Markup

/// What waits for who has signed in, and where they may go.
public struct HomePage: Page {
    /// Roles in words, with where they are held.
    public var roles: [String]
    /// What waits, the most urgent first.
    public var waiting: [Waiting]

    /// One thing to be done.
    public struct Waiting: Sendable {
        /// What is to be done, as a link's words: `Score the options of “Dental 2025”`.
        public var words: String
        public var route: Route
        /// Until when, or what for; nil where there is nothing to say.
        public var note: String?

        public init(_ words: String, _ route: Route, note: String? = nil) {
            self.words = words
            self.route = route
            self.note = note
        }
    }

    public init(roles: [String], waiting: [Waiting] = []) {
        self.roles = roles
        self.waiting = waiting
    }

    public var heading: String { "Home" }
    public var route: Route? { .home }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    /// Where one may go, with what is done there.
    private static let places: [(route: Route, words: String)] = [
        (.overview, "Where the dental contracts stand, and what they free"),
        (.contracts, "Find a contract"), (.movable, "What money can be moved, and from when"),
        (.rounds, "Decide what to fund: options, scores, results"),
        (.meetings, "Agendas, papers and minutes"), (.interests, "Who declared what"),
        (.decisions, "What was decided, and why"), (.whoDecides, "Who may decide what"),
        (.accountability, "Who answers to whom"), (.imports, "What was taken in"),
        (.people, "Add people and give them roles"), (.account, "Your password, sessions and second factor"),
    ]

    public func content(in shell: Shell) -> [Html] {
        let places = HomePage.places.filter { shell.visit.mayEnter($0.route) }
        return [
            roles.isEmpty
                ? .paragraph(
                    "You hold no role yet: an administrator gives you one. Until then you see what is published.",
                    class: "lede")
                : .paragraph(.text("You are here as " + HomePage.joined(roles) + "."), class: "lede"),
            .section(
                heading: 2, "Waiting for you", id: "waiting",
                [
                    waiting.isEmpty
                        ? .paragraph("Nothing waits for you.", class: "empty")
                        : .list(
                            waiting.map { one in
                                [
                                    .link(.text(one.words), to: shell.destination(one.route)),
                                    one.note.map { .span(.text($0), class: "meaning") }.orNone,
                                ]
                            }, class: "ways")
                ]),
            .section(
                heading: 2, "Where you can go", id: "places",
                [
                    .descriptions(
                        places.map { place in
                            (
                                .link(.text(place.route.name ?? ""), to: shell.destination(place.route)),
                                .text(place.words)
                            )
                        }, class: "places")
                ]),
        ]
    }

    private static func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
