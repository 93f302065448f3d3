import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// `remit forecast`: where contracts will end the year; and how good that would have been.
struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Where each contract will end the year, with 50 % and 90 % intervals.",
        subcommands: [ForecastYearCommand.self, ForecastBacktestCommand.self],
        defaultSubcommand: ForecastYearCommand.self)
}

struct ForecastYearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contracts", abstract: "Forecast every contract from a month of June to February.")

    @OptionGroup var options: ReportOptions

    @Flag(help: "Only contracts expected to miss the threshold, the most money first.")
    var missing = false

    @Option(help: ArgumentHelp("Only the contracts of this commissioner.", valueName: "code"))
    var commissioner: OrganisationCode?

    func run() async throws {
        let (desk, asked) = try options.open()
        let positions = desk.positions(at: asked).filter { commissioner == nil || $0.commissioner == commissioner }
        try desk.refuseUnforecast(asked)
        guard asked.number < 12 else {
            throw Refusal(
                .usage, code: "forecast-month", "A forecast is made up to February, not from \(asked.month.inWords).",
                remedy: "Choose a month with --month; for March ask for the position.")
        }
        let context = options.context(desk, asked)
        let table =
            missing
            ? PositionTables.willMiss(positions, context) : ForecastTables.forecasts(positions, context)
        try options.write([table], desk, asked)
    }
}

struct ForecastBacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Forecast every finished year as if it had not happened, beside three simple rules.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let desk = try DentalDesk(store.open())
        let backtest = try desk.backtest()
        try output.write(
            [ForecastTables.backtest(backtest)], lines: ForecastTables.sentences(of: backtest, by: desk.rulebook))
    }
}
