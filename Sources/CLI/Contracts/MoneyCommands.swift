import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// `remit movable`: what can be moved, from which day, by which rule.
struct MovableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "movable",
        abstract: "The programme by what can be done with each pound: locked, unclear, recurrent, this year only.")

    @OptionGroup var options: ReportOptions

    @Option(help: ArgumentHelp("As seen on this day; else the first after the month.", valueName: "day"))
    var on: Day?

    @Flag(help: "List every item, not only the shares.")
    var items = false

    func run() async throws {
        let (desk, asked) = try options.open()
        let money = try desk.movable(at: asked, on: on)
        let context = options.context(desk, asked)
        var tables = [MoneyTables.shares(money, context), MoneyTables.sharesByPlace(money, context)]
        if items || options.output.isForProgrammes { tables.append(MoneyTables.items(money, context)) }
        try options.write(tables, desk, asked)
    }
}

/// `remit spend-by`: what lapses unless committed.
struct SpendByCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spend-by",
        abstract: "Forecast under-delivery by commissioner, with intervals, and the last day to commit it.")

    @OptionGroup var options: ReportOptions

    @Option(help: ArgumentHelp("As seen on this day; else the first after the month.", valueName: "day"))
    var on: Day?

    func run() async throws {
        let (desk, asked) = try options.open()
        let sum = try desk.spendBy(at: asked, on: on)
        try options.write([MoneyTables.spendBy(sum, options.context(desk, asked))], desk, asked)
    }
}

/// `remit inertia`: how much of this year is last year.
struct InertiaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inertia", abstract: "How much of this year's distribution is last year's, by commissioner.")

    @OptionGroup var options: ReportOptions

    @Flag(help: "All together, year by year.")
    var overYears = false

    func run() async throws {
        let (desk, asked) = try options.open()
        let rows = overYears ? try desk.inertiaOverYears(to: asked) : try desk.inertia(at: asked)
        let band = try desk.inertiaBandShare(asked)
        try options.write([PatternTables.inertia(rows, band: band, options.context(desk, asked))], desk, asked)
    }
}

/// `remit concentration`: who provides.
struct ConcentrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concentration",
        abstract: "Concentration of providers by commissioner: HHI, effective number, the four largest.")

    @OptionGroup var options: ReportOptions

    @Flag(help: "Count contracts that a flag holds out, as a check against published figures needs.")
    var includeHeldOut = false

    func run() async throws {
        let (desk, asked) = try options.open()
        let rows = desk.concentration(at: asked, includingHeldOut: includeHeldOut)
        let heldOut = includeHeldOut ? desk.positions(at: asked).count { $0.isHeldOut } : 0
        try options.write(
            [
                PatternTables.concentration(
                    rows, isByGroup: desk.isByGroup, heldOutIncluded: heldOut, options.context(desk, asked))
            ], desk, asked)
    }
}
