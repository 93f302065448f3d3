import ArgumentParser
import Challenges
import Digests
import Store
import Tabular
import Vocabulary

/// `remit activity costs`: is a challenge worth its work?
struct CostsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "costs", abstract: "What challenges cost in hours and fees, against what was agreed.",
        subcommands: [
            CostsShowCommand.self, CostsListCommand.self, CostsAddCommand.self, CostsImportCommand.self,
            CostsWithdrawCommand.self,
        ],
        defaultSubcommand: CostsShowCommand.self)
}

struct CostsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What was agreed against what it cost, by provider and by rule.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try ChallengeSession(store)
        let worth = ContractingWorth(
            of: try session.desk.heads(), sums: try session.desk.sums(), costs: try session.desk.costs())
        let total = worth.total
        try output.write(
            worth.tables,
            facts: [
                .init("agreedPence", .money(total.agreed)), .init("creditedPence", .money(worth.credited)),
                .init("costPence", .money(total.cost)), .init("minutes", .integer(total.minutes)),
            ],
            lines: [
                "\(total.agreed) agreed, \(worth.credited) of it credited, for \(total.cost) of work and fees: "
                    + "\(total.net) net."
            ])
    }
}

struct CostsAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Record hours of staff, or a fee.")

    @Option(help: "What was done or bought; never who did it.")
    var what: String

    @Option(help: ArgumentHelp("Minutes of work.", valueName: "minutes"))
    var minutes: Int?

    @Option(help: ArgumentHelp("What it comes to.", valueName: "pounds"))
    var amount: Money

    @Option(help: ArgumentHelp("With which provider.", valueName: "code"))
    var provider: String?

    @Option(help: ArgumentHelp("For which rule.", valueName: "rule"))
    var rule: String?

    @Option(help: ArgumentHelp("For which bundle.", valueName: "bundle"))
    var bundle: Slug?

    @Option(help: ArgumentHelp("The day; else today.", valueName: "day"))
    var on: Day?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try ChallengeSession(store)
        let cost = ContractingCost(
            on: on ?? session.today, provider: provider, rule: rule, bundle: bundle, minutes: minutes, amount: amount,
            what: what)
        try session.desk.store.perform(RecordContractingCosts([cost]), by: session.author, at: session.now)
        Printing.line("Recorded \(amount): \(what).")
    }
}

struct CostsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in hours and fees from a sheet (.csv, .xlsx).",
        discussion:
            "Columns: Day, Provider, Rule, Bundle, Hours, Pounds an hour, Fee, What. A row has hours with pounds an "
            + "hour, or a fee. All rows are taken in, or none.")

    @OptionGroup var store: StoreOptions

    @Argument(help: "The sheet.")
    var file: String

    func run() async throws {
        let session = try ChallengeSession(store)
        let (form, bytes) = try ChallengeSession.form(at: file)
        let read = try ContractingCostFile(form)
        Printing.line(
            "\(form.name): \(counted(read.rowsRead, "row", "rows")) read = \(grouped(read.costs.count)) kept + "
                + "\(grouped(read.rowsRefused)) refused.")
        ChallengeSession.tell(read.problems)
        guard read.problems.isEmpty else {
            throw Refusal(
                .input, code: "costs-at-fault", "The sheet is not taken in: \(read.rowsRefused) rows are at fault.",
                remedy: "Mend them, and give the sheet again.")
        }
        try session.desk.store.perform(
            RecordContractingCosts(read.costs, source: Digest.of(bytes)), by: session.author, at: session.now)
        Printing.line("Recorded \(read.costs.map(\.amount).total()).")
    }
}

struct CostsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Hours and fees entry by entry, with their numbers; also those withdrawn.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let costs = try ChallengeSession(store).desk.recordedCosts()
        let standing = costs.filter(\.stands)
        try output.write(
            [CostTables.costs(costs)],
            facts: [
                .init("costPence", .money(standing.map(\.cost.amount).total())),
                .init("withdrawn", .integer(costs.count - standing.count)),
            ],
            lines: [
                "\(counted(standing.count, "entry comes", "entries come")) to "
                    + "\(standing.map(\.cost.amount).total()); \(grouped(costs.count - standing.count)) withdrawn."
            ])
    }
}

struct CostsWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Withdraw hours or fees that were recorded wrongly.",
        discussion:
            "They stay on the record, with the day and the reason, and count in no sum. Record what is right with: remit "
            + "activity costs add")

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("What was wrong; it is on the record.", valueName: "text"))
    var reason: String

    @Argument(help: "Numbers of the entries, as remit activity costs list shows them.")
    var numbers: [Int]

    func run() async throws {
        let session = try ChallengeSession(store)
        let after = try session.desk.store.perform(
            WithdrawContractingCosts(numbers, reason: reason), by: session.author, at: session.now)
        Printing.line(
            "Withdrew \(counted(after.withdrawn.count, "entry", "entries")) of "
                + "\(after.withdrawn.map(\.cost.amount).total()).")
    }
}
