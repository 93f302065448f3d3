import Access
import ArgumentParser
import Store
import Vocabulary

/// What a token may be for, as it is typed: `read-contracts`.
struct TokenScope: ExpressibleByArgument {
    let permission: Permission

    /// Other permissions are read too: that a token is never for them the desk says.
    init?(argument: String) {
        guard let permission = Permission(argument: argument) else { return nil }
        self.permission = permission
    }

    /// Each with what its holder may, a line at most 80 columns wide.
    static let lines = AccessTokenHeld.possibleScopes.map { scope in
        let name = scope.typed + String(repeating: " ", count: max(1, 22 - scope.typed.count))
        return "\(name)\(scope.title)"
    }.joined(separator: "\n")
}

/// `remit user token`: what programs sign in with on behalf of an account.
struct UserTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Personal access tokens, with which programs act for an account.",
        subcommands: [UserTokenMakeCommand.self, UserTokenListCommand.self, UserTokenEndCommand.self])
}

struct UserTokenMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Make a token and write it once, to standard output.",
        discussion: """
            It may do what the account may, of what --scope names, until it ends. It cannot be shown again.

            Example: remit user token make a014 reporting --scope read-contracts
            --scope read-rounds --days 30

            What it may be used for:
            \(TokenScope.lines)
            """)

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "By which the token is known to its holder.")
    var token: Slug

    @Option(
        help: ArgumentHelp(
            "What it may be used for, of those above; several times for several.", valueName: "permission"))
    var scope: [TokenScope] = []

    @Option(help: "How many days it lasts, at most 365.")
    var days = AccessLimits.usualTokenDays

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AccessSession(store)
        let made = try session.desk.makeToken(
            of: account, named: token, scopes: scope.map(\.permission), days: days, at: session.now)
        Printing.line(made)
        Printing.warning("Keep it now: it is not shown again. End it with: remit user token end \(account) \(token)")
    }
}

struct UserTokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tokens that are not over, and when they were last used.")

    @Argument(help: "Of this account only.")
    var account: Slug?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try AccessSession(store)
        if let account { _ = try session.account(account) }
        let tokens = try session.desk.tokens(of: account, at: session.now)
        try output.show([AccessTables.tokens(tokens)], lines: tokens.isEmpty ? ["There is no token."] : [])
    }
}

struct UserTokenEndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "End a token at once.",
        discussion: "Example: remit user token end a014 reporting")

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "The token's name.")
    var token: Slug

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AccessSession(store)
        try session.desk.endToken(token, of: account)
        Printing.line("The token “\(token)” of “\(account)” is over.")
    }
}
