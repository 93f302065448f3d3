import Access
import Credentials
import Foundation
import Testing
import Vocabulary

@testable import Store

/// An installation with one administrator and one analyst, whose passwords cost little to make.
struct AccessExample {
    static let cheap = PasswordHash.Cost(rounds: 1 << 2, blockSize: 8, parallelism: 1)
    static let start = Moment(text: "2026-05-12T09:00:00Z")!
    static let operating = Author("root")!
    static let administrator = Slug("a001")!
    static let analyst = Slug("a002")!
    static let password = "correct horse battery"
    static let email = "rosa@wexbourne.example"

    let desk: AccessDesk

    init(_ store: Store) throws {
        desk = AccessDesk(store, cost: Self.cheap)
        try add(Self.administrator, "Rosa Quillfeather", Self.email, .administrator, nil)
        try add(Self.analyst, "Amir Oakes", "Amir.Oakes@Wexbourne.example", .analyst, OrganisationCode("QWX")!)
    }

    func add(
        _ id: Slug, _ name: String, _ email: String, _ role: Role, _ commissioner: OrganisationCode?,
        password: String? = password
    ) throws {
        try desk.add(id, password: password, by: Self.operating, at: Self.start) { texts, _ in
            [
                AddAccount(account: id, name: try texts.keep(name), email: try texts.keep(email)),
                GrantRole(
                    account: id, role: role, commissioner: commissioner, since: Self.start.inLondon.day),
            ]
        }
    }

    /// With a file of its own, and in memory where none is needed.
    static func with<T>(_ body: (AccessExample, URL) throws -> T) throws -> T {
        try Scratch.with { folder in
            try body(AccessExample(Store.create(at: folder.appending(path: "remit.sqlite").path)), folder)
        }
    }

    static func inMemory() throws -> AccessExample { try AccessExample(Store.inMemory()) }

    /// Signs the administrator in.
    func token(
        _ email: String = email, _ password: String = password, at moment: Moment = start
    ) throws -> String {
        guard case .session(let token) = try desk.signIn(email: email, password: password, at: moment) else {
            throw Refusal(.wanting, code: "code-asked", "A code is asked for.")
        }
        return token
    }

    func perform(_ acts: any AccessAct..., at moment: Moment = start) throws {
        try desk.perform(by: Self.operating, at: moment) { _, _ in acts }
    }

    /// Gives the administrator a second factor.
    func turnOn(at moment: Moment = start) throws -> (secret: TimeCodeSecret, codes: [String]) {
        let text = AccessDesk.newSecret(for: Self.email, at: "Wexbourne").secret
        let secret = try #require(TimeCodeSecret(text: text))
        let code = secret.code(ofStep: TimeCodeSecret.step(at: moment))
        return (secret, try desk.turnOnSecondFactor(secret: text, code: code, of: Self.administrator, at: moment))
    }

    func ticket(at moment: Moment) throws -> String {
        guard case .code(let ticket) = try desk.signIn(email: Self.email, password: Self.password, at: moment) else {
            throw Refusal(.wanting, code: "no-code-asked", "No code is asked for.")
        }
        return ticket
    }
}

extension Moment {
    func after(seconds: Int) -> Moment { Moment(secondsSince1970: secondsSince1970 + seconds) }
    func after(minutes: Int) -> Moment { after(seconds: minutes * 60) }
}
