import ArgumentParser
import Priorities
import Store
import Tabular
import Vocabulary

/// `remit round list`.
struct RoundListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the rounds.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = RoundDesk(try store.open())
        let rounds = try desk.rounds().map { ($0, try desk.round($0.id)) }
        try output.write(
            [RoundStateTables.list(rounds)],
            lines: rounds.isEmpty ? ["There is no round yet. Begin with: remit round start DIR"] : [])
    }
}

/// `remit round show`: how a round stands, or one of its tables.
struct RoundShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show how a round stands, or one of its tables with --table.",
        discussion: "Tables: \(RoundStateTables.names.joined(separator: ", ")).")

    @OptionGroup var options: RoundOptions

    @Option(help: ArgumentHelp("One table only; see above for the names.", valueName: "name"))
    var table: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let table, !RoundStateTables.names.contains(table) {
            throw ValidationError("--table takes one of: \(RoundStateTables.names.joined(separator: ", ")).")
        }
    }

    func run() async throws {
        let desk = RoundDesk(try options.store.open())
        let round = try desk.round(options.round)
        let tables = try RoundStateTables(round, desk.result(of: round.id)?.value(), desk.rules.rulebook)
        if let table {
            return try output.write([try tables.named(table)])
        }
        // A CSV file holds one table: without --table, how the round stands.
        let shown = output.isForProgrammes && !output.csv ? try tables.all() : [RoundStateTables.steps(round)]
        try output.write(
            shown, facts: [.init("round", .text(round.id.description)), .init("title", .text(round.title))],
            lines: [
                round.title, "Next: \(RoundAdvance.next(round))",
                "Tables, with --table: \(try tables.all().map(\.key).joined(separator: ", ")).",
            ])
    }
}

/// `remit round history`: every act with its moment.
struct RoundHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Every act of a round: what, when, by whom, and its line of the journal.")

    @OptionGroup var options: RoundOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = RoundDesk(try options.store.open())
        let round = try desk.round(options.round)
        var table = Table(
            key: "acts", caption: "Acts of “\(round.title)”",
            columns: [
                .init("sequence", "Line"), .init("at", "When (UTC)"), .init("act", "Act"), .init("of", "Of"),
                .init("author", "By"),
                .init("digest", "Digest"),
            ])
        for act in try desk.acts(of: round.id) {
            table.append([
                .count(act.sequence), .text(act.moment.description), .text(RoundStateTables.words(of: act.act)),
                .optional(RoundHistoryCommand.meant(act), else: ""),
                .text(act.author.description),
                .text(output.isForProgrammes ? act.digest.description : act.digest.short),
            ])
        }
        try output.write([table])
    }

    /// The stage, the member or the option that an act is about: `chair`, `foot-protection`.
    private static func meant(_ act: RoundActHeld) -> String? {
        guard case .object(let members)? = try? JSONValue(parsing: Array(act.body.utf8), named: act.act) else {
            return nil
        }
        let told = [
            "stage", "member", "option", "ballot", "interest", "ruling", "assessment", "advice", "representation",
            "appeal",
        ]
        for key in told {
            switch members.first(where: { $0.key == key })?.value {
            case .text(let text): return text
            case .object(let inner):
                for name in ["id", "option", "interest"] {
                    if case .text(let text)? = inner.first(where: { $0.key == name })?.value { return text }
                }
            default: continue
            }
        }
        return nil
    }
}
