public import Governance
public import Markup
public import Vocabulary

/// Who decides, as whoever keeps it sees it: every right that stands or is to come, and every question.
public struct RightsKeepingPage: Page {
    public var book: GovernanceBook
    public var day: Day
    public var name: @Sendable (Slug) -> String
    public var organisation: @Sendable (OrganisationCode) -> String

    public init(
        _ book: GovernanceBook, on day: Day, name: @escaping @Sendable (Slug) -> String,
        organisation: @escaping @Sendable (OrganisationCode) -> String
    ) {
        self.book = book
        self.day = day
        self.name = name
        self.organisation = organisation
    }

    public var heading: String { "Keep who decides" }
    public var route: Route? { .rightsWork(.keeping) }
    public var trail: [(name: String, route: Route)] { [("Who decides", .whoDecides)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who keep it" }

    public func content(in shell: Shell) -> [Html] {
        [
            .list(
                [
                    .link("Record who decides a matter", to: RightsDeed.record.destination),
                    .link("Take a scheme of delegation in from a file", to: RightsDeed.scheme.destination),
                    .link("Put a question to somebody by a day", to: shell.destination(.askRights)),
                ], class: "ways"),
            .section(heading: 2, "Open questions", id: "questions", [questions]),
            .section(heading: 2, "Rights", id: "rights", [rights]),
        ]
    }

    private var questions: Html {
        let open = book.questions.values.filter { $0.isOpen(on: day) }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        guard !open.isEmpty else { return .paragraph("None is open.", class: "empty") }
        return .summaryList(
            open.map { asked in
                .init(
                    asked.question,
                    .name(
                        "With \(name(asked.owner)), due \(asked.due.inWords)\(asked.isOverdue(on: day) ? ": overdue" : "")"
                    ),
                    links: [(words: "Answer", destination: Route.answerRights(asked.id).destination())])
            })
    }

    private var rights: Html {
        let standing = book.rights.values.filter { $0.until.map { $0 >= day } ?? true }
            .sorted { ($0.matter, $0.title, $0.id) < ($1.matter, $1.title, $1.id) }
        guard !standing.isEmpty else { return .paragraph("None has been recorded.", class: "empty") }
        return .summaryList(
            standing.map { right in
                let holder = right.holder.map(organisation) ?? "nobody is known to"
                let words = [
                    right.standing == .settled ? "" : "\(right.standing.rawValue.firstUpper). ",
                    right.holder == nil ? "Nobody is known to decide" : "\(holder) decides",
                    right.upTo.map { ", up to \($0)" } ?? "",
                    right.from > day ? ", from \(right.from.inWords)" : "",
                    right.until.map { ", until \($0.inWords)" } ?? "",
                ].joined()
                return .init(
                    right.title, .name(words),
                    links: [
                        (words: "Change", destination: RightsDeed.amend(right.id).destination),
                        (words: "End", destination: RightsDeed.end(right.id).destination),
                    ])
            })
    }
}
