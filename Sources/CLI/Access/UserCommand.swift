import Access
import ArgumentParser
import Store
import Vocabulary

/// `remit user`: who may sign in to the pages, and as what.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Accounts for the pages: who may sign in, with which roles.",
        discussion: """
            The first administrator is added here; after that, administrators do the same in the pages. Whoever may write \
            the file of records may do all of this.

            Example: remit user add a001 --name "Rosa Quillfeather" --email rosa@example.org --role administrator
            """,
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserShowCommand.self, UserGrantCommand.self,
            UserWithdrawCommand.self, UserSuspendCommand.self, UserRestoreCommand.self, UserCloseCommand.self,
            UserLinkCommand.self, UserLinkSignInCommand.self, UserSeatCommand.self, UserPasswordCommand.self,
            UserSessionsCommand.self, UserTokenCommand.self, UserDisposeCommand.self,
        ])
}

/// Which account a command is about.
struct AccountOptions: ParsableArguments {
    @Argument(help: "The account's short name; see remit user list.")
    var account: Slug

    @OptionGroup var store: StoreOptions
}

struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add somebody who may sign in, with a role and a password.",
        discussion: """
            The short name stands in the journal for good, as the author of all that the person does: choose a neutral \
            one. The name and the e-mail address are kept apart and can be disposed of.

            The password is asked for twice; it has 12 characters or more. With --no-password the account is invited, \
            and cannot sign in until one is set.

            Example: remit user add a014 --name "Amir Oakes" --email amir@example.org --role analyst --commissioner QWX
            """)

    @Argument(help: "The account's short name, such as a014: lower-case letters, digits, hyphens.")
    var account: Slug

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "The e-mail address, with which the person signs in.")
    var email: String

    @Option(help: "A role; others are given with remit user grant.")
    var role: Role?

    @Option(help: ArgumentHelp("Where the role is held; else at all commissioners.", valueName: "code"))
    var commissioner: OrganisationCode?

    @Option(help: ArgumentHelp("Read the password from FILE (- for standard input).", valueName: "file"))
    var passwordFile: String?

    @Flag(help: "Set no password now.")
    var noPassword = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if noPassword && passwordFile != nil {
            throw ValidationError("Choose one of --no-password and --password-file.")
        }
        if commissioner != nil && role == nil { throw ValidationError("--commissioner is where a --role is held.") }
        if name.allSatisfy(\.isWhitespace) || name.count > 100 {
            throw ValidationError("--name takes 1 to 100 characters.")
        }
    }

    func run() async throws {
        let session = try AccessSession(store)
        // Before anybody types a password for nothing.
        try session.requireFree(account)
        let password = noPassword ? nil : try PasswordAsked.new(file: passwordFile)
        let book = try session.desk.add(account, password: password, by: session.author, at: session.now) { texts, _ in
            var acts: [any AccessAct] = [
                AddAccount(account: account, name: try texts.keep(name), email: try texts.keep(email))
            ]
            if let role {
                acts.append(GrantRole(account: account, role: role, commissioner: commissioner, since: session.today))
            }
            return acts
        }
        let added = try session.account(account, in: book)
        Printing.line(
            "“\(account)” was added: \(added.state.inWords), "
                + (added.grants.first.map { "\($0.inWords)." } ?? "without a role."))
        session.warn(of: commissioner)
        if role == nil { Printing.line("Next: remit user grant \(account) ROLE --commissioner CODE") }
        if noPassword { Printing.line("Before they can sign in: remit user password \(account)") }
    }
}
