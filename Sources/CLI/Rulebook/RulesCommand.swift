import ArgumentParser
import Rulebook
import Tabular
import Vocabulary

/// `remit rules list`: every rule by date, with its citation.
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "The rules by date, each with its source.",
        subcommands: [RulesListCommand.self], defaultSubcommand: RulesListCommand.self)
}

struct RulesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rules, or those that hold on a day; unverified ones are marked.")

    @Option(help: ArgumentHelp("Only the rules that hold on DAY (2024-03-31).", valueName: "day"))
    var on: Day?

    @Flag(help: "Only the rules that nobody has verified at their source.")
    var unverified = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let rulebook = try Rulebook.current()
        let rules = on.map { rulebook.all(on: $0) } ?? rulebook.rules
        let shown = unverified ? rules.filter { !$0.isVerified } : rules
        try output.write([RulesTable.table(of: shown, on: on)])
    }
}
