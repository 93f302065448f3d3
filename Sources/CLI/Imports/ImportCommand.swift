import ArgumentParser
import Contracts
import Files
import Foundation
import Imports
import Rulebook
import Store
import Tabular
import Vocabulary

/// `remit import FILE…`, `remit import LAYOUT FILE…`: the publishers' files as they are, and local ones through a reviewed mapping.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in files as published; faults in them come out as problems, by row and column.",
        discussion: """
            FILE is a file, a .tar.xz, .zip or .gz of files, a folder, or - for standard input. The same file twice \
            changes nothing; a corrected file supersedes, and both remain visible. A file is known by its columns: \
            remit import FILE… needs no layout.

            A local extract comes in through a column mapping that somebody reviewed: \
            remit import --mapping MAPPING.yaml FILE…
            """,
        subcommands: [
            ImportFilesCommand.self, ImportDentalCommand.self, ImportContractsCommand.self,
            ImportPopulationCommand.self, ImportContractTypesCommand.self, ImportProviderGroupsCommand.self,
            ImportPatientChargesCommand.self, ImportMappingCommand.self,
        ], defaultSubcommand: ImportFilesCommand.self)
}

/// What every import takes and prints.
struct ImportOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions

    @Flag(help: "Write JSON to standard output: each file, and totals.")
    var json = false

    @Option(
        name: .customLong("drop"), parsing: .singleValue,
        help: ArgumentHelp("A column not to be read at all (repeatable); the record says so.", valueName: "column"))
    var drop: [String] = []

    @Argument(help: ArgumentHelp("Files, archives, folders, or - for standard input.", valueName: "file"))
    var files: [String]

    func validate() throws {
        if files.filter({ $0 == "-" }).count > 1 { throw ValidationError("Standard input can be read once only.") }
    }

    /// Takes the files in and says what came of it.
    func takeIn(by job: some Importing) throws {
        let report = try job.run(files) { Printing.progress($0) }
        Printing.progress("")
        try print(report)
    }

    /// - Throws: exit code 4 where any file was refused; the others stand.
    private func print(_ report: ImportReport) throws {
        if json {
            Printing.line(report.json.pretty)
            for file in report.refused { Printing.warning("remit: \(file.refusal!.description)") }
        } else {
            for file in report.refused { Printing.warning("remit: \(file.refusal!.description)") }
            for line in report.lines where !line.hasPrefix("Refused: ") { Printing.line(line) }
        }
        if let first = report.refused.first { throw ExitCode(first.refusal!.kind.exitCode) }
    }
}

struct ImportDentalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nhsbsa-dental",
        abstract: "NHSBSA's monthly contractor files (English Contractor Monthly General Dental Activity).")

    @OptionGroup var options: ImportOptions

    @Flag(help: "Take in a month again although many of the rows that are held are not in the file; they then go.")
    var allowWithdrawals = false

    func run() async throws {
        let moment = Clock.now()
        let job = try DentalIntake.months(
            into: options.store.open(), by: options.store.author(), at: moment, dropping: options.drop,
            allowingWithdrawals: allowWithdrawals)
        try options.takeIn(by: job)
    }
}

struct ImportContractsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nhsbsa-contracts",
        abstract: "NHSBSA's annual contract file: value by service line, units, dates.")

    @OptionGroup var options: ImportOptions

    func run() async throws {
        let job = try DentalIntake.contracts(
            into: options.store.open(), by: options.store.author(), at: Clock.now(), dropping: options.drop)
        try options.takeIn(by: job)
    }
}
