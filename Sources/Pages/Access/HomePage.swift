import Access
public import Markup
public import Vocabulary

/// What waits for who has signed in, what changed, and where they may go.
public struct HomePage: Page {
    /// Roles in words, with where they are held.
    public var roles: [String]
    /// What waits, the most urgent first.
    public var waiting: [Waiting]
    /// The latest first.
    public var changes: [ChangeList.Change]
    /// Rounds and meetings in which the reader has a part, with the words that lead there.
    public var work: [(words: String, route: Route)]
    /// When the reader last recorded something; nil where that is not known.
    public var lastHere: Moment?
    public var day: Day

    /// What falls due within so many days waits; what is due later comes up.
    private static let soon = 7
    /// So many changes are told.
    private static let most = 8

    public init(
        roles: [String], waiting: [Waiting] = [], changes: [ChangeList.Change] = [],
        work: [(words: String, route: Route)] = [], lastHere: Moment? = nil,
        on day: Day
    ) {
        self.roles = roles
        self.waiting = waiting
        self.changes = changes
        self.work = work
        self.lastHere = lastHere
        self.day = day
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
        (.assessment(.all), "What people need, and the gaps in care that you meet"),
        (.register(.mine), "Declare your interests and gifts, and confirm them once a year"),
        (.meetings, "Agendas, papers, minutes, and meetings while they are held"),
        (.register(.keeping), "Keep the register: wishes, breaches, who is late"),
        (.interests, "Who declared what, as it is published"),
        (.decisions, "What was decided, and why"), (.whoDecides, "Who may decide what"),
        (.accountability, "Who answers to whom"), (.imports, "What was taken in"),
        (.people, "Add people and give them roles"), (.account, "Your password, sessions and second factor"),
    ]

    public func content(in shell: Shell) -> [Html] {
        let places = HomePage.places.filter { shell.visit.mayEnter($0.route) }
        let now = waiting.filter(\.kind.isNow)
        let ahead = day.adding(days: HomePage.soon)
        let later = waiting.filter { one in one.due.map { $0 > ahead } ?? false }
        let waits = waiting.filter { one in !one.kind.isNow && !(one.due.map { $0 > ahead } ?? false) }
        return [
            roles.isEmpty
                ? .paragraph(
                    "You hold no role yet: an administrator gives you one. Until then you see what is published.",
                    class: "lede")
                : .paragraph(.text("You are here as " + HomePage.joined(roles) + "."), class: "lede"),
            now.isEmpty
                ? .none
                : .notification(
                    .important, title: "Going on now", id: "now",
                    [.list(now.map { item($0, in: shell) }, class: "ways")]),
            .section(
                heading: 2, "Waiting for you", id: "waiting",
                [
                    waits.isEmpty
                        ? .paragraph(
                            now.isEmpty ? "Nothing waits for you." : "Nothing else waits for you.", class: "empty")
                        : .list(waits.map { item($0, in: shell) }, class: "ways")
                ]),
            coming(later, in: shell),
            work.isEmpty
                ? .none
                : .section(
                    heading: 2, "Your rounds and meetings", id: "work",
                    [.list(work.map { .link(.text($0.words), to: shell.destination($0.route)) }, class: "ways")]),
            changed(in: shell),
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

    /// A link, by when, and what it is about.
    private func item(_ one: Waiting, in shell: Shell) -> Html {
        [
            .link(.text(one.title), to: shell.destination(one.route)),
            one.due.map { .span(.text(when($0, one)), class: "meaning") }.orNone,
            one.note.map { .span(.name($0), class: "meaning") }.orNone,
        ]
    }

    private func when(_ due: Day, _ one: Waiting) -> String {
        if due == day { return "today" }
        if due < day { return "was due on \(due.inWords)" }
        return one.kind.isAnAppointment ? "on \(due.inWords)" : "by \(due.inWords)"
    }

    /// Day by day.
    private func coming(_ later: [Waiting], in shell: Shell) -> Html {
        guard !later.isEmpty else { return .none }
        let days = Dictionary(grouping: later) { $0.due ?? day }
        return .section(
            heading: 2, "Coming up", id: "coming",
            [
                .descriptions(
                    days.keys.sorted().map { due in
                        (
                            .text(due.inWords),
                            .list(
                                days[due, default: []].map { one in
                                    [
                                        .link(.text(one.title), to: shell.destination(one.route)),
                                        one.note.map { .span(.name($0), class: "meaning") }.orNone,
                                    ]
                                }, class: "ways")
                        )
                    }, class: "places")
            ])
    }

    private func changed(in shell: Shell) -> Html {
        let isNew: (ChangeList.Change) -> Bool = { change in lastHere.map { change.at > $0 } ?? false }
        let count = changes.count(where: isNew)
        let since = lastHere.map { here in
            let what = count == 0 ? "Nothing new" : count == 1 ? "1 thing is new" : "\(count) things are new"
            return Html.paragraph(
                .text("\(what) since \(here.inLondon.day.inWords), when you last recorded something here."))
        }
        return .section(
            heading: 2, "What changed", id: "changed",
            [
                since.orNone,
                changes.isEmpty
                    ? .paragraph("Nothing has happened yet in what you may see.", class: "empty")
                    : .list(
                        changes.prefix(HomePage.most).map { change in
                            [
                                isNew(change) ? [.strong("New"), .text(" ")] : .none,
                                .link(.text(change.words), to: shell.destination(change.route)),
                                .span(.text(change.at.inLondon.day.inWords), class: "meaning"),
                            ]
                        }, class: "ways"),
            ])
    }

    private static func joined(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}
