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
        var rulebook = Rulebook.shipped
        if unverified { rulebook = try Rulebook(rules: rulebook.unverified) }
        if output.json, output.xlsx == nil {
            Printing.line(rulebook.json(on: on).pretty)
        } else {
            try output.write([rulebook.table(on: on)])
        }
    }
}
