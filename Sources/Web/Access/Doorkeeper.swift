import Access
import Store
import Vocabulary

/// Knows who may come in, and remembers who has: accounts, passwords, sessions.
///
/// What it holds of secrets never leaves it; a refusal never tells whether an account exists.
protocol Doorkeeper: Sendable {
    var shortestPassword: Int { get }

    func people() throws -> PeopleHeld

    /// - Throws: `Refusal`, code `sign-in-failed`, in the same words whatever was wrong.
    func signIn(email: String, password: String, at moment: Moment) throws -> Admission
    /// For whom a provider elsewhere vouches.
    ///
    /// - Parameter asksForCode: true where an account with a second factor is asked for its code all the same.
    /// - Throws: `Refusal`, code `no-account-here`.
    func signIn(
        vouchedFor person: VouchedPerson, askingForCode asksForCode: Bool, at moment: Moment
    ) throws -> Admission
    /// Where else an account's holder signs in.
    func signInLinks(of account: Slug) throws -> [SignInLink]
    /// - Throws: `Refusal`: `not-linked`; `beyond-your-reach`, where the visitor may not.
    func unlink(_ account: Slug, issuer: String, as visitor: Slug, at moment: Moment) throws
    /// After the password, where a second factor is asked for.
    ///
    /// - Parameter ticket: what `signIn` gave.
    /// - Returns: what the session's cookie is to hold.
    /// - Throws: `Refusal`: `code-wrong` to be tried again, or `sign-in-failed` to begin anew.
    func finish(ticket: String, code: String, at moment: Moment) throws -> String

    /// The session of a cookie; nil where there is none, it has ended, or its account may not sign in any more.
    ///
    /// - Parameter isUse: false for what a page asks for by itself, which keeps no session alive.
    func session(_ token: String, at moment: Moment, isUse: Bool) throws -> VisitorSession?
    /// The same with the accounts as they stand.
    ///
    /// - Parameter version: of the store, told just before.
    func visit(
        _ token: String, at moment: Moment, isUse: Bool, version: Int?
    ) throws -> (session: VisitorSession, people: PeopleHeld)?
    /// The session of a cookie that ended by itself a short while ago; nil where there is none.
    func endedSession(_ token: String, at moment: Moment) throws -> VisitorSession?
    func sessions(of account: Slug, at moment: Moment) throws -> [VisitorSession]
    /// Does nothing where the account has no such session.
    func end(session id: String, of account: Slug) throws
    func endAll(of account: Slug, besides id: String?) throws

    func passwordChangedAt(of account: Slug) throws -> Moment?
    /// Ends all other sessions of the account.
    ///
    /// - Throws: `Refusal`: `password-wrong`, or why the new one is refused (`password-…`).
    func changePassword(of account: Slug, from old: String, to new: String, keeping id: String, at moment: Moment)
        throws

    /// Makes what a link holds by which somebody sets a password, once.
    ///
    /// - Throws: `Refusal`, where the account may have none.
    /// - Parameter visitor: who makes it; nil for the service itself, which was told to by somebody who might.
    func makePasswordLink(for account: Slug, as visitor: Slug?, at moment: Moment) throws -> String
    /// Whose password a link sets; nil where it is over.
    func account(ofPasswordLink link: String, at moment: Moment) throws -> Account?
    /// - Throws: `Refusal`: `link-over`, or why the password is refused (`password-…`).
    func setPassword(_ password: String, byLink link: String, at moment: Moment) throws

    func hasSecondFactor(_ account: Slug) throws -> Bool
    /// A new secret to be entered into an authenticator; it counts for nothing until it is turned on.
    func newSecret(for account: SignedIn) throws -> (secret: String, address: String)
    /// The address of a secret that was shown before; nil where it is none.
    func address(of secret: String, for account: SignedIn) -> String?
    /// - Returns: recovery codes, to be shown once.
    /// - Throws: `Refusal`, code `code-wrong`.
    func turnOn(secret: String, code: String, of account: Slug, at moment: Moment) throws -> [String]
    /// - Throws: `Refusal`, code `password-wrong`.
    func turnOffSecondFactor(of account: Slug, password: String, at moment: Moment) throws

    /// Whose token it is, which is thereby used; nil where it lets nobody in.
    func token(_ text: String, at moment: Moment) throws -> AccessTokenHeld?
    /// Those of an account that are not over, by name.
    func tokens(of account: Slug, at moment: Moment) throws -> [AccessTokenHeld]
    /// - Returns: the token, to be shown once.
    /// - Throws: `Refusal`, where the account may have no such token.
    func makeToken(of account: Slug, named name: Slug, scopes: [Permission], days: Int, at moment: Moment) throws
        -> String
    /// - Throws: `Refusal`, code `no-such-token`.
    func endToken(_ name: Slug, of account: Slug) throws

    /// Performs what `make` makes, in one transaction; it is given what keeps a text apart, and the accounts.
    ///
    /// - Parameter account: whose it is to do, and who may.
    func perform(
        by account: Account, at moment: Moment,
        _ make: (_ keep: (String) throws -> Personal, _ book: AccessBook) throws -> [any AccessAct]
    ) throws
}

extension Doorkeeper {
    func visit(
        _ token: String, at moment: Moment, isUse: Bool, version: Int?
    ) throws -> (session: VisitorSession, people: PeopleHeld)? {
        guard let session = try session(token, at: moment, isUse: isUse) else { return nil }
        return (session, try people())
    }

    /// The session of a cookie that somebody's own doing brought.
    func session(_ token: String, at moment: Moment) throws -> VisitorSession? {
        try session(token, at: moment, isUse: true)
    }
}
