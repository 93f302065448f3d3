import ArgumentParser
import CLI
import Foundation

/// Wiring and nothing else: the commands of the command line, and those that need the web or the exemplar.
struct Remit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remit",
        abstract: "Decisions about shared money, on the record.",
        discussion: """
            Start with `remit demo`, or with your own files: `remit init`, `remit import nhsbsa-dental FILE…`, \
            `remit position`, `remit serve`.

            Exit codes: 0 done, 1 checked and found wanting, 2 usage, 3 refused (a rule), 4 input at fault, \
            5 not allowed, 6 engine missing or failed, 70 ours.
            """,
        version: Version.current,
        subcommands: Commands.all + [ServeCommand.self, DemoCommand.self, ExemplarCommand.self, DocsCommand.self])
}

@main
enum Main {
    static func main() async {
        exit(await CommandRunner.run(Remit.self, Array(CommandLine.arguments.dropFirst())))
    }
}
