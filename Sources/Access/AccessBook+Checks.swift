import Vocabulary

/// The checks that several acts of access make.
extension AccessBook {
    /// An account that may still be changed.
    ///
    /// - Throws: `Refusal`: of kind `usage`, `no-such-account`; of kind `rule`, `account-closed`.
    func requireOpen(_ id: Slug) throws(Refusal) -> Account {
        guard let account = accounts[id] else {
            throw Refusal(
                .usage, code: "no-such-account", "There is no account “\(id)”.",
                remedy: accounts.isEmpty ? "Add one with: remit user add" : "List the accounts with: remit user list")
        }
        if account.state == .closed {
            throw Refusal(
                .rule, code: "account-closed",
                "The account “\(id)” was closed" + (account.closedOn.map { " on \($0.inWords)" } ?? "") + ".",
                remedy: "A closed account stays closed: add another one.")
        }
        return account
    }

    /// That nobody gives something to themselves; only where nobody administers the installation yet, somebody may.
    ///
    /// - Throws: `Refusal` of kind `permission`: `own-account`.
    func requireAnother(than author: Author, for id: Slug, _ what: String, on day: Day) throws(Refusal) {
        guard author.description == id.description, !administrators(on: day).isEmpty else { return }
        throw Refusal(
            .permission, code: "own-account", "“\(id)” cannot \(what).",
            remedy: "Ask another administrator; where there is none, give another account the role first.")
    }

    /// The book with an account as it now is, where somebody still administers the installation if somebody did.
    ///
    /// - Throws: `Refusal` of kind `rule`: `last-administrator`.
    func replacing(_ account: Account, on day: Day) throws(Refusal) -> AccessBook {
        var book = self
        book.accounts[account.id] = account
        guard administrators(on: day).isEmpty || !book.administrators(on: day).isEmpty else {
            throw Refusal(
                .rule, code: "last-administrator",
                "“\(account.id)” is the last administrator of the whole installation.",
                remedy: "Make another active account administrator of all commissioners first.")
        }
        return book
    }
}

extension Account {
    /// From which state to which an account may go, and by which act.
    public static let transitions: [(from: State, by: String, to: State)] = [
        (.invited, ActivateAccount.name, .active), (.invited, SuspendAccount.name, .suspended),
        (.invited, CloseAccount.name, .closed), (.active, SuspendAccount.name, .suspended),
        (.active, CloseAccount.name, .closed), (.suspended, RestoreAccount.name, .invited),
        (.suspended, RestoreAccount.name, .active), (.suspended, CloseAccount.name, .closed),
    ]

    /// - Throws: `Refusal` of kind `rule`: `state-forbids`, where no transition of the act's leads from here to there.
    mutating func go(to next: State, by act: String, _ remedy: String? = nil) throws(Refusal) {
        guard Account.transitions.contains(where: { $0.from == state && $0.by == act && $0.to == next }) else {
            throw Refusal(
                .rule, code: "state-forbids", "The account “\(id)” is \(state.inWords).", remedy: remedy)
        }
        state = next
    }
}

extension Account.State {
    /// In a sentence: `suspended`.
    public var inWords: String {
        switch self {
        case .invited: "invited"
        case .active: "active"
        case .suspended: "suspended"
        case .closed: "closed"
        }
    }
}
