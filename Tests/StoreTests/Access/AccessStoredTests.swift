import Access
import Foundation
import GRDB
import Governance
import Testing
import Vocabulary

@testable import Store

/// Acts of access as they are kept: decided again in order, with nothing in them by which somebody signs in.
struct AccessStoredTests {
    @Test func `every act of access can be kept and done again`() {
        let replayed = Set(ReplayedActs.all.map { $0.name })
        #expect(AccessActs.all.map { $0.name }.filter { !replayed.contains($0) } == [])
        #expect(replayed.count == ReplayedActs.all.count, "two acts with one name")
    }

    @Test func `the book read back is what its acts made of it, also from nothing and by another door`() throws {
        try AccessExample.with { example, folder in
            let desk = example.desk
            try example.perform(SuspendAccount(account: AccessExample.analyst))
            let lines = try desk.acts()
            let again = try AccessBook.replaying(
                lines.map { (try $0.value(), $0.author, $0.moment) }, rulebook: desk.rules.rulebook)
            #expect(try desk.book() == again)
            #expect(try desk.store.read { db in try AccessRows.foldedAnew(under: desk.rules, db) } == again)
            #expect(try lines.map { try $0.value().journalled.canonical } == lines.map(\.body))
            #expect(
                lines.map(\.act) == [
                    "addAccount", "grantRole", "activateAccount", "addAccount", "grantRole", "activateAccount",
                    "suspendAccount",
                ])
            #expect(try desk.acts(of: AccessExample.administrator).count == 3)
            #expect(try desk.book(at: 3).accounts.count == 1)
            let other = AccessDesk(try Store.open(at: folder.appending(path: "remit.sqlite").path))
            #expect(try other.book() == again)
        }
    }

    @Test(arguments: ["UPDATE access_act SET body = '{}'", "DELETE FROM access_act"])
    func `acts of access are append-only`(sql: String) throws {
        let example = try AccessExample.inMemory()
        #expect(throws: DatabaseError.self) { try example.desk.store.write { db in try db.execute(sql: sql) } }
    }

    @Test func `nothing by which somebody signs in, and no name or address, stands in the journal`() throws {
        let example = try AccessExample.inMemory()
        let token = try example.token()
        _ = try example.turnOn()
        let store = example.desk.store
        let before = try store.read { db in try Journal.head(db).sequence }
        #expect(before == 6, "signing in and turning on a second factor are no acts")
        let lines = try store.read { db in try Journal.lines(db) }.map(\.content).joined()
        let hash = try store.read { db in try String.fetchOne(db, sql: "SELECT passwordHash FROM credential")! }
        for secret in [token, hash, AccessExample.password, AccessExample.email, "Rosa", "scrypt"] {
            #expect(!lines.contains(secret))
        }
        let rows = try store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM session").map { "\($0)" } }.joined()
        #expect(!rows.contains(token), "a session is kept by digest")
    }

    @Test func `two open accounts never share an address, however it is written`() throws {
        let example = try AccessExample.inMemory()
        func add(_ email: String) -> String? {
            refused {
                try example.add(Slug("a003")!, "Jo Fell", email, .analyst, OrganisationCode("QWX")!, password: nil)
            }
        }
        #expect(add("ROSA@wexbourne.example") == "email-taken")
        #expect(add(" rosa@wexbourne.example ") == "email-taken")
        #expect(add("amir.oakes@wexbourne.EXAMPLE") == "email-taken")
        for email in ["rosa", "a@b", "a@b@c.example", "a b@c.example", "@c.example", "a@.example", "<a@c.example>"] {
            #expect(add(email) == "email-invalid", "\(email)")
        }
        #expect(try example.desk.book().accounts.count == 2)
        try example.perform(CloseAccount(account: AccessExample.analyst))
        #expect(add("amir.oakes@wexbourne.example") == nil)
        let change = refused {
            try example.desk.perform(by: AccessExample.operating, at: AccessExample.start) { texts, _ in
                [ChangeEmail(account: Slug("a003")!, email: try texts.keep(AccessExample.email))]
            }
        }
        #expect(change == "email-taken")
    }

    @Test func `a visitor gives and takes what they may, judged in the transaction`() throws {
        let example = try AccessExample.inMemory()
        func grant(as visitor: Slug) -> String? {
            refused {
                try example.desk.perform(
                    by: Author(visitor.description)!, at: AccessExample.start, as: visitor
                ) { _, _ in
                    [
                        GrantRole(
                            account: AccessExample.analyst, role: .observer, commissioner: nil,
                            since: AccessExample.start.inLondon.day)
                    ]
                }
            }
        }
        #expect(grant(as: AccessExample.analyst) == "beyond-your-reach")
        #expect(grant(as: Slug("nobody")!) == "beyond-your-reach")
        #expect(grant(as: AccessExample.administrator) == nil)
    }

    @Test func `a person who is not on the register and a seat that is not in the round are refused`() throws {
        let example = try AccessExample.inMemory()
        let (id, someone) = (AccessExample.analyst, Slug("p001")!)
        #expect(refused { try example.perform(LinkPerson(account: id, person: someone)) } == "no-such-person")
        try GovernanceDesk(example.desk.store).perform(by: Example.author, at: AccessExample.start) { texts, _ in
            [EnterPerson(person: someone, name: try texts.keep("Amir Oakes"), knownFrom: Day("2024-01-01")!)]
        }
        try example.perform(LinkPerson(account: id, person: someone))
        let seat = TakeSeat(account: id, round: Slug("no-round")!, member: Slug("chair")!)
        #expect(refused { try example.perform(seat) } == "no-such-round")
    }

    @Test func `an account that is closed leaves nothing with which to sign in`() throws {
        let example = try AccessExample.inMemory()
        let email = "amir.oakes@wexbourne.example"
        let token = try example.token(email)
        _ = try example.desk.makeToken(
            of: AccessExample.analyst, named: Slug("t1")!, scopes: [.readContracts], at: AccessExample.start)
        try example.perform(CloseAccount(account: AccessExample.analyst))
        #expect(try example.desk.session(token, at: AccessExample.start) == nil)
        #expect(refused { _ = try example.token(email) } == "sign-in-failed")
        let left = try example.desk.store.read { db in
            try ["credential", "session", "access_token"].map { table in
                try Int.fetchOne(
                    db, sql: "SELECT COUNT(*) FROM \(table) WHERE account = ?",
                    arguments: [AccessExample.analyst.description])!
            }
        }
        #expect(left == [0, 0, 0])
    }

    @Test func `a backup has accounts and passwords, and nobody's session`() throws {
        try AccessExample.with { example, folder in
            let token = try example.token()
            _ = refused { _ = try example.token(AccessExample.email, "another password") }
            _ = try example.desk.makePasswordLink(for: AccessExample.analyst, as: nil, at: AccessExample.start)
            let copy = folder.appending(path: "copy.sqlite").path
            try Backup.make(of: example.desk.store, at: copy)
            let digest = try #require(try example.desk.session(token, at: AccessExample.start)).id
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)).range(of: Data(digest.utf8)) == nil)
            let back = folder.appending(path: "back.sqlite").path
            try Backup.restore(copy, to: back)
            let restored = AccessDesk(try Store.open(at: back), cost: AccessExample.cheap)
            #expect(try restored.book() == example.desk.book())
            #expect(try restored.session(token, at: AccessExample.start) == nil)
            let counts = try restored.store.read { db in
                try ["session", "access_ticket", "sign_in_failure", "credential"].map {
                    try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \($0)")!
                }
            }
            #expect(counts == [0, 0, 0, 2])
            let admission = try restored.signIn(
                email: AccessExample.email, password: AccessExample.password, at: AccessExample.start)
            if case .code = admission { Issue.record("no second factor was set") }
            #expect(
                try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.contains("making") })
        }
    }

    @Test func `what is signed in with belongs to accounts, or the check says so`() throws {
        let example = try AccessExample.inMemory()
        let store = example.desk.store
        #expect(try store.read { db in try AccessChecks(db).faults } == [])
        try store.write { db in try db.execute(sql: "UPDATE credential SET account = 'x9' WHERE account = 'a002'") }
        let checks = try store.read { db in try AccessChecks(db) }
        #expect(checks.accounts == 2)
        #expect(checks.faults == ["The table credential has a row for “x9”, which is no account."])
    }
}
