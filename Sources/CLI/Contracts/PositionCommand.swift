import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// `remit position`: where every contract stands.
struct PositionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "position",
        abstract: "Where every contract stands in a year: contracted, scheduled, delivered, carried in, adjusted.")

    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case contract, commissioner, region
    }

    @OptionGroup var options: ReportOptions

    @Option(help: "By contract, commissioner or region.")
    var by: Grouping = .contract

    @Option(help: ArgumentHelp("Only the contracts of this commissioner.", valueName: "code"))
    var commissioner: OrganisationCode?

    @Option(help: ArgumentHelp("Only this contract.", valueName: "number"))
    var contract: String?

    @Option(help: ArgumentHelp("On the organisations of this day (2024-04-01).", valueName: "day"))
    var on: Day?

    func run() async throws {
        let (desk, asked) = try options.open()
        var positions = desk.positions(at: asked, on: on)
        if let commissioner {
            positions = positions.filter { $0.commissioner == commissioner }
            guard !positions.isEmpty else {
                throw Refusal(
                    .usage, code: "no-such-commissioner",
                    "No contract of \(commissioner) is held in \(asked.month.inWords).",
                    remedy: "`remit position --by commissioner` lists the codes.")
            }
        }
        if let contract {
            positions = positions.filter { $0.contract.description == contract }
            guard !positions.isEmpty else {
                throw Refusal(
                    .usage, code: "no-such-contract",
                    "No contract \(contract) is held in \(asked.year) to \(asked.month.inWords).",
                    remedy: "Contract numbers have ten digits.")
            }
        }
        let day = on ?? asked.month.lastDay
        let context = options.context(desk, asked)
        let table =
            switch by {
            case .contract: PositionTables.contracts(positions, context)
            case .commissioner: PositionTables.totals(TotalPositions.lines(positions), context)
            case .region: PositionTables.totals(desk.regions(of: positions, on: day), isRegion: true, context)
            }
        try options.write([table], desk, asked)
    }
}
