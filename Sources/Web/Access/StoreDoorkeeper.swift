import Access
import Store
import Synchronization
import Vocabulary

/// The doorkeeper in earnest: accounts, passwords and sessions as the store holds them.
final class StoreDoorkeeper: Doorkeeper {
    private let desk: AccessDesk
    /// Whose installation it is, as an authenticator names it.
    private let installation: String
    /// The accounts at a line of the journal, read again only when there is a later one about them.
    private let latest = Mutex<(line: Int, people: PeopleHeld)?>(nil)
    private let journal = JournalWatch()
    /// What was read of the file as it still is: whoever was let in is let in again without asking it, and nobody is
    /// whose session was ended meanwhile, or whose account was closed, by whomever.
    private let known = Mutex(Known())

    private struct Known {
        var people = AtVersion<PeopleHeld>()
        var sessions = AtVersion<[EvidenceID: SessionHeld]>()
    }

    /// So many sessions are kept in memory, of a few hundred bytes each.
    private static let mostSessions = 10_000

    init(_ desk: AccessDesk, installation: String) {
        self.desk = desk
        self.installation = installation
    }

    var shortestPassword: Int { AccessDesk.shortestPassword }

    func people() throws -> PeopleHeld { try people(at: desk.store.version()) }

    private func people(at version: Int?) throws -> PeopleHeld {
        if let known = known.withLock({ $0.people.value(at: version) }) { return known }
        let people = try peopleNow()
        known.withLock { $0.people.keep(people, at: version) }
        return people
    }

    private func peopleNow() throws -> PeopleHeld {
        let line = try desk.store.read { db in try journal.latest(db)[.access] }
        if let known = latest.withLock({ $0 }), known.line >= line { return known.people }
        let (book, texts) = try desk.people()
        let people = PeopleHeld(book: book, texts: texts)
        latest.withLock { $0 = (line, people) }
        return people
    }

    func signIn(email: String, password: String, at moment: Moment) throws -> Admission {
        try desk.signIn(email: email, password: password, at: moment)
    }

    func signIn(
        vouchedFor person: VouchedPerson, askingForCode asksForCode: Bool, at moment: Moment
    ) throws -> Admission {
        try desk.signIn(vouchedFor: person, askingForCode: asksForCode, at: moment)
    }

    func signInLinks(of account: Slug) throws -> [SignInLink] { try desk.signInLinks(of: account) }

    func unlink(_ account: Slug, issuer: String, as visitor: Slug, at moment: Moment) throws {
        try desk.unlink(account, issuer: issuer, as: visitor, at: moment)
    }

    func finish(ticket: String, code: String, at moment: Moment) throws -> String {
        try desk.finish(ticket: ticket, code: code, at: moment)
    }

    func session(_ token: String, at moment: Moment, isUse: Bool) throws -> VisitorSession? {
        try visit(token, at: moment, isUse: isUse, version: desk.store.version())?.session
    }

    func visit(
        _ token: String, at moment: Moment, isUse: Bool, version: Int?
    ) throws -> (session: VisitorSession, people: PeopleHeld)? {
        guard let id = AccessDesk.id(ofSession: token) else { return nil }
        guard let session = try session(id, at: version), session.stands(at: moment) else { return nil }
        let people = try people(at: version)
        guard people.book.accounts[session.account]?.state == .active else { return nil }
        if isUse { try desk.notice(session, at: moment) }
        return (StoreDoorkeeper.session(session), people)
    }

    private func session(_ id: EvidenceID, at version: Int?) throws -> SessionHeld? {
        if let known = known.withLock({ $0.sessions.value(at: version)?[id] }) { return known }
        guard let session = try desk.heldSession(id) else { return nil }
        known.withLock { known in
            known.sessions.change(at: version, from: [:]) { sessions in
                if sessions.count >= StoreDoorkeeper.mostSessions { sessions = [:] }
                sessions[id] = session
            }
        }
        return session
    }

    func endedSession(_ token: String, at moment: Moment) throws -> VisitorSession? {
        try desk.endedSession(token, at: moment).map { StoreDoorkeeper.session($0) }
    }

    func sessions(of account: Slug, at moment: Moment) throws -> [VisitorSession] {
        try desk.sessions(of: account, at: moment).map { StoreDoorkeeper.session($0) }
    }

    private static func session(_ held: SessionHeld) -> VisitorSession {
        VisitorSession(
            id: held.id, account: held.account, csrf: held.formToken, startedAt: held.startedAt,
            lastSeenAt: held.lastSeenAt, how: held.way.inWords)
    }

    func end(session id: String, of account: Slug) throws { try desk.end(session: id, of: account) }

    func endAll(of account: Slug, besides id: String?) throws { try desk.endSessions(of: account, besides: id) }

    func passwordChangedAt(of account: Slug) throws -> Moment? { try desk.passwordChangedAt(of: account) }

    func changePassword(
        of account: Slug, from old: String, to new: String, keeping id: String, at moment: Moment
    ) throws {
        try desk.changePassword(of: account, from: old, to: new, keeping: id, at: moment)
    }

    func makePasswordLink(for account: Slug, as visitor: Slug?, at moment: Moment) throws -> String {
        try desk.makePasswordLink(for: account, as: visitor, at: moment)
    }

    func account(ofPasswordLink link: String, at moment: Moment) throws -> Account? {
        try desk.account(ofPasswordLink: link, at: moment)
    }

    func setPassword(_ password: String, byLink link: String, at moment: Moment) throws {
        try desk.setPassword(password, byLink: link, at: moment)
    }

    func hasSecondFactor(_ account: Slug) throws -> Bool { try desk.hasSecondFactor(account) }

    func newSecret(for account: SignedIn) throws -> (secret: String, address: String) {
        AccessDesk.newSecret(for: account.email, at: installation)
    }

    func address(of secret: String, for account: SignedIn) -> String? {
        AccessDesk.address(of: secret, for: account.email, at: installation)
    }

    func turnOn(secret: String, code: String, of account: Slug, at moment: Moment) throws -> [String] {
        try desk.turnOnSecondFactor(secret: secret, code: code, of: account, at: moment)
    }

    func turnOffSecondFactor(of account: Slug, password: String, at moment: Moment) throws {
        try desk.turnOffSecondFactor(of: account, password: password, at: moment)
    }

    func token(_ text: String, at moment: Moment) throws -> AccessTokenHeld? { try desk.token(text, at: moment) }

    func tokens(of account: Slug, at moment: Moment) throws -> [AccessTokenHeld] {
        try desk.tokens(of: account, at: moment)
    }

    func makeToken(of account: Slug, named name: Slug, scopes: [Permission], days: Int, at moment: Moment) throws
        -> String
    {
        try desk.makeToken(of: account, named: name, scopes: scopes, days: days, at: moment)
    }

    func endToken(_ name: Slug, of account: Slug) throws { try desk.endToken(name, of: account) }

    func perform(
        by account: Account, at moment: Moment,
        _ make: (_ keep: (String) throws -> Personal, _ book: AccessBook) throws -> [any AccessAct]
    ) throws {
        try desk.perform(by: account.author, at: moment, as: account.id) { texts, book in
            try make({ text in try texts.keep(text) }, book)
        }
    }
}
