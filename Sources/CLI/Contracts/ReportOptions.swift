import ArgumentParser
import Contracts
import Store
import Tabular
import Vocabulary

/// What every report about dental contracts can be asked: for which month, of whom, in which form.
struct ReportOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Option(
        help: ArgumentHelp("The financial year (2024-25); else that of the month, or the last held.", valueName: "year")
    )
    var year: FinancialYear?

    @Option(help: ArgumentHelp("Data to this month (2024-12); else the last held of the year.", valueName: "month"))
    var month: Month?

    @OptionGroup var output: OutputOptions

    func open() throws -> (desk: DentalDesk, asked: AskedMonth) {
        let desk = try DentalDesk(store.open())
        return (desk, try desk.month(year: year, month: month))
    }

    func context(_ desk: DentalDesk, _ asked: AskedMonth) -> TableContext {
        desk.context(asked, showsPersonalNames: output.withNames)
    }

    /// Writes tables with the facts that every report begins with.
    func write(_ tables: [Table], _ desk: DentalDesk, _ asked: AskedMonth, lines: [String] = []) throws {
        let invented =
            desk.installation.isInvented ? ["Invented figures: \(desk.installation.holder) does not exist."] : []
        try output.write(
            tables, dataTo: asked.month,
            facts: [
                .init("dataTo", .month(asked.month)), .init("financialYear", .text(asked.year.description)),
                .init("isInvented", .flag(desk.installation.isInvented)),
            ], lines: invented + lines)
    }
}
