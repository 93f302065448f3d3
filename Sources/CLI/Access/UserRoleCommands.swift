import Access
import ArgumentParser
import Vocabulary

struct UserGrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant", abstract: "Give an account a role, at one commissioner or at all.",
        discussion: """
            What each role may do: remit user list --permissions

            Example: remit user grant a014 commissioning-manager --commissioner QWX --until 2027-03-31
            """)

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "The role.")
    var role: Role

    @Option(
        help: ArgumentHelp("Where it is held; administrators and observers may hold it at all.", valueName: "code"))
    var commissioner: OrganisationCode?

    @Option(help: ArgumentHelp("Its first day; else today.", valueName: "day"))
    var since: Day?

    @Option(help: ArgumentHelp("Its last day; else none is set.", valueName: "day"))
    var until: Day?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AccessSession(store)
        let grant = GrantRole(
            account: account, role: role, commissioner: commissioner, since: since ?? session.today, until: until)
        let book = try session.perform(grant)
        let holder = try session.account(account, in: book)
        guard let given = holder.grants.last else { return }
        Printing.line(
            "“\(account)” is \(given.inWords) from \(given.since.inWords)"
                + (given.until.map { " until \($0.inWords)." } ?? "."))
        session.warn(of: commissioner)
        if holder.state != .active {
            Printing.line("The account is \(holder.state.inWords): the role counts once it is active.")
        }
    }
}

struct UserWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a role from an account, at once.",
        discussion: "Example: remit user withdraw a014 analyst --commissioner QWX")

    @Argument(help: "The account's short name.")
    var account: Slug

    @Argument(help: "The role.")
    var role: Role

    @Option(help: ArgumentHelp("Where it is held; none where it is held at all of them.", valueName: "code"))
    var commissioner: OrganisationCode?

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let session = try AccessSession(store)
        try session.perform(WithdrawRole(account: account, role: role, commissioner: commissioner))
        let place = commissioner?.description ?? "all commissioners"
        Printing.line("“\(account)” is no longer \(role.inWords) at \(place).")
    }
}
