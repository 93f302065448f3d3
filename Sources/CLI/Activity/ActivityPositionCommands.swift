import ArgumentParser
import Performance
import Rulebook
import Store
import Tabular
import Vocabulary

struct ActivityPositionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "position", abstract: "Activity and cost against the indicative plan, to date.",
        discussion: """
            From aggregate monitoring (ACM): the latest submission of each provider's month, up to the last in which \
            something came, and the plan of the same months. Points of delivery that ran over plan for months on \
            end are named: grounds for an Activity Query Notice.

            Example: remit activity position --by point-of-delivery
            """)

    @OptionGroup var options: ActivityPlanOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (months, position) = try options.material(store)
        let runs = try FindOverPlan.runs(of: months, position, under: .shipped)
        var tables = [ActivityTables.providers(position)]
        if !runs.isEmpty || output.json { tables.insert(ActivityTables.overPlan(runs, of: position), at: 0) }
        if !options.dimensions.isEmpty { tables.append(ActivityTables.rows(position, by: options.dimensions)) }
        try output.write(
            tables, facts: [.init("year", .text(position.year.description))], lines: position.unplanned.map(\.sentence))
    }
}

struct ActivityVarianceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "variance", abstract: "Why cost is another than planned: price, volume and mix, to the penny.",
        discussion: """
            The three come to actual less planned in every row. Lines that were not planned, and planned ones in which \
            nothing came, are named. How each part is worked out is in docs/activity.md.

            Example: remit activity variance --by point-of-delivery
            """)

    @OptionGroup var options: ActivityPlanOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let position = try options.material(store).position
        let rows = try SplitVariance.rows(of: position.rows)
        let table = ActivityTables.variance(rows, of: position, by: options.dimensions)
        let changed = ActivityTables.changedLines(rows)
        try output.write(
            output.csv ? [table] : changed.rows.isEmpty && !output.json ? [table] : [table, changed],
            facts: [.init("year", .text(position.year.description))])
    }
}

struct ActivityForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Where activity and cost are expected to end the year, with intervals.",
        discussion: """
            From what has come and the working days of the months that have not; docs/activity.md says when its intervals \
            hold. With fewer months than the Rulebook asks for there is no forecast, and the line is named.

            Example: remit activity forecast --by point-of-delivery
            """)

    @Option(help: ArgumentHelp("Use only months up to this one: 1 for April to 12.", valueName: "month"))
    var through: Int?

    @Flag(help: "Of a year that is over: how forecasts from its first months would have done.")
    var backtest = false

    @OptionGroup var options: ActivityPlanOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let through, !(1...12).contains(through) { throw ValidationError("--through takes 1 to 12.") }
        if backtest && through != nil { throw ValidationError("Choose one of --through and --backtest.") }
    }

    func run() async throws {
        let (months, position) = try options.material(store)
        let facts: [JSONValue.Member] = [.init("year", .text(position.year.description))]
        let level = Set(options.dimensions)
        if backtest {
            let trials = try BacktestActivity.trials(
                of: months, position, by: level, calendar: .shipped, under: .shipped)
            try output.write([ActivityTables.backtest(trials, in: position.year)], facts: facts)
            return
        }
        let found = try ForecastActivity.forecasts(
            of: months, position, by: level, through: through, calendar: .shipped, under: .shipped)
        if found.forecasts.isEmpty, let refusal = found.refused.first { throw refusal }
        try output.write(
            [ActivityTables.forecasts(found.forecasts, of: position, by: options.dimensions, refused: found.refused)],
            facts: facts)
    }
}
