import Access
import Credentials
import GRDB
import Testing
import Vocabulary

@testable import Store

/// Signing in: who gets in, and that a refusal tells nothing.
struct SignInTests {
    private static let start = AccessExample.start

    @Test(arguments: ["rosa@wexbourne.example", " ROSA@Wexbourne.example "])
    func `address and password let in, however the address is written`(email: String) throws {
        let example = try AccessExample.inMemory()
        let session = try #require(try example.desk.session(example.token(email), at: Self.start))
        #expect(session.account == AccessExample.administrator)
        #expect(session.way == .password)
    }

    @Test func `a refusal is the same whatever was wrong`() throws {
        let example = try AccessExample.inMemory()
        try example.add(
            Slug("a003")!, "Ines Marrow", "ines@wexbourne.example", .observer, nil, password: nil)
        try example.add(Slug("a004")!, "Jo Fell", "jo@wexbourne.example", .observer, nil)
        try example.perform(SuspendAccount(account: Slug("a004")!))
        let tries = [
            (AccessExample.email, "correct horse batterz"), (AccessExample.email, ""),
            ("nobody@wexbourne.example", AccessExample.password), ("", ""),
            ("ines@wexbourne.example", AccessExample.password), ("jo@wexbourne.example", AccessExample.password),
        ]
        let refusals = tries.map { email, password in
            #expect(throws: Refusal.self) { try example.desk.signIn(email: email, password: password, at: Self.start) }
        }
        #expect(Set(refusals.map { $0.map { "\($0.code) \($0)" } }).count == 1)
        #expect(refusals[0]?.code == "sign-in-failed")
        #expect(refusals[0]?.kind == .permission)
    }

    @Test func `an unknown name costs the same hash as a known one`() throws {
        let example = try AccessExample.inMemory()
        func work(_ email: String, _ password: String) -> [PasswordHash.Cost] {
            let made = PasswordHash.Made()
            PasswordHash.$made.withValue(made) {
                _ = try? example.desk.signIn(email: email, password: password, at: Self.start)
            }
            return made.costs
        }
        let right = work(AccessExample.email, AccessExample.password)
        #expect(right == [example.desk.cost])
        for _ in 0..<7 {
            #expect(work(AccessExample.email, "wrong password") == right)
            #expect(work("nobody@wexbourne.example", "wrong password") == right)
        }
    }

