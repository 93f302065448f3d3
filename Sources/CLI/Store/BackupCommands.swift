import ArgumentParser
import Store
import Vocabulary

/// `remit backup --to FILE`: a copy of the records, whole, while others may be using them.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the records to a file; nothing is overwritten.")

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Where to put the copy; nothing may be there.", valueName: "file"))
    var to: String

    func run() async throws {
        try Backup.make(of: options.open(), at: to)
        Printing.line("Copied \(options.path) to \(to). Bring it back with: remit restore \(to) --db FILE")
    }
}

/// `remit restore FILE --db FILE`: brings a copy back to a place where nothing is.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Bring a backup back, once its journal has been walked; nothing is overwritten.")

    @Argument(help: "The backup.")
    var backup: String

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let lines = try Backup.restore(backup, to: options.path)
        Printing.line("\(options.path) holds what was backed up; its journal holds: \(lines) lines.")
    }
}
