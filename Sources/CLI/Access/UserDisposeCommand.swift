import Access
import ArgumentParser
import Store
import Tabular
import Vocabulary

/// `remit user dispose`: names and addresses whose retention is over.
struct UserDisposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispose",
        abstract: "List closed accounts whose names have been kept long enough; with --do they are disposed of.",
        discussion: """
            Names, e-mail addresses and reasons go for good; the accounts' short names stay on what was done with them, \
            and the journal still verifies. Copies in backups are not reached: see to them too.

            Example: remit user dispose --do
            """)

    @Flag(name: .customLong("do"), help: "Dispose of them; this cannot be undone.")
    var isMeant = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try AccessSession(store)
        let ended =
            isMeant
            ? try session.desk.disposeOfEndedTexts(by: session.author, at: session.now)
            : try session.desk.endedTexts(on: session.today)
        var table = Table(
            key: "accounts", caption: "Closed accounts whose time is over",
            columns: [
                .init("account", "Account"), .init("closed", "Closed"), .init("keepUntil", "Kept until"),
                .init("texts", "Texts held"),
            ])
        for one in ended {
            table.append([
                .text(one.ended.account.description), .day(one.ended.closedOn), .day(one.ended.keepUntil),
                .count(one.texts.count),
            ])
        }
        try output.show(
            [table],
            lines: ended.isEmpty
                ? ["No account's time is over."]
                : [isMeant ? "Disposed of, for good:" : "To dispose of them for good: remit user dispose --do"])
    }
}