    @Test func `after five failures the right password is refused too, for a quarter of an hour`() throws {
        let example = try AccessExample.inMemory()
        for second in 0..<5 {
            #expect(
                refused { _ = try example.token(AccessExample.email, "wrong", at: Self.start.after(seconds: second)) }
                    != nil)
        }
        func code(at moment: Moment) -> String? { refused { _ = try example.token(at: moment) } }
        #expect(code(at: Self.start.after(seconds: 5)) == "sign-in-failed")
        #expect(code(at: Self.start.after(seconds: 899)) == "sign-in-failed")
        // Another name is not kept out, and trying on has not made it longer.
        #expect(
            refused { _ = try example.token("amir.oakes@wexbourne.example", at: Self.start.after(seconds: 9)) } == nil)
        #expect(code(at: Self.start.after(seconds: 905)) == nil)
    }

    @Test func `a name that nobody has is limited in the same way`() throws {
        let example = try AccessExample.inMemory()
        for _ in 0..<8 { _ = refused { _ = try example.token("nobody@wexbourne.example", "wrong") } }
        let held = try example.desk.store.read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sign_in_failure")!
        }
        #expect(held == 5)
    }

    @Test func `who gets in has no failures any more`() throws {
        let example = try AccessExample.inMemory()
        for _ in 0..<3 {
            for _ in 0..<4 { _ = refused { _ = try example.token(AccessExample.email, "wrong") } }
            #expect(refused { _ = try example.token() } == nil)
        }
    }

    @Test func `many names together are limited too`() throws {
        let example = try AccessExample.inMemory()
        try example.desk.store.write { db in
            for number in 0..<AccessLimits.failuresInAll {
                _ = try SignInFailures.begin(SignInName("x\(number)").digest, at: Self.start, db)
            }
        }
        #expect(refused { _ = try example.token() } == "sign-in-failed")
        #expect(refused { _ = try example.token(at: Self.start.after(minutes: 15)) } == nil)
    }

    @Test func `tries at once do not get past the limit`() async throws {
        let example = try AccessExample.inMemory()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask { _ = refused { _ = try example.token(AccessExample.email, "wrong password") } }
            }
        }
        let held = try example.desk.store.read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sign_in_failure")!
        }
        #expect(held == 5)
    }

    @Test func `a hash that cost less is made anew when its password is given`() throws {
        let example = try AccessExample.inMemory()
        let dearer = AccessDesk(
            example.desk.store, cost: PasswordHash.Cost(rounds: 1 << 3, blockSize: 8, parallelism: 1))
        func hash() throws -> String {
            try example.desk.store.read { db in
                try String.fetchOne(db, sql: "SELECT passwordHash FROM credential WHERE account = 'a001'")!
            }
        }
        let before = try hash()
        #expect(refused { _ = try dearer.signIn(email: AccessExample.email, password: "wrong", at: Self.start) } != nil)
        #expect(try hash() == before)
        _ = try dearer.signIn(email: AccessExample.email, password: AccessExample.password, at: Self.start)
        #expect(try hash().hasPrefix("scrypt$8$8$1$"))
        _ = try dearer.signIn(email: AccessExample.email, password: AccessExample.password, at: Self.start)
    }

    @Test func `with a second factor, password and code let in, each code once`() throws {
        let example = try AccessExample.inMemory()
        let (secret, _) = try example.turnOn()
        #expect(try example.desk.hasSecondFactor(AccessExample.administrator))
        let later = Self.start.after(minutes: 5)
        let code = secret.code(ofStep: TimeCodeSecret.step(at: later))
        let ticket = try example.ticket(at: later)
        #expect(try example.desk.session(ticket, at: later) == nil, "a ticket is no session")
        let token = try example.desk.finish(ticket: ticket, code: code, at: later)
        #expect(try example.desk.session(token, at: later)?.way == .code)
        #expect(refused { _ = try example.desk.finish(ticket: ticket, code: code, at: later) } == "sign-in-failed")
        let another = try example.ticket(at: later)
        #expect(refused { _ = try example.desk.finish(ticket: another, code: code, at: later) } == "code-wrong")
    }

    @Test func `the code that turned it on does not let in`() throws {
        let example = try AccessExample.inMemory()
        let (secret, _) = try example.turnOn()
        let code = secret.code(ofStep: TimeCodeSecret.step(at: Self.start))
        let ticket = try example.ticket(at: Self.start)
        #expect(refused { _ = try example.desk.finish(ticket: ticket, code: code, at: Self.start) } == "code-wrong")
    }

    @Test func `wrong codes count as failures, and the password does not wipe them away`() throws {
        let example = try AccessExample.inMemory()
        _ = try example.turnOn()
        for _ in 0..<5 {
            let ticket = try example.ticket(at: Self.start)
            #expect(
                refused { _ = try example.desk.finish(ticket: ticket, code: "nothing", at: Self.start) } == "code-wrong"
            )
        }
        #expect(refused { _ = try example.ticket(at: Self.start) } == "sign-in-failed")
        #expect(refused { _ = try example.ticket(at: Self.start.after(minutes: 16)) } == nil)
    }

    @Test func `a ticket is over after five minutes, and at once when the account is suspended`() throws {
        let example = try AccessExample.inMemory()
        let (secret, codes) = try example.turnOn()
        let first = try example.ticket(at: Self.start)
        let late = Self.start.after(minutes: 5)
        let code = secret.code(ofStep: TimeCodeSecret.step(at: late))
        #expect(refused { _ = try example.desk.finish(ticket: first, code: code, at: late) } == "sign-in-failed")
        let second = try example.ticket(at: late)
        try example.add(Slug("a003")!, "Ines Marrow", "ines@wexbourne.example", .administrator, nil)
        try example.perform(SuspendAccount(account: AccessExample.administrator))
        try example.perform(RestoreAccount(account: AccessExample.administrator))
        #expect(refused { _ = try example.desk.finish(ticket: second, code: codes[0], at: late) } == "sign-in-failed")
    }

    @Test func `each recovery code lets in once`() throws {
        let example = try AccessExample.inMemory()
        let (_, codes) = try example.turnOn()
        #expect(codes.count == 10 && Set(codes).count == 10)
        let token = try example.desk.finish(
            ticket: example.ticket(at: Self.start), code: codes[3].uppercased(), at: Self.start)
        #expect(try example.desk.session(token, at: Self.start)?.way == .recoveryCode)
        #expect(try example.desk.recoveryCodesLeft(of: AccessExample.administrator) == 9)
        let ticket = try example.ticket(at: Self.start)
        #expect(refused { _ = try example.desk.finish(ticket: ticket, code: codes[3], at: Self.start) } == "code-wrong")
        let anew = try example.desk.newRecoveryCodes(
            of: AccessExample.administrator, password: AccessExample.password, at: Self.start)
        #expect(refused { _ = try example.desk.finish(ticket: ticket, code: codes[4], at: Self.start) } == "code-wrong")
        #expect(refused { _ = try example.desk.finish(ticket: ticket, code: anew[0], at: Self.start) } == nil)
    }

    @Test func `a second factor is turned on with its own code, and off with the password`() throws {
        let example = try AccessExample.inMemory()
        let (desk, id) = (example.desk, AccessExample.administrator)
        let text = AccessDesk.newSecret(for: AccessExample.email, at: "Wexbourne").secret
        #expect(
            refused { _ = try desk.turnOnSecondFactor(secret: text, code: "nothing", of: id, at: Self.start) }
                == "code-wrong")
        #expect(
            refused { _ = try desk.turnOnSecondFactor(secret: "?", code: "1", of: id, at: Self.start) } == "code-wrong")
        _ = try example.turnOn()
        #expect(refused { _ = try example.turnOn() } == "second-factor-on")
        #expect(refused { try desk.turnOffSecondFactor(of: id, password: "wrong", at: Self.start) } == "password-wrong")
        try desk.turnOffSecondFactor(of: id, password: AccessExample.password, at: Self.start)
        #expect(try !desk.hasSecondFactor(id))
        #expect(try desk.recoveryCodesLeft(of: id) == 0)
        #expect(refused { _ = try example.token() } == nil)
    }
}
