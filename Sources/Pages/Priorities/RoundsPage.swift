public import Markup
public import Priorities
public import Tabular
import Vocabulary

/// Every round, the newest first.
public struct RoundsPage: Page {
    public var rounds: [Round]

    /// - Parameter rounds: in any order.
    public init(rounds: [Round]) {
        self.rounds = rounds.sorted { ($0.openedAt, $0.id) > ($1.openedAt, $1.id) }
    }

    public var heading: String { "Rounds" }
    public var route: Route? { .rounds }
    public var isOfAPosition: Bool { false }
    public var origin: String { "its priority rounds" }

    /// The list as a table, for the page and its files.
    public func table() -> Table {
        var table = Table(
            key: "rounds", caption: "Priority rounds, the newest first",
            columns: [
                .init("round", "Round"), .init("programme", "Programme"), .init("progress", "How far"),
                .init("options", "Options"), .init("members", "Members"), .init("opened", "Opened"),
                .init("decided", "Decided"),
            ])
        for round in rounds {
            table.append([
                .link(round.title, path: Route.round(round.id).path), .text(round.programme.title),
                .text(RoundProgress(round).words), .count(round.options.count), .count(round.members.count),
                .day(round.openedAt.day), .optional(round.decision?.decidedOn, else: "not yet"),
            ])
        }
        return table
    }

    public func content(in shell: Shell) -> [Html] {
        let lede = Html.paragraph(
            """
            In a round, a panel says which proposals shared money should go to, and what to stop for it: by criteria \
            that are closed before anything is scored, with every interest on the record.
            """, class: "lede")
        let beginning: Html =
            shell.visit.mayEnter(.newRound)
            ? .paragraph(.link("Begin a round", to: Route.newRound.destination())) : .none
        guard !rounds.isEmpty else {
            return [
                lede, beginning,
                .section(
                    heading: 2, "No round has been opened", id: "none", class: "empty",
                    [
                        .paragraph("A round can also be begun on the command line, from a folder of files:"),
                        .command("remit round new FOLDER"),
                    ]),
            ]
        }
        return [lede, beginning, TableView(table(), listing: Listing(.rounds)).html(in: shell)]
    }
}
