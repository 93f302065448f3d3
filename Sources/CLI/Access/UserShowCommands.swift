import Access
import ArgumentParser
import Store
import Tabular
import Vocabulary

struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The accounts, with the roles that they hold on a day.",
        discussion: "Names and addresses show with --with-names. With --permissions: what each role may do.")

    @Flag(help: "What each role may do, instead of who holds which.")
    var permissions = false

    @OptionGroup var day: DayOption
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try AccessSession(store)
        let (book, texts) = try session.desk.people()
        let tables = AccessTables(book) { texts[$0] }
        guard !permissions else { return try output.show([tables.permissions]) }
        try output.show(
            [tables.accounts(on: day.on ?? session.today)],
            lines: book.accounts.isEmpty
                ? ["There is no account yet. Begin with: remit user add a001 --name … --email … --role administrator"]
                : [])
    }
}

struct UserShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One account: its roles, seats, and what it signs in with.",
        discussion: "Example: remit user show a014")

    @OptionGroup var options: AccountOptions
    @OptionGroup var day: DayOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let session = try AccessSession(options.store)
        let (book, texts) = try session.desk.people()
        let account = try session.account(options.account, in: book)
        let (on, desk) = (day.on ?? session.today, session.desk)
        let tables = AccessTables(book) { texts[$0] }
        let changed = try desk.passwordChangedAt(of: account.id)
        let hasFactor = try desk.hasSecondFactor(account.id)
        let links = try desk.signInLinks(of: account.id)
        let sessions = try desk.sessions(of: account.id, at: session.now)
        let tokens = try desk.tokens(of: account.id, at: session.now)
        let shown = [
            tables.grants(of: account.id, on: on), tables.seats(of: account.id), AccessTables.tokens(tokens),
        ]
        var facts: [JSONValue.Member] = [
            .init("account", .text(account.id.description)), .init("state", .text(account.state.rawValue)),
            .init("person", .optional(account.person) { .text($0.description) }),
            .init("passwordSetAt", .optional(changed) { .text($0.description) }),
            .init("hasSecondFactor", .flag(hasFactor)),
            .init("signInLinks", .list(links.map { ["issuer": .text($0.issuer), "subject": .text($0.subject)] })),
            .init("sessions", .integer(sessions.count)),
        ]
        var lines = ["“\(account.id)” is \(account.state.inWords)."]
        if output.withNames {
            let (name, email) = (texts[account.name] ?? "name removed", texts[account.email] ?? "address removed")
            facts += [.init("name", .text(name)), .init("email", .text(email))]
            lines.append("\(name), \(email)")
        }
        lines += [
            account.person.map { "In the register of interests: “\($0)”." } ?? "Linked to nobody in the register.",
            changed.map { "Its password was set on \($0.inLondon.day.inWords)." } ?? "It has no password.",
            hasFactor ? "It signs in with a code too." : "It signs in without a code.",
        ]
        lines += links.map { "It signs in at \($0.issuer) too, as “\($0.subject)”." }
        lines += [
            sessions.isEmpty
                ? "It is signed in nowhere." : "It is signed in: \(counted(sessions.count, "session", "sessions"))."
        ]
        try output.show(output.csv ? [shown[0]] : shown, facts: facts, lines: lines)
    }
}

extension AccessTables {
    /// Access tokens that are not over, without the tokens themselves.
    static func tokens(_ tokens: [AccessTokenHeld]) -> Table {
        var table = Table(
            key: "tokens", caption: "Access tokens",
            columns: [
                .init("account", "Account"), .init("token", "Token"), .init("scopes", "May be used for"),
                .init("madeAt", "Made"), .init("endsAt", "Ends"), .init("lastUsedAt", "Last used"),
            ])
        for token in tokens {
            table.append([
                .text(token.account.description), .text(token.name.description),
                .text(token.scopes.map(\.typed).joined(separator: ", ")), .day(token.madeAt.inLondon.day),
                .text(token.endsAt.inLondon.inWords),
                .optional(token.lastUsedAt.map { $0.inLondon.inWords }, else: "never"),
            ])
        }
        return table
    }

    /// Sessions that are not over.
    static func sessions(_ sessions: [SessionHeld]) -> Table {
        var table = Table(
            key: "sessions", caption: "Who is signed in",
            columns: [
                .init("account", "Account"), .init("way", "Signed in"), .init("startedAt", "Since"),
                .init("lastSeenAt", "Last seen"), .init("endsAt", "Ends by"),
            ])
        for session in sessions {
            table.append([
                .text(session.account.description), .text(session.way.inWords),
                .text(session.startedAt.inLondon.inWords), .text(session.lastSeenAt.inLondon.inWords),
                .text(session.endsAt.inLondon.inWords),
            ])
        }
        return table
    }
}
