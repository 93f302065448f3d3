import Access
import Rulebook
import Store
import Synchronization
import Vocabulary

@testable import Web

/// Accounts and sessions in memory, with passwords as they are typed: what the site asks of a doorkeeper, quickly.
final class TestDoorkeeper: Doorkeeper {
    struct Held {
        var book = AccessBook()
        var texts: [Personal: String] = [:]
        var passwords: [Slug: String] = [:]
        var factors: Set<Slug> = []
        var sessions: [String: VisitorSession] = [:]
        /// Of a cookie whose session ended by itself.
        var ended: [String: VisitorSession] = [:]
        var made = 0
        /// How often somebody asked for something, and not a page by itself.
        var uses = 0
        var tokens: [AccessTokenHeld] = []
    }

    let held = Mutex(Held())
    let shortestPassword = 12
    static let password = "correct horse battery"
    static let code = "123456"
    static let secret = "JBSWY3DPEHPK3PXP"
    static let day = Day("2025-01-01")!

    /// An account for each role at one commissioner, by the role's own name (`commissioning-manager`); administrators at
    /// all; `manager` with all that people of a commissioner hold; `newcomer` with no role.
    init(commissioner: OrganisationCode) {
        for role in Role.allCases {
            let place: OrganisationCode? = role == .administrator ? nil : commissioner
            add(
                TestDoorkeeper.id(of: role), [Grant(role: role, commissioner: place, since: TestDoorkeeper.day)])
        }
        let most: [Role] = [.commissioningManager, .governanceLead, .analyst, .administrator]
        add(
            "manager", most.map { Grant(role: $0, commissioner: commissioner, since: TestDoorkeeper.day) })
        add("newcomer", [])
    }

    static func id(of role: Role) -> String {
        role.inWords.replacing(" ", with: "-")
    }

    func add(_ id: String, _ grants: [Grant], name: String? = nil, state: Account.State = .active) {
        held.withLock { held in
            let slug = Slug(id)!
            var account = Account(
                id: slug, name: keep(name ?? "Name of \(id)", &held), email: keep("\(id)@wexbourne.example", &held),
                state: state, addedOn: TestDoorkeeper.day)
            account.grants = grants
            held.book.accounts[slug] = account
            held.passwords[slug] = TestDoorkeeper.password
        }
    }

    private func keep(_ text: String, _ held: inout Held) -> Personal {
        held.made += 1
        var bytes = [UInt8](repeating: 0, count: 30)
        bytes += [UInt8(held.made >> 8), UInt8(held.made & 255)]
        let personal = Personal(digest: EvidenceID(bytes: bytes))
        held.texts[personal] = text
        return personal
    }

    /// What the cookie of a session of the account holds, begun if there is none.
    func token(of account: String) -> String {
        held.withLock { held in
            if held.sessions["token-\(account)"] == nil {
                held.sessions["token-\(account)"] = VisitorSession(
                    id: "session-\(account)", account: Slug(account)!, csrf: "csrf-\(account)",
                    startedAt: Served.moment, lastSeenAt: Served.moment, how: "with a password")
            }
            return "token-\(account)"
        }
    }

    func people() throws -> PeopleHeld { held.withLock { PeopleHeld(book: $0.book, texts: $0.texts) } }

    private static let failed = Refusal(
        .permission, code: "sign-in-failed", "The e-mail address or the password is not right.",
        remedy: "Try again later.")

    func signIn(email: String, password: String, at moment: Moment) throws -> Admission {
        try held.withLock { held in
            let account = held.book.accounts.values.first { held.texts[$0.email] == email.lowercased() }
            guard let account, account.state == .active, held.passwords[account.id] == password else {
                throw TestDoorkeeper.failed
            }
            if held.factors.contains(account.id) { return .code(ticket: "ticket-\(account.id)") }
            return .session(token: begin(account.id, &held, moment))
        }
    }

    private func begin(_ account: Slug, _ held: inout Held, _ moment: Moment) -> String {
        held.made += 1
        let token = "made-\(held.made)"
        held.sessions[token] = VisitorSession(
            id: "id-\(held.made)", account: account, csrf: "csrf-\(held.made)", startedAt: moment, lastSeenAt: moment,
            how: "with a password")
        return token
    }

    func finish(ticket: String, code: String, at moment: Moment) throws -> String {
        try held.withLock { held in
            guard ticket.hasPrefix("ticket-"), let account = Slug(ticket.dropFirst(7)) else {
                throw TestDoorkeeper.failed
            }
            guard code == TestDoorkeeper.code else {
                throw Refusal(.permission, code: "code-wrong", "The code is wrong, or was used before.")
            }
            return begin(account, &held, moment)
        }
    }

    func session(_ token: String, at moment: Moment, isUse: Bool) throws -> VisitorSession? {
        held.withLock { held in
            if isUse { held.uses += 1 }
            return held.sessions[token]
        }
    }

    func endedSession(_ token: String, at moment: Moment) throws -> VisitorSession? {
        held.withLock { $0.ended[token] }
    }

    /// Ends the session of an account as the clock does.
    func lapse(_ account: String) {
        held.withLock { held in held.ended["token-\(account)"] = held.sessions.removeValue(forKey: "token-\(account)") }
    }

    func sessions(of account: Slug, at moment: Moment) throws -> [VisitorSession] {
        held.withLock { held in held.sessions.values.filter { $0.account == account }.sorted { $0.id < $1.id } }
    }

