package import Access
import Credentials
import GRDB
package import Vocabulary

extension AccessDesk {
    /// The fewest characters that a password may have, for saying so beside the field.
    package static let shortestPassword = NewPassword.shortest

    /// When an account's password was last set; nil where it has none.
    package func passwordChangedAt(of account: Slug) throws -> Moment? {
        try store.read { db in try CredentialRows.of(account, db)?.changedAt }
    }

    /// Sets a password without the one before, as whoever runs the installation may; an account that is invited becomes
    /// active by it.
    ///
    /// Ends the account's sessions; a second factor and access tokens stay.
    ///
    /// - Throws: `Refusal`: `no-such-account`, `account-closed`, or why the password is refused (`password-…`).
    package func setPassword(_ password: String, of id: Slug, by author: Author, at moment: Moment) throws {
        let account = try store.read { db in try openAccount(id, db) }
        try check(password, for: account)
        let hash = PasswordHash(of: password, cost: cost)
        try store.write { db in try set(hash, of: id, by: author, at: moment, db) }
    }

    /// Adds an account with a password, so that its holder can sign in at once.
    ///
    /// - Parameter acts: what makes the account and gives it roles, in the order of `perform`.
    /// - Throws: as `perform` and `setPassword`, and then nothing has changed.
    @discardableResult
    package func add(
        _ id: Slug, password: String?, by author: Author, at moment: Moment,
        _ make: (AccessTexts, AccessBook) throws -> [any AccessAct]
    ) throws -> AccessBook {
        // The hash takes its time before anything is locked.
        let hash = try password.map { password in
            try NewPassword.check(password, besides: [id.description])
            return PasswordHash(of: password, cost: cost)
        }
        return try store.write { db in
            var book = try performAll(by: author, at: moment, db, make)
            guard let hash, let password, let account = book.accounts[id] else { return book }
            try NewPassword.check(password, besides: try texts(of: account, db))
            try set(hash, of: id, by: author, at: moment, db)
            book = try AccessRows.book(under: rules, db)
            return book
        }
    }

    /// Changes one's own password, and ends all other sessions.
    ///
    /// - Parameter id: the session that goes on; nil where none does.
    /// - Throws: `Refusal`: `password-wrong`, also after too many failures; or why the new one is refused (`password-…`).
    package func changePassword(
        of account: Slug, from old: String, to new: String, keeping id: String?, at moment: Moment
    ) throws {
        let held = try require(password: old, of: account, at: moment)
        try check(new, for: held)
        guard new != old else {
            throw Refusal(
                .input, code: "password-same", "That is the password that you have.", remedy: "Choose another one.")
        }
        let hash = PasswordHash(of: new, cost: cost)
        try store.write { db in
            guard try openAccount(account, db).state == .active else { throw AccessDesk.wrongPassword }
            try CredentialRows.set(hash, of: account, at: moment, db)
            try CredentialRows.endSessions(of: account, besides: id, db)
            try CredentialRows.endTickets(of: account, db)
        }
    }

    /// Makes a link by which the account's holder sets a password, once, within a week; earlier ones end.
    ///
    /// Whoever has the link can sign in as that account: so only who may suspend it may make one.
    ///
    /// - Parameter visitor: whose right to it is judged; nil for whoever runs the installation from its own machine.
    /// - Returns: what the link is to hold.
    /// - Throws: `Refusal`: `no-such-account`, `account-closed`, `beyond-your-reach`; `account-suspended` of kind `rule`.
    package func makePasswordLink(
        for id: Slug, as visitor: Slug?, at moment: Moment, judgedBy accessRules: AccessRules = .shipped
    ) throws -> String {
        try store.write { db in
            if let visitor {
                try AccessDesk.require(
                    visitor, toDo: SuspendAccount(account: id), in: AccessRows.book(under: rules, db),
                    by: accessRules, on: moment.inLondon.day)
            }
            guard try openAccount(id, db).state != .suspended else {
                throw Refusal(
                    .rule, code: "account-suspended", "The account “\(id)” is suspended.",
                    remedy: "Restore it first: remit user restore \(id)")
            }
            try CredentialRows.endTickets(of: id, db)
            let ticket = SecretToken()
            try keep(ticket, for: id, .password, lasting: AccessLimits.passwordLink, at: moment, db)
            return ticket.text
        }
    }

