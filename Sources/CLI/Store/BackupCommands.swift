import ArgumentParser
import Foundation
import Imports
import Store
import Vocabulary

/// `remit backup --to FILE`: a copy of the records, whole, while others may be using them.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the records to a file, and contract monitoring beside it; nothing is overwritten.")

    @OptionGroup var options: StoreOptions

    @Option(help: ArgumentHelp("Where to put the copy; nothing may be there.", valueName: "file"))
    var to: String

    func run() async throws {
        let (from, target) = (ActivityFolder(beside: options.path), ActivityFolder(beside: to))
        try target.refuseExisting()
        let store = try options.open()
        try Backup.make(of: store, at: to)
        let files: Int?
        do {
            files = try from.copy(to: target, of: store)
        } catch {
            // A copy without what it speaks of is none.
            try FileManager.default.removeItem(atPath: to)
            throw error
        }
        if let files {
            Printing.line(
                "Copied contract monitoring to \(target.path): \(counted(files, "file", "files")), each checked.")
        }
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
        let (from, target) = (ActivityFolder(beside: backup), ActivityFolder(beside: options.path))
        try target.refuseExisting()
        let lines = try Backup.restore(backup, to: options.path)
        if !from.isThere {
            let store = try options.open()
            let registered = try store.read { db in
                try HeldSubmission.all(db).count + HeldReference.all(latest: false, db).count
            }
            if registered > 0 {
                Printing.warning(
                    "remit: \(from.path) is not beside the backup: bring contract monitoring back by itself, to \(target.path)."
                )
            }
        } else if let files = try from.copy(to: target, of: options.open()) {
            Printing.line("\(target.path) holds contract monitoring: \(counted(files, "file", "files")), each checked.")
        }
        Printing.line("\(options.path) holds what was backed up; its journal holds: \(lines) lines.")
    }
}
