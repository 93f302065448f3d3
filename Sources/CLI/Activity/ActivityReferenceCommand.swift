import ArgumentParser
import Challenges
import Engines
import Imports
import Store
import Tabular
import Vocabulary

struct ActivityReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract:
            "Take in tables of reference that challenges look things up in: practices, prices, approvals and others.",
        discussion: """
            A table is known by its columns, or by a mapping that somebody reviewed, with the table's name as its layout. \
            The latest file of a table stands in place of the one before. See remit activity tables for the tables and \
            their columns.
            """)

    @Option(help: "The table, where the columns do not say: price.")
    var table: String?

    @Option(help: ArgumentHelp("A reviewed column mapping, a YAML file.", valueName: "file"))
    var mapping: String?

    @Option(help: "Who gave the files, for the record.")
    var publisher: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var intake: IntakeRun

    @Argument(help: ArgumentHelp("Files in CSV.", valueName: "file"))
    var files: [String]

    func run() async throws {
        _ = try store.open()
        try intake.run(
            IntakeOrder(
                store: store.path, author: store.author(), files: files, mapping: mapping, table: table,
                areTables: true,
                publisher: publisher))
    }
}

struct ActivityTablesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables", abstract: "The tables of reference: their columns, and the file that stands for each.")

    @Flag(help: "The columns of each, instead of the files.")
    var columns = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        if columns {
            var table = Table(
                key: "columns", caption: "Columns of the tables of reference",
                columns: [
                    .init("table", "Table"), .init("column", "Column"), .init("kind", "Kind"),
                    .init("needed", "Needed"),
                    .init("words", "What it says"),
                ])
            for one in ReferenceTable.shipped {
                for column in one.columns {
                    table.append([
                        .text(one.name), .text(column.name), .text(column.kind.rawValue), .flag(column.isNeeded),
                        .text(column.words),
                    ])
                }
            }
            return try output.write([table], inWords: true)
        }
        let held = try store.open().read { db in try HeldReference.all(db) }
        try output.write([ReferencesTable.table(of: held)])
    }
}
