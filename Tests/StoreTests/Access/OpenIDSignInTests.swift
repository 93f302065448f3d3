import Access
import Credentials
import Testing
import Vocabulary

@testable import Store

/// Signing in for whom a provider vouches.
struct OpenIDSignInTests {
    private static let start = AccessExample.start

    private func person(
        _ subject: String = "s-1", email: String? = AccessExample.email, roles: [VouchedPerson.Role] = []
    ) -> VouchedPerson {
        VouchedPerson(issuer: "https://id.example", subject: subject, email: email, roles: roles)
    }

    /// What the session's cookie is to hold.
    private func token(_ person: VouchedPerson, _ desk: AccessDesk) throws -> String? {
        guard case .session(let token) = try desk.signIn(vouchedFor: person, at: Self.start) else { return nil }
        return token
    }

    private func isRefused(_ person: VouchedPerson, _ desk: AccessDesk) throws -> Bool {
        do {
            _ = try desk.signIn(vouchedFor: person, at: Self.start)
            return false
        } catch let refusal as Refusal {
            return refusal.code == "no-account-here"
        }
    }

    @Test func `the first time an address finds the account, and later the subject alone`() throws {
        let desk = try AccessExample.inMemory().desk
        let token = try #require(try self.token(person(), desk))
        let session = try #require(try desk.session(token, at: Self.start))
        #expect(session.account == AccessExample.administrator && session.way == .openID)
        // The address is somebody else's by now, or none: the subject counts.
        let later = try #require(try self.token(person(email: "amir.oakes@wexbourne.example"), desk))
        #expect(try desk.session(later, at: Self.start)?.account == AccessExample.administrator)
        // Another subject with the same address gets nothing.
        #expect(try isRefused(person("s-2"), desk))
    }

    @Test func `who has no account here, or none that may sign in, is not let in`() throws {
        let example = try AccessExample.inMemory()
        #expect(try isRefused(person(email: nil), example.desk))
        #expect(try isRefused(person(email: "nobody@wexbourne.example"), example.desk))
        _ = try example.desk.signIn(vouchedFor: person("s-3", email: "amir.oakes@wexbourne.example"), at: Self.start)
        try example.perform(SuspendAccount(account: AccessExample.analyst))
        #expect(try isRefused(person("s-3", email: nil), example.desk))
    }

    @Test func `somebody invited becomes active, and groups give roles for the day`() throws {
        let example = try AccessExample.inMemory()
        let id = Slug("a003")!
        try example.add(
            id, "Ada Vale", "ada@wexbourne.example", .observer, OrganisationCode("QWX")!, password: nil)
        let roles = [
            VouchedPerson.Role(.observer, at: OrganisationCode("QWX")!),
            VouchedPerson.Role(.analyst, at: OrganisationCode("QWX")!),
        ]
        let ada = person("s-4", email: "Ada@Wexbourne.example", roles: roles)
        _ = try example.desk.signIn(vouchedFor: ada, at: Self.start)
        _ = try example.desk.signIn(vouchedFor: ada, at: Self.start)
        let account = try #require(try example.desk.book().accounts[id])
        let today = Self.start.inLondon.day
        #expect(account.state == .active && account.grants.count == 2)
        #expect(account.grants(on: today).map(\.role) == [.observer, .analyst])
        #expect(account.grants(on: today.adding(days: 1)).map(\.role) == [.observer])
    }

    @Test func `an administrator may link an account before its holder comes, once`() throws {
        let desk = try AccessExample.inMemory().desk
        try desk.link(AccessExample.analyst, issuer: "https://id.example", subject: "s-9", at: Self.start)
        let token = try #require(try self.token(person("s-9", email: nil), desk))
        #expect(try desk.session(token, at: Self.start)?.account == AccessExample.analyst)
        #expect(throws: Refusal.self) {
            try desk.link(AccessExample.administrator, issuer: "https://id.example", subject: "s-9", at: Self.start)
        }
        #expect(throws: Refusal.self) {
            try desk.link(AccessExample.analyst, issuer: "https://id.example", subject: "s-10", at: Self.start)
        }
    }

    @Test func `a link that was taken back lets nobody in, and ends what it began`() throws {
        let desk = try AccessExample.inMemory().desk
        let token = try #require(try self.token(person("s-5"), desk))
        #expect(try desk.signInLinks(of: AccessExample.administrator).map(\.subject) == ["s-5"])
        try desk.unlink(AccessExample.administrator, issuer: "https://id.example", at: Self.start)
        #expect(try desk.session(token, at: Self.start) == nil)
        #expect(try desk.signInLinks(of: AccessExample.administrator).isEmpty)
        #expect(try isRefused(person("s-5", email: nil), desk))
        #expect(
            refused { try desk.unlink(AccessExample.administrator, issuer: "https://id.example", at: Self.start) }
                == "not-linked")
        // The analyst administers nothing.
        #expect(
            refused {
                try desk.unlink(
                    AccessExample.administrator, issuer: "https://id.example", as: AccessExample.analyst,
                    at: Self.start)
            } == "beyond-your-reach")
    }

    @Test(arguments: [("id.example", "s-1"), ("https://", "s-1"), ("https://id.example", ""), ("https://i d", "s")])
    func `an issuer or a subject of another form is not linked`(issuer: String, subject: String) throws {
        let desk = try AccessExample.inMemory().desk
        let code = refused { try desk.link(AccessExample.analyst, issuer: issuer, subject: subject, at: Self.start) }
        #expect(code == "issuer-invalid" || code == "subject-invalid")
    }

    @Test func `a second factor is asked for after the provider unless the provider is trusted for it`() throws {
        let example = try AccessExample.inMemory()
        let (secret, _) = try example.turnOn()
        let later = Self.start.after(minutes: 2)
        let asked = try example.desk.signIn(vouchedFor: person("s-6"), askingForCode: true, at: later)
        guard case .code(let ticket) = asked else {
            Issue.record("no code is asked for")
            return
        }
        let code = secret.code(ofStep: TimeCodeSecret.step(at: later))
        let token = try example.desk.finish(ticket: ticket, code: code, at: later)
        #expect(try example.desk.session(token, at: later)?.way == .openIDAndCode)
        let trusted = try example.desk.signIn(vouchedFor: person("s-6"), at: later)
        guard case .session(let other) = trusted else {
            Issue.record("a code is asked for")
            return
        }
        #expect(try example.desk.session(other, at: later)?.way == .openID)
    }

    @Test func `a closed account is linked to nobody any more`() throws {
        let example = try AccessExample.inMemory()
        _ = try token(person("s-7", email: "amir.oakes@wexbourne.example"), example.desk)
        try example.perform(CloseAccount(account: AccessExample.analyst))
        #expect(try example.desk.signInLinks(of: AccessExample.analyst).isEmpty)
        #expect(try isRefused(person("s-7", email: "amir.oakes@wexbourne.example"), example.desk))
    }
}
