import ArgumentParser
import Store
import Vocabulary

/// `remit verify`: walks the journal and makes every working again from its sources.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Walk the journal, and make workings again from the files they rest on.")

    @OptionGroup var options: StoreOptions

    func run() async throws {
        let store = try options.open()
        let (lines, fault) = try await store.connection.read { db in try Journal.verify(db) }
        if let fault {
            throw Refusal(.wanting, code: "journal-broken", fault)
        }
        Printing.line("The journal holds: \(lines) lines.")
    }
}
