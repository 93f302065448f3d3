public import Access
public import Markup
public import Vocabulary

/// Asks once more before an account is closed, and says what is lost with it.
public struct CloseAccountPage: Page {
    public var token: FormToken
    public var account: Account
    public var name: String
    public var day: Day

    public init(token: FormToken, account: Account, name: String, day: Day) {
        self.token = token
        self.account = account
        self.name = name
        self.day = day
    }

    public var heading: String { "Close the account of \(name)?" }
    public var route: Route? { .closeAccount(account.id) }
    public var trail: [(name: String, route: Route)] {
        [("People", .people), (name, .personAccount(account.id))]
    }
    public var isOfAPosition: Bool { false }
    public var origin: String { "for those who work with it" }

    public func content(in shell: Shell) -> [Html] {
        let roles = account.grants.filter { $0.stands(on: day) }.map(\.inWords)
        let seats = account.seats.filter(\.isHeld).map { "member “\($0.member)” of the round “\($0.round)”" }
        let close = Form(
            to: Deed.close(account.id).destination, token: token, id: "close", label: "Close the account \(account.id)",
            button: .init("Close for good", .warning))
        return [
            .paragraph("A closed account stays closed: nobody can open it again.", class: "lede"),
            .list(
                [
                    .text("\(name) can no longer sign in, here or from elsewhere, and is signed out at once."),
                    "Their password, second factor and access tokens are removed.",
                    .text(
                        roles.isEmpty
                            ? "They hold no role." : "These roles end: \(roles.joined(separator: "; "))."),
                    .text(
                        seats.isEmpty
                            ? "They hold no seat in a round."
                            : "These seats are free again: "
                                + "\(seats.joined(separator: "; "))."),
                    "What they did stays on the record under the account’s short name.",
                ]),
            .paragraph("If they are only away for a while, suspend the account instead."),
            close.html,
            .paragraph(.link("Keep the account", to: Route.personAccount(account.id).destination())),
        ]
    }
}
