import ArgumentParser
import Store
import Vocabulary

/// `remit init`: makes the file that holds the records.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make the file that holds the records.")

    @OptionGroup var options: StoreOptions

    @Option(help: "Whose figures these will be, as pages name it (NHS Somerset ICB); it cannot be changed later.")
    var holder = Installation.everybody

    func run() async throws {
        let author = try options.author()
        let store = try Store.create(at: options.path)
        try store.perform(SetUpInstallation(holder: holder, isInvented: false), by: author, at: Clock.now())
        Printing.line("Made \(options.path), for the figures of \(holder).")
        Printing.line("Next: remit import nhsbsa-dental FILE… --db \(options.path)")
    }
}
