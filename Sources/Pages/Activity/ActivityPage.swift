public import Markup
public import Tabular
import Vocabulary

/// What providers bill: the submissions that were taken in, and the tables that challenges look things up in.
public struct ActivityPage: Page {
    public var submissions: Table
    public var references: Table

    /// True for who may take files in.
    public var mayTakeIn: Bool

    public init(submissions: Table, references: Table, mayTakeIn: Bool = false) {
        self.submissions = submissions
        self.references = references
        self.mayTakeIn = mayTakeIn
    }

    public var heading: String { "Activity" }
    public var route: Route? { .activity }
    public var isOfAPosition: Bool { false }
    public var origin: String { "from contract monitoring that was taken in" }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                .text(
                    submissions.rows.isEmpty
                        ? "No contract monitoring was taken in yet. It is taken in here, and files of any size on the command "
                            + "line: remit activity import FILE."
                        : "What providers sent of the care that they gave, line by line and month by month. A later "
                            + "submission of a provider's month stands in place of an earlier one, which remains.")),
            ways(in: shell),
            .ways(
                [
                    ("Bundles of challenges", .challenges(.bundles)), ("Notices", .notices(.all)),
                    ("What challenges cost", .challenges(.costs)),
                ], label: "What became of it", in: shell),
            TableView(
                submissions.showing([
                    "file", "layout", "providers", "providerMonths", "providerMonthsStanding", "rowsKept",
                    "rowsRefused", "costKeptPence", "costRefusedPence", "at",
                ]), listing: Listing(.activity), empty: "Nothing was taken in yet."
            ).html(in: shell),
            .section(
                heading: 2, "What challenges look things up in", id: "reference",
                [
                    .paragraph([
                        .link("The rules of challenges", to: shell.destination(.challengeRules)),
                        " say which of these tables each of them needs. A rule without its table is not asked, and named.",
                    ]),
                    TableView(references.showing(["table", "file", "rowsKept", "rowsRefused", "at", "rules"])).html(
                        in: shell),
                ]),
        ]
    }

    /// What can be asked of it.
    private func ways(in shell: Shell) -> Html {
        var ways: [(name: String, words: String, there: Destination)] = [
            (
                "What to challenge", "which rows are in doubt, and how much money is at risk",
                ActivityDeed.challenges.destination
            ),
            ("Who pays", "who is responsible for the rows that stand", ActivityDeed.pays.destination),
            (
                "Against plan", "what was planned and what came, why they differ, and the year end",
                ActivityDeed.position.destination
            ),
        ]
        if mayTakeIn {
            ways.insert(
                (
                    "Take activity in", "files of contract monitoring, and tables of reference",
                    ActivityDeed.takeIn.destination
                ),
                at: 0)
        }
        return .list(ways.map { [.link(.text($0.name), to: $0.there), .text(": \($0.words)")] }, class: "ways")
    }
}

/// The rules of contract challenges: what each asks, of what money, and who says so.
public struct ChallengeRulesPage: Page {
    public var table: Table
    /// Each rule's paragraph of a letter, by its identifier and title.
    public var letters: [(title: String, words: String)]

    public init(table: Table, letters: [(title: String, words: String)]) {
        self.table = table
        self.letters = letters
    }

    public var heading: String { "Rules of challenges" }
    public var route: Route? { .challengeRules }
    public var trail: [(name: String, route: Route)] { [("Activity", .activity)] }
    public var isOfAPosition: Bool { false }
    public var origin: String { "as they come with Remit, each with an owner and a day of review" }

    public func content(in shell: Shell) -> [Html] {
        [
            .paragraph(
                .text(
                    "What is found fault with in what was billed, in the order in which a row's money counts: once, under the "
                        + "first rule that it breaks.")),
            TableView(table, listing: Listing(.challengeRules)).html(in: shell),
            .section(
                heading: 2, "What each says in a letter", id: "letters",
                letters.flatMap { letter in
                    [Html.heading(3, .text(letter.title)), .paragraph(.text(letter.words))]
                }),
        ]
    }
}
