import Access
import ArgumentParser
import Store
import Vocabulary

/// `remit user sessions`: who is signed in to the pages.
struct UserSessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Who is signed in; end sessions.",
        subcommands: [UserSessionsListCommand.self, UserSessionsEndCommand.self])
}

struct UserSessionsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who is signed in, since when, and how.",
        discussion: "Example: remit user sessions list a014")

    @Argument(help: "Of this account only.")
    var account: Slug?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try AccessSession(store)
        if let account { _ = try session.account(account) }
        let sessions = try session.desk.sessions(of: account, at: session.now)
        try output.show(
            [AccessTables.sessions(sessions)], lines: sessions.isEmpty ? ["Nobody is signed in."] : [])
    }
}

struct UserSessionsEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Sign an account out everywhere, or everybody.",
        discussion: """
            Examples: remit user sessions end a014
                      remit user sessions end --all
            """)

    @Argument(help: "The account's short name.")
    var account: Slug?

    @Flag(help: "The sessions of all accounts.")
    var all = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if all == (account != nil) { throw ValidationError("Name an account, or give --all.") }
    }

    func run() async throws {
        let session = try AccessSession(store)
        let ended: Int
        if let account {
            ended = try session.desk.endSessions(of: session.account(account).id)
        } else {
            ended = try session.desk.endAllSessions()
        }
        Printing.line("Ended: \(counted(ended, "session", "sessions")).")
    }
}
