public import ArgumentParser
import Imports
import Methods
public import Needs
import Rulebook
import Tabular
import Vocabulary

/// `remit indicators`: what indicators are, and their figures from public files.
struct IndicatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Indicators of need: what they are, and their figures by area from public files.",
        subcommands: [
            IndicatorsListCommand.self, IndicatorsShowCommand.self, IndicatorsValueCommand.self,
            IndicatorsInequalityCommand.self,
        ],
        defaultSubcommand: IndicatorsListCommand.self)
}

struct IndicatorsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Every indicator, with the file that it is worked out from.")

    @OptionGroup var output: OutputOptions

    func run() async throws { try output.write([IndicatorTables.list(IndicatorDefinition.shipped)]) }
}

struct IndicatorsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What an indicator is, why it matters, and who answers for it.",
        discussion: "Example: remit indicators show diabetes-prevalence")

    @Argument(help: "The indicator.")
    var indicator: String

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let definition = try IndicatorDefinition.shipped(indicator)
        try output.write(
            [IndicatorTables.definition(definition)], facts: [.init("indicator", .text(definition.id))], inWords: true)
    }
}

struct IndicatorsValueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "value", abstract: "An indicator's figures by area, worked out from files that are held or given.",
        discussion: """
            Without files, those that were taken in are used (remit import). Else give the file that the indicator is worked \
            out from, and a practice mapping file or a lookup of small areas to have figures by board; nothing is stored. \
            Example: remit indicators value diabetes-prevalence PREVALENCE_2425.csv \
            gp-reg-pat-prac-map.csv
            """)

    @OptionGroup var options: IndicatorOptions

    @Argument(help: ArgumentHelp("Files or archives; those that are held where none is given.", valueName: "file"))
    var files: [String] = []

    @Option(help: "Which larger areas a lookup places areas in: board or location; of files that are held also area.")
    var by: AreasAsked?

    @Option(
        help: ArgumentHelp(
            "Of files that are held, the practices, small areas or authorities of one board.", valueName: "code"))
    var board: String?

    @Option(help: "Without a lookup, which rows of a file of patients: practice, network, location, board or region.")
    var level: PatientLevel?

    @Option(help: "The period as the file writes it; the last where nothing is said.")
    var period: String?

    func run() async throws {
        let definition = try options.definition()
        guard board == nil || (files.isEmpty && (by ?? .area) == .area) else {
            throw Refusal(
                .usage, code: "board-and-areas",
                "--board narrows the areas of files that are held, and of nothing else.",
                remedy: "Leave out --by and the files, or --board.")
        }
        let by = by ?? (board == nil ? .board : .area)
        let held = files.isEmpty ? try options.held() : nil
        let given = try held?.files(for: definition, by: by.larger) ?? NeedsFiles(files, by: by.larger ?? .board)
        if given.grouping != nil, level != nil, level != .practice {
            throw Refusal(
                .usage, code: "level-and-lookup",
                "A lookup places practices, so --level cannot be other than practice.",
                remedy: "Leave out the lookup, or --level.")
        }
        let usual: PatientLevel = given.grouping == nil ? .board : .practice
        var outcome = try WorkOutIndicator.outcome(
            definition, from: given.readings, grouping: given.grouping, level: level ?? usual, period: period,
            terms: try WorkOutIndicator.Terms(.shipped, on: options.day()))
        if let board, let held {
            let within = try held.areas(outcome.figures.map(\.area), in: board)
            outcome.figures.removeAll { !within.contains($0.area) }
        }
        if held != nil { outcome.figures = try options.named(outcome.figures) }
        let table = IndicatorTables.values(
            definition, outcome, grouping: given.grouping, sources: given.sources.map(\.name),
            levels: outcome.figures.first { !$0.intervals.isEmpty }?.intervals.map(\.level.percent) ?? [])
        try options.write(
            table, from: given.sources,
            [
                .init("title", .text(definition.title)),
                .init("period", outcome.period.isEmpty ? .null : .text(outcome.period)),
                .init("codesLookedFor", .integer(outcome.looked)),
                .init("unplaced", .list(outcome.unplaced.map(JSONValue.text))),
                .init("across", .list(outcome.across.map(JSONValue.text))),
            ])
    }
}

/// Which areas figures are asked for: larger ones of a lookup, or those of the file.
enum AreasAsked: String, ExpressibleByArgument, CaseIterable {
    case board, location, area

    var larger: NeedsFiles.Larger? {
        switch self {
        case .board: .board
        case .location: .location
        case .area: nil
        }
    }
}

extension PatientLevel: ExpressibleByArgument {}
