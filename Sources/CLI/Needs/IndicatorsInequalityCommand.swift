import ArgumentParser
import Imports
import Needs
import Rulebook
import Tabular
import Vocabulary

/// `remit indicators inequality`: an indicator from the most deprived practices to the least.
struct IndicatorsInequalityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inequality", abstract: "An indicator by deprivation of practices, with slope and relative index.",
        discussion: """
            From files that were taken in (remit import): the indicator's own, one of deprivation by practice, and for a board \
            a practice mapping file. Example: remit indicators inequality diabetes-prevalence --board QHM
            """)

    @OptionGroup var options: IndicatorOptions

    @Option(help: ArgumentHelp("Only practices of this board, grouped among themselves.", valueName: "code"))
    var board: String?

    @Option(help: "The seed of the draws.")
    var seed: UInt64 = WorkOutInequality.usualSeed

    func run() async throws {
        let definition = try options.definition()
        let held = try options.held()
        guard let scores = try held.practiceScores() else {
            throw Refusal(
                .wanting, code: "file-not-held",
                "This needs a file that was not taken in yet: \(NeedsFile.practiceDeprivation.inWords).",
                remedy: "Take one in with remit import FILE.")
        }
        var terms = try WorkOutInequality.Terms(.shipped, on: options.day())
        terms.seed = seed
        let files = try held.files(for: definition, by: nil)
        let outcome = try WorkOutIndicator.outcome(
            definition, from: files.readings, level: .practice, terms: terms.indicator)
        let within = try board.map { try held.areas(outcome.figures.map(\.area), in: $0) }
        let found = try WorkOutInequality.outcome(
            definition, outcome.figures, scores: scores.byArea, within: within, terms: terms)
        let sources = files.sources + [scores.source]
        try options.write(
            IndicatorTables.inequality(definition, found, of: "practices", sources: sources.map(\.name)), from: sources,
            [.init("board", .optional(board) { .text($0) })])
    }
}