    /// Whose password a link sets; nil where there is no such link, it was used, or it is over.
    package func account(ofPasswordLink link: String, at moment: Moment) throws -> Account? {
        guard let ticket = SecretToken(link) else { return nil }
        return try store.read { db in
            try holder(of: ticket, .password, at: moment, db).flatMap { account in
                account.state == .invited || account.state == .active ? account : nil
            }
        }
    }

    /// Sets the password of the account whose link it is; its sessions end, and the link with them.
    ///
    /// An account that is invited becomes active by it, as an act of its holder's.
    ///
    /// - Throws: `Refusal`: `link-over` of kind `permission`, or why the password is refused (`password-…`).
    package func setPassword(_ password: String, byLink link: String, at moment: Moment) throws {
        let over = Refusal(
            .permission, code: "link-over", "This link was used before, or is too old.",
            remedy: "Ask an administrator for another one.")
        guard let ticket = SecretToken(link), let account = try account(ofPasswordLink: link, at: moment) else {
            throw over
        }
        try check(password, for: account)
        let hash = PasswordHash(of: password, cost: cost)
        try store.write { db in
            guard let now = try holder(of: ticket, .password, at: moment, db),
                now.state == .invited || now.state == .active
            else { throw over }
            try set(hash, of: now.id, by: now.author, at: moment, db)
        }
    }

    private func set(
        _ hash: PasswordHash, of id: Slug, by author: Author, at moment: Moment, _ db: Database
    ) throws {
        let account = try openAccount(id, db)
        try CredentialRows.set(hash, of: id, at: moment, db)
        try CredentialRows.endSessions(of: id, db)
        try CredentialRows.endTickets(of: id, db)
        // Whoever has lost count may sign in with the new one at once.
        if let email = try PersonalTexts.text(of: account.email, db) {
            try SignInFailures.forget(SignInName(email).digest, db)
        }
        if account.state == .invited { _ = try perform(ActivateAccount(account: id), by: author, at: moment, db) }
    }

    private func check(_ password: String, for account: Account) throws {
        try NewPassword.check(password, besides: try store.read { db in try texts(of: account, db) })
    }

    /// Name and address, as others know them.
    private func texts(of account: Account, _ db: Database) throws -> [String] {
        try [account.name, account.email].compactMap { try PersonalTexts.text(of: $0, db) }
    }

    /// That somebody who is signed in knows the password still; failures count as those at the door do.
    ///
    /// - Throws: `Refusal` of kind `permission`: `password-wrong`, also where there were too many failures.
    func require(password: String, of id: Slug, at moment: Moment) throws -> Account {
        let (name, attempt, held) = try store.write { db in
            let account = try AccessRows.book(under: rules, db).accounts[id]
            let email = try account.flatMap { try PersonalTexts.text(of: $0.email, db) } ?? id.description
            let name = SignInName(email).digest
            return (
                name, try SignInFailures.begin(name, at: moment, db),
                try account.flatMap { account in try CredentialRows.of(id, db).map { (account, $0.hash) } }
            )
        }
        let isRight = (held?.1 ?? .ofNothing(cost: cost)).holds(password)
        guard isRight, attempt != nil, let account = held?.0, account.state == .active else {
            throw AccessDesk.wrongPassword
        }
        try store.write { db in try SignInFailures.forget(name, db) }
        return account
    }

    static let wrongPassword = Refusal(
        .permission, code: "password-wrong", "That is not your password, or there were too many tries.",
        remedy: "Enter it again; after five tries, wait \(AccessLimits.failureWindow / 60) minutes.")
}
