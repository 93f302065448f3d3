import ArgumentParser
import Contracts
import Store
import Vocabulary

/// `remit check`: identities that published figures should keep.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Identities that published figures should keep.",
        subcommands: [CheckUnitsCommand.self])
}

struct CheckUnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uda", abstract: "Whether a month's courses by band make the UDAs published, and who differs.")

    @OptionGroup var store: StoreOptions

    @Option(help: ArgumentHelp("The month (2023-12); else the last held.", valueName: "month"))
    var month: Month?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let store = try store.open()
        let desk = try DentalDesk(store)
        let asked = try desk.month(month: month)
        let check = try desk.unitCheck(of: asked.month, store: store)
        let context = desk.context(asked, showsPersonalNames: output.withNames)
        try output.write(
            [PatternTables.unitCheck(check, context), PatternTables.unitDifferences(check, context)],
            dataTo: asked.month,
            facts: [
                .init("month", .month(check.month)), .init("countedUnits", .units(check.counted)),
                .init("publishedUnits", .units(check.published)), .init("exact", .integer(check.exact)),
                .init("exactWithOther", .integer(check.exactWithOther)),
                .init("different", .integer(check.differences.count)), .init("blank", .integer(check.blank)),
            ])
    }
}
