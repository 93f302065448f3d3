import Access
import ArgumentParser
import Store
import Vocabulary

struct UserSuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Take everything from an account until it is restored; its sessions end.",
        discussion: "Example: remit user suspend a014 --reason \"On leave until June\"")

    @OptionGroup var options: AccountOptions

    @Option(help: "Why; kept apart from the journal.")
    var reason: String?

    func run() async throws {
        let session = try AccessSession(options.store)
        try session.desk.perform(by: session.author, at: session.now) { texts, _ in
            [SuspendAccount(account: options.account, reason: try reason.map { try texts.keep($0) })]
        }
        Printing.line("“\(options.account)” is suspended and signed in nowhere.")
    }
}

struct UserRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Give a suspended account back what it had.",
        discussion: "Example: remit user restore a014")

    @OptionGroup var options: AccountOptions

    func run() async throws {
        let session = try AccessSession(options.store)
        let book = try session.perform(RestoreAccount(account: options.account))
        let account = try session.account(options.account, in: book)
        Printing.line("“\(account.id)” is \(account.state.inWords).")
    }
}

struct UserCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close an account for good: its password, tokens and sessions are removed.",
        discussion: """
            What was done with it stays its holder's. A closed account cannot be opened again.

            Example: remit user close a014
            """)

    @OptionGroup var options: AccountOptions

    func run() async throws {
        let session = try AccessSession(options.store)
        try session.perform(CloseAccount(account: options.account))
        Printing.line("“\(options.account)” is closed.")
    }
}

struct UserLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Say which person of the register of interests an account's holder is.",
        discussion: """
            Then they can declare their own interests, and their interests are looked at where they sit.

            Examples: remit user link a014 p014
                      remit user link a014 --remove
            """)

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "The person's short name; see remit interest list --people.")
    var person: Slug?

    @Flag(help: "Take the link away.")
    var remove = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if remove == (person != nil) { throw ValidationError("Name a person of the register, or give --remove.") }
    }

    func run() async throws {
        let session = try AccessSession(store)
        if let person {
            try session.perform(LinkPerson(account: account, person: person))
            Printing.line("“\(account)” is “\(person)” of the register.")
        } else {
            try session.perform(UnlinkPerson(account: account))
            Printing.line("“\(account)” is linked to nobody of the register.")
        }
    }
}

struct UserSeatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seat", abstract: "Give an account the seat of a member of a round.",
        discussion: """
            What the member gives in the pages then comes from this account and from no other.

            Examples: remit user seat a014 dental-2026 public-health
                      remit user seat a014 dental-2026 --leave
            """)

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "The round's short name; see remit round list.")
    var round: Slug

    @Argument(help: "The member's short name in the round; see remit round show.")
    var member: Slug?

    @Flag(help: "Take the seat from the account.")
    var leave = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        if leave == (member != nil) { throw ValidationError("Name a member of the round, or give --leave.") }
    }

    func run() async throws {
        let session = try AccessSession(store)
        if let member {
            try session.perform(TakeSeat(account: account, round: round, member: member))
            Printing.line("“\(account)” is the member “\(member)” of “\(round)”.")
        } else {
            try session.perform(LeaveSeat(account: account, round: round))
            Printing.line("“\(account)” has no seat in “\(round)”.")
        }
    }
}
