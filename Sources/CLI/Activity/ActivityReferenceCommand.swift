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

    @Flag(help: "Write JSON to standard output: each file with its rows.")
    var json = false

    @Argument(help: ArgumentHelp("Files in CSV.", valueName: "file"))
    var files: [String]

    func run() async throws {
        let records = try store.open()
        var intake = ReferenceIntake(
            into: records, folder: ActivityFolder(beside: store.path), library: try EngineLibrary.installed(),
            by: try store.author(), at: Clock.now())
        if let table {
            guard let known = ReferenceTable.named(table) else {
                throw Refusal(
                    .usage, code: "no-such-table", "“\(table)” is no table of reference.",
                    remedy: "Tables are \(ReferenceTable.shipped.map(\.name).joined(separator: ", ")).")
            }
            intake.table = known
        }
        intake.mapping = try mapping.map { path throws(Refusal) in try ActivityIntake.document(at: path) }
        if let publisher { intake.publisher = publisher }
        var (documents, first): ([JSONValue], Refusal?) = ([], nil)
        for file in files {
            do {
                let taken = try intake.take(file)
                documents.append(document(of: taken))
                if !json { for line in lines(of: taken) { Printing.line(line) } }
            } catch let refusal as Refusal {
                Printing.warning("remit: \(refusal.description)")
                documents.append(
                    ["name": .text(file), "status": "refused", "refusal": ["code": .text(refusal.code)]])
                first = first ?? refusal
            }
        }
        if json { Printing.line(JSONValue.object([.init("files", .list(documents))]).pretty) }
        if let first { throw ExitCode(first.kind.exitCode) }
    }

    private func document(of taken: ReferenceIntake.Taken) -> JSONValue {
        [
            "name": .text(taken.name), "digest": .text(taken.digest.description),
            "status": .text(taken.isHeld ? "alreadyHeld" : "kept"), "table": .text(taken.table),
            "rowsRead": .integer(taken.rowsKept + taken.rowsRefused), "rowsKept": .integer(taken.rowsKept),
            "rowsRefused": .integer(taken.rowsRefused),
            "problems": .list(
                taken.problems.prefix(1_000).map { problem in
                    [
                        "row": problem.row.map { .integer($0) } ?? .null,
                        "column": problem.column.map { .text($0) } ?? .null,
                        "code": .text(problem.code), "explanation": .text(problem.explanation),
                    ]
                }),
        ]
    }

    private func lines(of taken: ReferenceIntake.Taken) -> [String] {
        if taken.isHeld { return ["\(taken.name) was held already, byte for byte: nothing changed."] }
        let rows = taken.rowsKept + taken.rowsRefused
        var lines = [
            "\(taken.name): table \(taken.table), \(counted(rows, "row", "rows")) read = \(grouped(taken.rowsKept)) kept + "
                + "\(grouped(taken.rowsRefused)) refused."
        ]
        for problem in taken.problems.prefix(10) {
            lines.append("  \(problem.row.map { "row \($0): " } ?? "")\(problem.explanation)")
        }
        if taken.problems.count > 10 {
            lines.append("  and \(grouped(taken.problems.count - 10)) more: --json has them.")
        }
        return lines
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
