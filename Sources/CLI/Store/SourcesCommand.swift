import ArgumentParser
import Store
import Vocabulary

/// `remit sources`: the files taken in, and what became of their rows.
struct SourcesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "The files taken in: rows read, kept, refused, held, and what superseded them.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let table = SourcesTable.table(of: try store.open().read { db in try SourceHeld.all(db) })
        try output.write([output.isForProgrammes ? table : SourcesTable.shortened(table)])
    }
}
