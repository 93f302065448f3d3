public import Markup
import Vocabulary

/// What somebody sees first who has not signed in: what is published here, and where to sign in.
public struct FrontPage: Page {
    /// The latest first, a few of them.
    public var records: [PublishedListed]

    public init(records: [PublishedListed]) {
        self.records = records
    }

    /// So many records stand on it.
    public static let most = 5

    public var heading: String { "Decisions about shared money, on the record" }
    public var route: Route? { .overview }
    public var isOfAPosition: Bool { false }
    public var origin: String { "what it publishes" }

    private static let places: [(route: Route, words: String)] = [
        (.published, "What was decided on money, option by option, with the reasons and the figures"),
        (.decisions, "Every decision of committees that met in public"),
        (.meetings, "When committees meet, their agendas and minutes"),
        (.interests, "What those who decide have declared"),
        (.committees, "Who sits on which committee, and what it may decide"),
        (.whoDecides, "Which person or body may decide what"),
        (.accountability, "Who answers to whom"),
        (.rules, "The rules by which Remit works, each with its source"),
    ]

    public func content(in shell: Shell) -> [Html] {
        let latest = records.prefix(FrontPage.most).map { record -> Html in
            [
                .link(.name(record.title(among: records)), to: shell.destination(.publishedRecord(record.name))),
                .span(.text("Published on \(record.publishedAt.inLondon.day.inWords)"), class: "meaning"),
            ]
        }
        return [
            .paragraph(
                [
                    .name(shell.system),
                    " publishes here how it decides about money for health services. You need not sign in to read it.",
                ], class: "lede"),
            latest.isEmpty
                ? .none
                : .section(heading: 2, "Published lately", id: "lately", [.list(Array(latest), class: "ways")]),
            .section(
                heading: 2, "What is published", id: "places",
                [
                    .descriptions(
                        FrontPage.places.map { place in
                            (
                                .link(.text(place.route.name ?? ""), to: shell.destination(place.route)),
                                .text(place.words)
                            )
                        }, class: "places")
                ]),
            .section(
                heading: 2, "Follow it", id: "feeds",
                [
                    .paragraph("What is new, for a feed reader (Atom):"),
                    .list(
                        Feed.allCases.map { .link(.text("\($0.title), as a feed"), to: shell.destination(.feed($0))) }),
                ]),
            .section(
                heading: 2, "If you work here", id: "sign-in",
                [
                    .paragraph([
                        .link("Sign in", to: Route.signIn.destination()),
                        " to see contracts, work in a round, declare your interests or keep a meeting.",
                    ])
                ]),
        ]
    }
}
