import Access
import Credentials
import GRDB
package import Vocabulary

/// What came of an e-mail address and a password that are right.
package enum Admission: Hashable, Sendable {
    /// In: what the session's cookie is to hold.
    case session(token: String)
    /// A code is asked for next; what the browser is to bring with it.
    case code(ticket: String)
}

extension AccessDesk {
    /// Signs somebody in with a password.
    ///
    /// Whatever is wrong, the refusal is the same and so is the work: one hash is made, also where there is no such
    /// account, where it may not sign in, and where there were too many failures. (Where the cost of hashes was raised,
    /// an account that has not signed in since differs by the work of its old hash.)
    ///
    /// - Complexity: takes some tenths of a second and 32 MB.
    /// - Throws: `Refusal` of kind `permission`: `sign-in-failed`.
    package func signIn(email: String, password: String, at moment: Moment) throws -> Admission {
        let name = SignInName(email)
        let (attempt, held) = try store.write { db in
            let account = try account(named: name, db)
            return (
                try SignInFailures.begin(name.digest, at: moment, db),
                try account.flatMap { account in try CredentialRows.of(account.id, db).map { (account, $0) } }
            )
        }
        let hash = held?.1.hash ?? .ofNothing(cost: cost)
        let isRight = hash.holds(password)
        guard isRight, let attempt, let (account, _) = held, account.state == .active else {
            throw AccessDesk.failed
        }
        if hash.needsRehash(to: cost) {
            let better = PasswordHash(of: password, cost: cost)
            try store.write { db in try CredentialRows.replace(hash, by: better, of: account.id, db) }
        }
        return try store.write { db in
            // As it stands now: it may have been suspended, or given a second factor, while the hash was made.
            guard try AccessRows.book(under: rules, db).accounts[account.id]?.state == .active,
                let now = try CredentialRows.of(account.id, db), now.changedAt == held?.1.changedAt
            else { throw AccessDesk.failed }
            if now.secret != nil {
                try SignInFailures.takeBack(attempt, db)
                let ticket = SecretToken()
                try keep(ticket, for: account.id, .code, lasting: AccessLimits.codeTicket, at: moment, db)
                return .code(ticket: ticket.text)
            }
            try SignInFailures.forget(name.digest, db)
            return .session(token: try begin(account.id, .password, at: moment, db).text)
        }
    }

    /// Signs somebody in with a code, once the password was right or a provider has vouched for them: six digits of an
    /// app, or a recovery code.
    ///
    /// - Returns: what the session's cookie is to hold.
    /// - Throws: `Refusal` of kind `permission`: `code-wrong`, where it may be tried again; `sign-in-failed`, where the
    ///   ticket is over or there were too many failures, and one begins anew with the password.
    package func finish(ticket: String, code: String, at moment: Moment) throws -> String {
        let found: Result<String, Refusal> = try store.write { db in
            guard let ticket = SecretToken(ticket),
                let (account, isVouchedFor) = try holder(ofCode: ticket, at: moment, db), account.state == .active,
                let email = try PersonalTexts.text(of: account.email, db)
            else { return .failure(AccessDesk.failed) }
            let name = SignInName(email).digest
            guard try SignInFailures.begin(name, at: moment, db) != nil else {
                try CredentialRows.endTickets(of: account.id, db)
                return .failure(AccessDesk.failed)
            }
            guard let way = try use(code, of: account.id, at: moment, db) else {
                return .failure(AccessDesk.wrongCode)
            }
            try SignInFailures.forget(name, db)
            try end(ticket, db)
            return .success(try begin(account.id, isVouchedFor ? .openIDAndCode : way, at: moment, db).text)
        }
        // A failure is counted although it is one.
        return try found.get()
    }

    private func holder(
        ofCode ticket: SecretToken, at moment: Moment, _ db: Database
    ) throws -> (account: Account, isVouchedFor: Bool)? {
        if let account = try holder(of: ticket, .code, at: moment, db) { return (account, false) }
        return try holder(of: ticket, .openIDCode, at: moment, db).map { ($0, true) }
    }

    /// - Returns: how the code was right; nil where it was not.
    private func use(_ code: String, of account: Slug, at moment: Moment, _ db: Database) throws -> SessionHeld.Way? {
        guard let credential = try CredentialRows.of(account, db), let secret = credential.secret else { return nil }
        if let step = secret.step(of: code, at: moment, after: credential.lastStep) {
            return try CredentialRows.use(step: step, of: account, db) ? .code : nil
        }
        guard let recovery = RecoveryCode(code) else { return nil }
        return try CredentialRows.use(recovery, of: account, db) ? .recoveryCode : nil
    }

    /// The account that signs in under a name; closed ones have none.
    func account(named name: SignInName, _ db: Database) throws -> Account? {
        for account in try AccessRows.book(under: rules, db).accounts.values where account.state != .closed {
            if let text = try PersonalTexts.text(of: account.email, db), SignInName(text) == name { return account }
        }
        return nil
    }

    static let failed = Refusal(
        .permission, code: "sign-in-failed",
        "You could not be signed in: the e-mail address or the password is wrong, or there were too many tries.",
        remedy: "Check both; after five tries, try again later, in \(AccessLimits.failureWindow / 60) minutes.")

    static let wrongCode = Refusal(
        .permission, code: "code-wrong", "The code is wrong, or was used before.",
        remedy: "Enter the code that your app shows now, or one of your recovery codes.")
}
