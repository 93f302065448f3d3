import Access
import Credentials
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Sessions, passwords and tokens once somebody is in.
struct SessionTests {
    private static let start = AccessExample.start
    private static let id = AccessExample.administrator

    @Test func `a session ends after half an hour without a sign of life`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token()
        #expect(try example.desk.session(token, at: Self.start.after(minutes: 29)) != nil)
        #expect(try example.desk.session(token, at: Self.start.after(minutes: 58)) != nil)
        #expect(try example.desk.session(token, at: Self.start.after(minutes: 88)) == nil)
    }

    @Test func `a session ends after twelve hours in any case`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token()
        for minute in stride(from: 20, to: 720, by: 20) {
            #expect(try example.desk.session(token, at: Self.start.after(minutes: minute)) != nil)
        }
        #expect(try example.desk.session(token, at: Self.start.after(minutes: 720)) == nil)
    }

    @Test func `what is no session's token opens nothing`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token()
        let id = try #require(try example.desk.session(token, at: Self.start)).id
        for other in ["", id, token + "A", String(token.dropLast()), SecretToken().text] {
            #expect(try example.desk.session(other, at: Self.start) == nil)
        }
    }

    @Test func `each session has its own token for forms`() throws {
        let example = try AccessExample.inMemory()
        let sessions = try [example.token(), example.token()].map { try example.desk.session($0, at: Self.start) }
        #expect(Set(sessions.map { $0?.formToken }).count == 2)
        #expect(sessions[0]?.formToken.count == 43)
        #expect(try example.desk.sessions(of: Self.id, at: Self.start).count == 2)
    }

    @Test func `one session is ended by its account only; all are ended by either`() throws {
        let example = try AccessExample.inMemory()
        let desk = example.desk
        let (first, second, third) = try (example.token(), example.token(), example.token())
        let id = try #require(try desk.session(first, at: Self.start)).id
        try desk.end(session: id, of: AccessExample.analyst)
        #expect(try desk.session(first, at: Self.start) != nil)
        try desk.end(session: id, of: Self.id)
        #expect(try desk.session(first, at: Self.start) == nil)
        let kept = try #require(try desk.session(second, at: Self.start)).id
        #expect(try desk.endSessions(of: Self.id, besides: kept) == 1)
        #expect(try desk.session(second, at: Self.start) != nil)
        #expect(try desk.session(third, at: Self.start) == nil)
        #expect(try desk.endAllSessions() == 1)
        #expect(try desk.sessions(at: Self.start) == [])
    }

    @Test func `a suspended account is out at once, and what it had does not come back`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token("amir.oakes@wexbourne.example")
        try example.perform(SuspendAccount(account: AccessExample.analyst))
        #expect(try example.desk.session(token, at: Self.start) == nil)
        try example.perform(RestoreAccount(account: AccessExample.analyst))
        #expect(try example.desk.session(token, at: Self.start) == nil)
        #expect(refused { _ = try example.token("amir.oakes@wexbourne.example") } == nil)
    }

    @Test func `a password is changed by who knows it, and ends all other sessions`() throws {
        let example = try AccessExample.inMemory()
        let desk = example.desk
        let (mine, other) = try (example.token(), example.token())
        let kept = try #require(try desk.session(mine, at: Self.start)).id
        func change(_ old: String, _ new: String) -> String? {
            refused { try desk.changePassword(of: Self.id, from: old, to: new, keeping: kept, at: Self.start) }
        }
        #expect(change("wrong", "tulips, ink & 7 boats") == "password-wrong")
        #expect(change(AccessExample.password, "short") == "password-short")
        #expect(change(AccessExample.password, AccessExample.password) == "password-same")
        #expect(change(AccessExample.password, "Rosa Quillfeather") == "password-known")
        #expect(change(AccessExample.password, "tulips, ink & 7 boats") == nil)
        #expect(try desk.session(mine, at: Self.start) != nil)
        #expect(try desk.session(other, at: Self.start) == nil)
        #expect(refused { _ = try example.token() } == "sign-in-failed")
        #expect(refused { _ = try example.token(AccessExample.email, "tulips, ink & 7 boats") } == nil)
        for _ in 0..<5 { #expect(change("wrong", "another long password") == "password-wrong") }
        #expect(change("tulips, ink & 7 boats", "another long password") == "password-wrong", "too many tries")
    }

    @Test func `whoever runs the installation sets a password, which ends all sessions`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token()
        func set(_ password: String, _ id: Slug) -> String? {
            refused {
                try example.desk.setPassword(password, of: id, by: AccessExample.operating, at: Self.start)
            }
        }
        #expect(set("short", Self.id) == "password-short")
        #expect(set("tulips, ink & 7 boats", Slug("nobody")!) == "no-such-account")
        #expect(try example.desk.session(token, at: Self.start) != nil)
        #expect(set("tulips, ink & 7 boats", Self.id) == nil)
        #expect(try example.desk.session(token, at: Self.start) == nil)
        #expect(try example.desk.passwordChangedAt(of: Self.id) == Self.start)
    }

    @Test func `a link sets a password once, within a week, and makes an invited account active`() throws {
        let example = try AccessExample.inMemory()
        let (desk, id) = (example.desk, Slug("a003")!)
        try example.add(id, "Ines Marrow", "ines@wexbourne.example", .observer, nil, password: nil)
        let (old, link) = try (
            desk.makePasswordLink(for: id, as: nil, at: Self.start),
            desk.makePasswordLink(for: id, as: Self.id, at: Self.start)
        )
        #expect(try desk.account(ofPasswordLink: old, at: Self.start) == nil, "the earlier one ended")
        #expect(try desk.account(ofPasswordLink: link, at: Self.start)?.id == id)
        #expect(try desk.account(ofPasswordLink: link, at: Self.start.after(minutes: 7 * 1_440)) == nil)
        func set(_ password: String) -> String? {
            refused { try desk.setPassword(password, byLink: link, at: Self.start) }
        }
        #expect(set("ines@wexbourne.example") == "password-known")
        #expect(set("tulips, ink & 7 boats") == nil)
        #expect(set("another long password") == "link-over")
        #expect(try desk.book().accounts[id]?.state == .active)
        #expect(try desk.acts(of: id).last?.author.description == "a003")
        #expect(refused { _ = try example.token("ines@wexbourne.example", "tulips, ink & 7 boats") } == nil)
    }

    @Test func `an administrator of one commissioner makes no link to an account that reaches further`() throws {
        let example = try AccessExample.inMemory()
        let (local, other) = (Slug("a003")!, Slug("a004")!)
        try example.add(local, "Ines Marrow", "ines@wexbourne.example", .administrator, OrganisationCode("QWX")!)
        try example.add(other, "Jo Fell", "jo@wexbourne.example", .analyst, OrganisationCode("QWX")!)
        func link(_ id: Slug, as visitor: Slug) -> String? {
            refused { _ = try example.desk.makePasswordLink(for: id, as: visitor, at: Self.start) }
        }
        #expect(link(other, as: local) == nil)
        try example.perform(
            GrantRole(account: other, role: .observer, commissioner: nil, since: Self.start.inLondon.day))
        #expect(link(other, as: local) == "beyond-your-reach")
        #expect(link(Self.id, as: local) == "beyond-your-reach")
        #expect(link(Self.id, as: other) == "beyond-your-reach")
        #expect(link(other, as: Self.id) == nil)
    }

    @Test func `a token is for what it names, until it ends`() throws {
        let example = try AccessExample.inMemory()
        let (desk, id, name) = (example.desk, AccessExample.analyst, Slug("reporting")!)
        let text = try desk.makeToken(
            of: id, named: name, scopes: [.readRounds, .readContracts], days: 30, at: Self.start)
        #expect(text.hasPrefix("remit_") && text.count == 49)
        let held = try #require(try desk.token(text, at: Self.start))
        #expect(held.account == id && held.name == name)
        #expect(held.scopes == [.readContracts, .readRounds])
        #expect(try desk.tokens(of: id, at: Self.start).map(\.lastUsedAt) == [Self.start])
        #expect(try desk.token(text, at: Self.start.after(minutes: 30 * 1_440)) == nil)
        #expect(try desk.token(String(text.dropFirst(6)), at: Self.start) == nil)
        #expect(try desk.session(String(text.dropFirst(6)), at: Self.start) == nil, "a token is no session")
        try desk.endToken(name, of: id)
        #expect(try desk.token(text, at: Self.start) == nil)
        #expect(refused { try desk.endToken(name, of: id) } == "no-such-token")
    }

    @Test func `a token gives nothing while its account may hold none`() throws {
        let example = try AccessExample.inMemory()
        let (desk, id) = (example.desk, AccessExample.analyst)
        let text = try desk.makeToken(of: id, named: Slug("t")!, scopes: [.readContracts], at: Self.start)
        try example.perform(SuspendAccount(account: id))
        #expect(try desk.token(text, at: Self.start) == nil)
        try example.perform(RestoreAccount(account: id))
        #expect(try desk.token(text, at: Self.start) != nil)
        try example.perform(WithdrawRole(account: id, role: .analyst, commissioner: OrganisationCode("QWX")!))
        #expect(try desk.token(text, at: Self.start) == nil)
    }

    @Test func `a token that makes no sense is refused`() throws {
        let example = try AccessExample.inMemory()
        func make(_ scopes: [Permission], days: Int = 30, of id: Slug = AccessExample.analyst) -> String? {
            refused {
                _ = try example.desk.makeToken(of: id, named: Slug("t")!, scopes: scopes, days: days, at: Self.start)
            }
        }
        #expect(make([]) == "scopes-missing")
        for scope in [Permission.manageOwnAccount, .useAPI] {
            #expect(make([scope]) == "scope-not-for-tokens")
        }
        #expect(make([.readContracts], days: 0) == "token-days-invalid")
        #expect(make([.readContracts], days: 366) == "token-days-invalid")
        #expect(make([.readContracts], of: Slug("nobody")!) == "no-such-account")
        #expect(make([.readContracts]) == nil)
        #expect(make([.readContracts]) == "token-exists")
    }
}