    func end(session id: String, of account: Slug) throws {
        held.withLock { held in
            held.sessions = held.sessions.filter { $0.value.id != id || $0.value.account != account }
        }
    }

    func endAll(of account: Slug, besides id: String?) throws {
        held.withLock { held in
            held.sessions = held.sessions.filter { $0.value.account != account || $0.value.id == id }
        }
    }

    func passwordChangedAt(of account: Slug) throws -> Moment? { Served.moment }

    func changePassword(
        of account: Slug, from old: String, to new: String, keeping id: String, at moment: Moment
    ) throws {
        guard held.withLock({ $0.passwords[account] }) == old else {
            throw Refusal(.permission, code: "password-wrong", "That is not your password.")
        }
        guard new.count >= shortestPassword else {
            throw Refusal(.input, code: "password-short", "The password has fewer than 12 characters.")
        }
        held.withLock { $0.passwords[account] = new }
        try endAll(of: account, besides: id)
    }

    func makePasswordLink(for account: Slug, as visitor: Slug?, at moment: Moment) throws -> String {
        "link-\(account)"
    }

    func account(ofPasswordLink link: String, at moment: Moment) throws -> Account? {
        held.withLock { held in
            link.hasPrefix("link-") ? Slug(link.dropFirst(5)).flatMap { held.book.accounts[$0] } : nil
        }
    }

    func setPassword(_ password: String, byLink link: String, at moment: Moment) throws {
        guard let account = try account(ofPasswordLink: link, at: moment) else {
            throw Refusal(.permission, code: "link-over", "This link was used before, or is too old.")
        }
        guard password.count >= shortestPassword else {
            throw Refusal(.input, code: "password-short", "The password has fewer than 12 characters.")
        }
        held.withLock { held in
            held.passwords[account.id] = password
            held.book.accounts[account.id]?.state = .active
        }
    }

    func address(of secret: String, for account: SignedIn) -> String? {
        secret == TestDoorkeeper.secret ? "otpauth://totp/Remit:x?secret=\(secret)" : nil
    }

    func hasSecondFactor(_ account: Slug) throws -> Bool { held.withLock { $0.factors.contains(account) } }

    func newSecret(for account: SignedIn) throws -> (secret: String, address: String) {
        (TestDoorkeeper.secret, "otpauth://totp/Remit:x?secret=\(TestDoorkeeper.secret)&issuer=Remit")
    }

    func turnOn(secret: String, code: String, of account: Slug, at moment: Moment) throws -> [String] {
        guard code == TestDoorkeeper.code else { throw Refusal(.permission, code: "code-wrong", "The code is wrong.") }
        held.withLock { _ = $0.factors.insert(account) }
        return ["aaaa-bbbb", "cccc-dddd"]
    }

    func turnOffSecondFactor(of account: Slug, password: String, at moment: Moment) throws {
        guard held.withLock({ $0.passwords[account] }) == password else {
            throw Refusal(.permission, code: "password-wrong", "That is not your password.")
        }
        held.withLock { _ = $0.factors.remove(account) }
    }

    /// `remit_manager` is a token of `manager` for everything, `remit_manager.readRounds.weigh` for these two.
    func token(_ text: String, at moment: Moment) throws -> AccessTokenHeld? {
        guard text.hasPrefix("remit_") else { return nil }
        let parts = text.dropFirst(6).split(separator: ".").map(String.init)
        guard let first = parts.first, let account = Slug(first), held.withLock({ $0.book.accounts[account] }) != nil
        else { return nil }
        let scopes = parts.dropFirst().compactMap { Permission(rawValue: $0) }
        return AccessTokenHeld(
            account: account, name: Slug("test")!, scopes: parts.count == 1 ? AccessTokenHeld.possibleScopes : scopes,
            madeAt: Served.moment, endsAt: Served.moment)
    }

    func tokens(of account: Slug, at moment: Moment) throws -> [AccessTokenHeld] {
        held.withLock { $0.tokens.filter { $0.account == account } }
    }

    func makeToken(of account: Slug, named name: Slug, scopes: [Permission], days: Int, at moment: Moment) throws
        -> String
    {
        try held.withLock { held in
            guard !held.tokens.contains(where: { $0.account == account && $0.name == name }) else {
                throw Refusal(.rule, code: "token-exists", "“\(account)” has a token “\(name)” already.")
            }
            held.tokens.append(
                AccessTokenHeld(account: account, name: name, scopes: scopes, madeAt: moment, endsAt: moment))
            return "remit_\(account)"
        }
    }

    func endToken(_ name: Slug, of account: Slug) throws {
        try held.withLock { held in
            let before = held.tokens.count
            held.tokens.removeAll { $0.account == account && $0.name == name }
            guard held.tokens.count < before else {
                throw Refusal(.usage, code: "no-such-token", "“\(account)” has no token “\(name)”.")
            }
        }
    }

    func perform(
        by account: Account, at moment: Moment,
        _ make: (_ keep: (String) throws -> Personal, _ book: AccessBook) throws -> [any AccessAct]
    ) throws {
        let book = try people().book
        let acts = try make({ text in self.held.withLock { held in self.keep(text, &held) } }, book)
        var after = book
        for act in acts {
            after = try act.decide(AccessBefore(book: after, rulebook: .shipped), by: account.author, at: moment)
        }
        held.withLock { [after] held in held.book = after }
    }
}
