import Synchronization
import Store
import HTTPTypes
import Access
import Testing
import Vocabulary

@testable import Web

/// One's own account, and the accounts of others.
struct AccountTests {
    private func account(_ id: String, _ served: Served) throws -> Account {
        try #require(try served.keeper.people().book.accounts[Slug(id)!])
    }

    @Test func `a changed password ends all other sessions, and is told once`() async throws {
        let served = try Served()
        let other = try served.keeper.signIn(
            email: "manager@wexbourne.example", password: TestDoorkeeper.password, at: Served.moment)
        guard case .session(let token) = other else { return #expect(Bool(false)) }
        let form = [("current", TestDoorkeeper.password), ("new", "a new password"), ("again", "a new password")]
        let reply = try await served.post("/account/password", form)
        #expect(reply.status == 303 && reply.location == "/account")
        #expect(try await served.ask("/account").words.contains("Your password was changed."))
        #expect(!(try await served.ask("/account").words.contains("Your password was changed.")))
        #expect(try served.keeper.session(token, at: Served.moment) == nil)
    }

    @Test(arguments: [
        ([("current", "wrong"), ("new", "a new password"), ("again", "a new password")], "password-current"),
        ([("current", TestDoorkeeper.password), ("new", "short"), ("again", "short")], "password-new"),
        ([("current", TestDoorkeeper.password), ("new", "a new password"), ("again", "another")], "password-again"),
        ([("current", ""), ("new", "a new password"), ("again", "a new password")], "password-current"),
    ])
    func `a password that cannot be changed is told at the field`(form: [(String, String)], field: String) async throws
    {
        let served = try Served()
        let reply = try await served.post("/account/password", form)
        #expect(reply.status == 422 && reply.text.contains("href=\"#\(field)\""))
        #expect(served.keeper.held.withLock { $0.passwords[Slug("manager")!] } == TestDoorkeeper.password)
    }

    @Test func `one signs out everywhere else, or in one place`() async throws {
        let served = try Served()
        for _ in 0..<3 {
            _ = try served.keeper.signIn(
                email: "manager@wexbourne.example", password: TestDoorkeeper.password, at: Served.moment)
        }
        let page = try await served.ask("/account")
        #expect(page.text.ranges(of: "action=\"/account/sessions/end\"").count == 3)
        #expect(!page.text.contains("token-manager"), "what a cookie holds is on no page")
        let id = try #require(page.text.firstMatch(of: /name="session" value="([^"]+)"/)).1
        #expect(try await served.post("/account/sessions/end", [("session", String(id))]).status == 303)
        #expect(try served.keeper.sessions(of: Slug("manager")!, at: Served.moment).count == 3)
        #expect(try await served.post("/account/sessions/end-others", []).status == 303)
        #expect(try served.keeper.sessions(of: Slug("manager")!, at: Served.moment).map(\.id) == ["session-manager"])
    }

    @Test func `nobody ends another's session`() async throws {
        let served = try Served()
        _ = served.keeper.token(of: "observer")
        _ = try await served.post("/account/sessions/end", [("session", "session-observer")])
        #expect(try served.keeper.sessions(of: Slug("observer")!, at: Served.moment).count == 1)
    }

    @Test func `a second factor is turned on with a code, shows its recovery codes once, and goes with the password`()
        async throws
    {
        let served = try Served()
        let page = try await served.ask("/account/second-factor")
        #expect(page.words.contains("JBSW Y3DP EHPK 3PXP"))
        let wrong = try await served.post(
            "/account/second-factor", [("secret", TestDoorkeeper.secret), ("code", "999999")])
        #expect(wrong.status == 422 && wrong.words.contains("JBSW Y3DP EHPK 3PXP"))
        let right = try await served.post(
            "/account/second-factor", [("secret", TestDoorkeeper.secret), ("code", "123 456")])
        #expect(right.status == 200 && right.words.contains("aaaa-bbbb"))
        #expect(!(try await served.ask("/account/second-factor").words.contains("aaaa-bbbb")))
        #expect(try await served.post("/account/second-factor/off", [("password", "wrong")]).status == 422)
        let off = try await served.post("/account/second-factor/off", [("password", TestDoorkeeper.password)])
        #expect(off.status == 303)
        #expect(try !served.keeper.hasSecondFactor(Slug("manager")!))
    }

    @Test func `an administrator adds somebody, gives a role, withdraws it, suspends, restores and closes`()
        async throws
    {
        let served = try Served()
        func post(_ path: String, _ form: [(String, String)] = []) async throws -> Reply {
            try await served.post(path, form, as: "administrator")
        }
        let added = try await post(
            "/people/add", [("name", "Bo Fisher"), ("email", "bo@wexbourne.example"), ("account", "a099")])
        #expect(added.status == 303 && added.location == "/people/a099")
        #expect(try await served.ask("/people/a099", as: "administrator").words.contains("Bo Fisher was added."))
        let code = served.commissioner.description
        let granted = try await post(
            "/people/a099/grant",
            [
                ("role", "analyst"), ("commissioner", code), ("until-day", "31"), ("until-month", "3"),
                ("until-year", "2027"),
            ])
        #expect(granted.status == 303)
        #expect(try account("a099", served).grants.first?.until == Day("2027-03-31"))
        let twice = try await post("/people/a099/grant", [("role", "analyst"), ("commissioner", code)])
        #expect(twice.status == 422 && twice.words.contains("There is a problem"))
        #expect(try await post("/people/a099/withdraw", [("role", "analyst"), ("commissioner", code)]).status == 303)
        #expect(try account("a099", served).grants.first?.withdrawnOn != nil)
        #expect(try await post("/people/a099/suspend").status == 303)
        #expect(try account("a099", served).state == .suspended)
        #expect(try await post("/people/a099/restore").status == 303)
        #expect(try await post("/people/a099/close").status == 303)
        #expect(try account("a099", served).state == .closed)
        #expect(try await post("/people/a099/restore").status == 422)
    }

    @Test func `what is wrong with a person or a role is told at each field, with what was given`() async throws {
        let served = try Served()
        let person = try await served.post(
            "/people/add", [("name", "<b>Bo</b>"), ("email", "no address"), ("account", "A 1")], as: "administrator")
        #expect(person.status == 422)
        #expect(person.text.contains("&lt;b&gt;Bo&lt;/b&gt;") && person.text.contains("value=\"no address\""))
        for field in ["email", "account"] { #expect(person.text.contains("href=\"#add-person-\(field)\"")) }
        let role = try await served.post(
            "/people/newcomer/grant",
            [
                ("role", "king"), ("commissioner", "?"), ("until-day", "31"), ("until-month", "2"),
                ("until-year", "2027"),
            ],
            as: "administrator")
        for field in ["role", "commissioner", "until-day"] {
            #expect(role.text.contains("href=\"#grant-\(field)\""), "\(field)")
        }
        #expect(role.status == 422 && role.text.contains("value=\"31\""))
    }

    @Test func `nobody gives themselves a role, and the last administrator stays`() async throws {
        let served = try Served()
        let own = try await served.post(
            "/people/administrator/grant", [("role", "analyst"), ("commissioner", served.commissioner.description)],
            as: "administrator")
        #expect(own.status == 422)
        #expect(try await served.post("/people/administrator/suspend", [], as: "administrator").status == 422)
        #expect(try account("administrator", served).state == .active)
    }

    @Test func `who administers one commissioner neither sees nor changes the people of another`() async throws {
        let served = try Served()
        let other = OrganisationCode("QQ9")!
        served.keeper.add("far", [Grant(role: .analyst, commissioner: other, since: TestDoorkeeper.day)])
        let list = try await served.ask("/people")
        #expect(list.words.contains("Name of observer") && !list.words.contains("Name of far"))
        #expect(try await served.ask("/people/far").status == 404)
        #expect(try await served.post("/people/far/close", []).status == 404)
        let beyond = try await served.post(
            "/people/newcomer/grant", [("role", "analyst"), ("commissioner", "QQ9")])
        #expect(beyond.status == 422)
        let everywhere = try await served.post(
            "/people/newcomer/grant", [("role", "observer"), ("commissioner", "all")])
        #expect(everywhere.status == 422)
        #expect(try account("newcomer", served).grants.isEmpty)
    }

    @Test func `an invited person sets a password by a link, and signs in`() async throws {
        let served = try Served()
        served.keeper.add("asked", [], state: .invited)
        let made = try await served.post("/people/asked/link", [], as: "administrator")
        #expect(made.status == 200 && made.words.contains("http://remit.example/set-password?link=link-asked"))
        let page = try await served.ask("/set-password?link=link-asked", as: nil)
        let seal = try #require(page.cookie("remit-seal"))
        let token = String(try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1)
        func send(_ new: String, _ again: String, _ link: String = "link-asked") async throws -> Reply {
            try await served.send(
                "/set-password", .post, cookies: ["remit-seal": seal],
                form: [("csrf", token), ("link", link), ("new", new), ("again", again)])
        }
        #expect(try await send("short", "short").status == 422)
        #expect(try await send("a new password", "another password").status == 422)
        #expect(try await send("a new password", "a new password", "made-up").status == 403)
        #expect(try await send("a new password", "a new password").location == "/sign-in?set=yes")
        #expect(
            try served.keeper.signIn(email: "asked@wexbourne.example", password: "a new password", at: Served.moment)
                != .code(ticket: ""))
        #expect(try await served.ask("/set-password?link=over", as: nil).status == 403)
    }

    @Test func `a hostile name is text wherever it stands`() async throws {
        let served = try Served()
        let hostile = "\"><script>alert('x')</script>\u{202E}"
        served.keeper.add(
            "hostile", [Grant(role: .administrator, commissioner: nil, since: TestDoorkeeper.day)], name: hostile)
        for path in ["/home", "/account", "/people", "/people/hostile", "/about", "/nowhere"] {
            let reply = try await served.ask(path, as: "hostile")
            #expect(!reply.text.contains("<script") && !reply.text.contains("\u{202E}"), "\(path)")
            #expect(reply.text.contains("&lt;script&gt;"), "\(path)")
        }
    }
}
