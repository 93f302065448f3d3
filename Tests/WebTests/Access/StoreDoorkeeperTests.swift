import HTTPTypes
import Access
import Foundation
import Store
import Testing
import Vocabulary

@testable import Web

/// The doorkeeper over a store: what the site asks of it, and the way in over HTTP.
struct StoreDoorkeeperTests {
    private static let password = "plover kettle lantern"
    private let store: Store
    private let keeper: StoreDoorkeeper

    init() throws {
        store = try Store.inMemory()
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Served.author, at: Served.moment)
        let desk = AccessDesk(store)
        try desk.add(Slug("a001")!, password: Self.password, by: Served.author, at: Served.moment) { texts, _ in
            [
                AddAccount(
                    account: Slug("a001")!, name: try texts.keep("Ada Wellfield"),
                    email: try texts.keep("ada@wexbourne.example")),
                GrantRole(
                    account: Slug("a001")!, role: .administrator, commissioner: nil, since: Served.moment.inLondon.day),
            ]
        }
        keeper = StoreDoorkeeper(desk, installation: "Wexbourne ICB")
    }

    private func token(_ password: String = password) throws -> String {
        guard
            case .session(let token) = try keeper.signIn(
                email: "ada@wexbourne.example", password: password, at: Served.moment)
        else {
            Issue.record("a code was asked for")
            return ""
        }
        return token
    }

    @Test func `a session is found by its token alone, and its forms carry something else`() throws {
        let token = try token()
        let session = try #require(try keeper.session(token, at: Served.moment))
        #expect(session.account == Slug("a001") && session.how == "with a password")
        #expect(session.csrf != token && session.id != token && !session.csrf.isEmpty)
        #expect(try keeper.session(session.id, at: Served.moment) == nil)
        #expect(try keeper.session("out", at: Served.moment) == nil)
        try keeper.end(session: session.id, of: Slug("a001")!)
        #expect(try keeper.session(token, at: Served.moment) == nil)
    }

    @Test func `people are read again when an act was done, and names are known`() throws {
        let people = try keeper.people()
        let account = try #require(people.book.accounts[Slug("a001")!])
        #expect(people.name(of: account) == "Ada Wellfield" && people.email(of: account) == "ada@wexbourne.example")
        try keeper.perform(by: account, at: Served.moment) { keep, _ in
            [
                AddAccount(
                    account: Slug("a002")!, name: try keep("Bo Fisher"), email: try keep("bo@wexbourne.example"))
            ]
        }
        #expect(try keeper.people().book.accounts.count == 2)
        let other = try #require(try keeper.people().book.accounts[Slug("a002")!])
        #expect(throws: Refusal.self) {
            try keeper.perform(by: other, at: Served.moment) { _, _ in
                [GrantRole(account: account.id, role: .observer, commissioner: nil, since: Served.moment.inLondon.day)]
            }
        }
    }

    @Test func `one signs in over HTTP, changes the password and makes a link for another`() async throws {
        let site = Site(
            desks: Desks(store: store), version: "test", door: Door(keeper: keeper, isSecure: false)
        ) { Served.moment }
        let served = Served(site: site)
        let page = try await served.send("/sign-in", .get)
        let seal = try #require(page.cookie("remit-seal"))
        let signed = try await served.send(
            "/sign-in", .post, cookies: ["remit-seal": seal],
            form: [("csrf", try csrf(page)), ("email", "ADA@wexbourne.example"), ("password", Self.password)])
        #expect(signed.status == 303)
        let cookies = ["remit": try #require(signed.cookie("remit"))]
        let home = try await served.send("/home", .get, cookies: cookies)
        #expect(home.words.contains("You are here as administrator at all commissioners."))
        let changed = try await served.send(
            "/account/password", .post, cookies: cookies,
            form: [
                ("csrf", try csrf(home)), ("current", Self.password), ("new", "another kettle song"),
                ("again", "another kettle song"),
            ])
        #expect(changed.status == 303)
        #expect(throws: Refusal.self) { try token() }
        let added = try await served.send(
            "/people/add", .post, cookies: cookies,
            form: [
                ("csrf", try csrf(home)), ("name", "Bo Fisher"), ("email", "bo@wexbourne.example"), ("account", "a002"),
            ])
        #expect(added.location == "/people/a002")
        let twice = try await served.send(
            "/people/add", .post, cookies: cookies,
            form: [
                ("csrf", try csrf(home)), ("name", "Cy"), ("email", "BO@wexbourne.example"), ("account", "a003"),
            ])
        #expect(twice.status == 422 && twice.text.contains("href=\"#add-person-email\""))
        let made = try await served.send(
            "/people/a002/link", .post, cookies: cookies, form: [("csrf", try csrf(home))])
        #expect(made.status == 200)
        let link = try #require(made.text.firstMatch(of: /set-password\?link=([A-Za-z0-9_\-]+)/)).1
        #expect(try keeper.account(ofPasswordLink: String(link), at: Served.moment)?.id == Slug("a002"))
    }

    @Test func `whoever was let in is not once their account was closed from elsewhere`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("remit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("a.sqlite").path
        let store = try Store.create(at: path)
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: true), by: Served.author, at: Served.moment)
        // As a command does it while the server serves.
        let elsewhere = AccessDesk(try Store.open(at: path))
        for name in ["a001", "a002", "a003"] {
            try elsewhere.add(Slug(name)!, password: Self.password, by: Served.author, at: Served.moment) { texts, _ in
                [
                    AddAccount(
                        account: Slug(name)!, name: try texts.keep(name),
                        email: try texts.keep("\(name)@wexbourne.example")),
                    GrantRole(
                        account: Slug(name)!, role: .administrator, commissioner: nil,
                        since: Served.moment.inLondon.day),
                    GrantRole(
                        account: Slug(name)!, role: .observer, commissioner: nil, since: Served.moment.inLondon.day),
                ]
            }
        }
        let keeper = StoreDoorkeeper(AccessDesk(store), installation: "Wexbourne ICB")
        let served = Served(
            site: Site(desks: Desks(store: store), version: "test", door: Door(keeper: keeper, isSecure: false)) {
                Served.moment
            })
        func signIn(_ name: String) throws -> String {
            let admission = try keeper.signIn(
                email: "\(name)@wexbourne.example", password: Self.password, at: Served.moment)
            guard case .session(let token) = admission else { preconditionFailure("no code is set up") }
            return token
        }
        func isIn(_ token: String) async throws -> Bool {
            // One page that is made anew, and one that is kept.
            let pages = [
                try await served.send("/people", .get, cookies: ["remit": token]),
                try await served.send("/movable", .get, cookies: ["remit": token]),
            ]
            #expect(pages[0].status == pages[1].status)
            return pages[1].status == 200
        }
        let (first, second, third) = (try signIn("a001"), try signIn("a002"), try signIn("a003"))
        for token in [first, second, third, first, second, third] { #expect(try await isIn(token)) }
        try elsewhere.perform(by: Served.author, at: Served.moment) { _, _ in [CloseAccount(account: Slug("a002")!)] }
        #expect(try await !isIn(second), "the next request is refused")
        #expect(try await isIn(first))
        try elsewhere.endSessions(of: Slug("a003")!)
        #expect(try await !isIn(third))
        try elsewhere.perform(by: Served.author, at: Served.moment) { _, _ in
            [WithdrawRole(account: Slug("a001")!, role: .administrator, commissioner: nil)]
        }
        #expect(try await served.send("/people", .get, cookies: ["remit": first]).status == 403)
        #expect(try await !isIn("out"))
    }

    private func csrf(_ page: Reply) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1)
    }
}
