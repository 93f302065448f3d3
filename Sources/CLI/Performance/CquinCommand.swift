import ArgumentParser
import Performance
import Rulebook
import Tabular
import Vocabulary

/// `remit cquin`: what a quality scheme earns.
struct CquinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cquin",
        abstract: "What a quality scheme's indicators earn and what is withheld, by the rules of its year.",
        discussion: """
            The scheme is a file in YAML or JSON; its form is in docs/activity.md. Nothing is stored.

            Example: remit cquin scheme.yaml --json
            """)

    @Argument(help: "scheme.yaml, or - for standard input.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let scheme = try QualitySchemeFile.read(RoundFiles.value(at: file), named: RoundFiles.name(file))
        let result = try SettleScheme.result(of: scheme, under: .shipped)
        try output.write(
            [SchemeTables.indicators(result)],
            facts: [
                .init("title", .text(scheme.title)), .init("provider", .text(scheme.provider.description)),
                .init("year", .text(scheme.year.description)), .init("kind", .text(scheme.kind.rawValue)),
                .init("valuePence", .money(result.whole)), .init("earnedPence", .money(result.earned)),
                .init("withheldPence", .money(result.withheld)), .init("openPence", .money(result.open)),
            ])
    }
}
