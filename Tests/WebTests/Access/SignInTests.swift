import Store
import Synchronization
import Access
import HTTPTypes
import Testing
import Vocabulary

@testable import Web

/// The way in: what is right, what is wrong, and what others try.
struct SignInTests {
    /// The sign-in page as a browser has it: the cookie that seals its form, and the form's token.
    private func opened(_ served: Served, _ path: String = "/sign-in") async throws -> (seal: String, token: String) {
        let page = try await served.ask(path, as: nil)
        let seal = try #require(page.cookie("remit-seal"))
        let token = try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1
        return (seal, String(token))
    }

    private func signIn(
        _ served: Served, _ email: String, _ password: String, then: String? = nil, cookies: [String: String] = [:]
    ) async throws -> Reply {
        let (seal, token) = try await opened(served)
        return try await served.send(
            "/sign-in", .post, cookies: ["remit-seal": seal].merging(cookies) { $1 },
            form: [("csrf", token), ("email", email), ("password", password)] + (then.map { [("then", $0)] } ?? []))
    }

    @Test func `the right password lets in, and leads home`() async throws {
        let served = try Served()
        let reply = try await signIn(served, "Manager@wexbourne.example ", TestDoorkeeper.password)
        #expect(reply.status == 303 && reply.location == "/home")
        let token = try #require(reply.cookie("remit"))
        let home = try await served.send("/home", .get, cookies: ["remit": token])
        #expect(home.status == 200 && home.words.contains("Name of manager"))
    }

    @Test func `a wrong password, an unknown name, a suspended and a closed account read the same`() async throws {
        let served = try Served()
        served.keeper.add("gone", [], state: .suspended)
        served.keeper.add("shut", [], state: .closed)
        served.keeper.add("asked", [], state: .invited)
        var pages: Set<String> = []
        for (name, password) in [
            ("manager", "wrong password here"), ("unknown", TestDoorkeeper.password), ("gone", TestDoorkeeper.password),
            ("shut", TestDoorkeeper.password), ("asked", TestDoorkeeper.password),
        ] {
            let reply = try await signIn(served, "\(name)@wexbourne.example", password)
            #expect(reply.status == 422 && reply.cookie("remit") == nil, "\(name)")
            pages.insert(reply.words.replacing(name, with: "NAME"))
        }
        #expect(pages.count == 1)
        #expect(pages.first?.contains("There is a problem") == true)
    }

    @Test func `a password is on no answer, and an address comes back as text`() async throws {
        let served = try Served()
        let reply = try await signIn(served, "\"><script>alert(1)</script>", "s3cret-that-was-typed")
        #expect(reply.status == 422)
        #expect(!reply.text.contains("s3cret") && !reply.text.contains("<script"))
        #expect(reply.text.contains("value=\"&quot;&gt;&lt;script&gt;"))
    }

    @Test func `what is left out is told at its field`() async throws {
        let reply = try await signIn(try Served(), "", "")
        #expect(reply.status == 422)
        #expect(reply.text.contains("href=\"#sign-in-email\"") && reply.text.contains("href=\"#sign-in-password\""))
    }

    @Test func `after signing in one comes to where one wanted to go`() async throws {
        let served = try Served()
        let away = try await served.ask("/rounds?page=2&q=a%20b", as: nil)
        #expect(away.status == 303)
        #expect(away.location == "/sign-in?then=%2Frounds%3Fpage%3D2%26q%3Da%2520b")
        let page = try await served.ask(away.location ?? "", as: nil)
        #expect(page.text.contains("name=\"then\" value=\"/rounds?page=2&amp;q=a%20b\""))
        let reply = try await signIn(
            served, "manager@wexbourne.example", TestDoorkeeper.password, then: "/rounds?page=2&q=a%20b")
        #expect(reply.location == "/rounds?page=2&q=a%20b")
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example/", "http://evil.example", "/\\evil.example", "javascript:alert(1)",
        "evil.example", "", " /home", "/home\r\nSet-Cookie: a=b", "/sign-out", "/sign-in", "\\\\evil.example",
        "/\tevil",
    ])
    func `signing in leads to no other site and to no way out`(then: String) async throws {
        let reply = try await signIn(
            try Served(), "manager@wexbourne.example", TestDoorkeeper.password, then: then)
        #expect(reply.status == 303 && reply.location == "/home")
    }

    @Test func `a session begins under a token of its own, and the one that was there ends`() async throws {
        let served = try Served()
        let planted = served.keeper.token(of: "observer")
        let reply = try await served.send(
            "/sign-in", .post, cookies: ["remit": planted],
            form: [
                ("csrf", "csrf-observer"), ("email", "manager@wexbourne.example"),
                ("password", TestDoorkeeper.password),
            ])
        let token = try #require(reply.cookie("remit"))
        #expect(reply.status == 303 && token != planted)
        #expect(try served.keeper.session(planted, at: Served.moment) == nil)
        let unknown = try await signIn(
            served, "manager@wexbourne.example", TestDoorkeeper.password, cookies: ["remit": "chosen-by-another"])
        #expect(unknown.cookie("remit") != "chosen-by-another")
    }

    @Test func `somebody else's form does not sign anybody in`() async throws {
        let served = try Served()
        let (seal, token) = try await opened(served)
        let form = [("email", "manager@wexbourne.example"), ("password", TestDoorkeeper.password)]
        let tries: [(cookies: [String: String], form: [(String, String)])] = [
            (["remit-seal": seal], form), (["remit-seal": seal], form + [("csrf", "")]),
            (["remit-seal": seal], form + [("csrf", token.uppercased())]), ([:], form + [("csrf", token)]),
            (["remit-seal": "another-secret-of-theirs"], form + [("csrf", token)]),
        ]
        for one in tries {
            let reply = try await served.send("/sign-in", .post, cookies: one.cookies, form: one.form)
            #expect(reply.status == 403 && reply.cookie("remit") == nil)
        }
    }

    @Test func `with a second factor the password alone lets nobody in`() async throws {
        let served = try Served()
        _ = try served.keeper.turnOn(
            secret: "", code: TestDoorkeeper.code, of: Slug("manager")!, at: Served.moment)
        let first = try await signIn(served, "manager@wexbourne.example", TestDoorkeeper.password, then: "/rounds")
        #expect(first.location == "/sign-in/code?then=%2Frounds" && first.cookie("remit") == nil)
        let ticket = try #require(first.cookie("remit-ticket"))
        let (seal, token) = try await opened(served, "/sign-in/code?then=%2Frounds")
        func send(_ code: String, ticket: String?) async throws -> Reply {
            var cookies = ["remit-seal": seal]
            cookies["remit-ticket"] = ticket
            return try await served.send(
                "/sign-in/code", .post, cookies: cookies,
                form: [("csrf", token), ("code", code), ("then", "/rounds")])
        }
        let wrong = try await send("000000", ticket: ticket)
        #expect(wrong.status == 422 && wrong.text.contains("href=\"#code-code\"") && wrong.cookie("remit") == nil)
        #expect(try await send(TestDoorkeeper.code, ticket: nil).status == 422)
        #expect(try await send(TestDoorkeeper.code, ticket: "made-up").cookie("remit") == nil)
        let right = try await send("123 456", ticket: ticket)
        #expect(right.status == 303 && right.location == "/rounds")
        #expect(right.cookie("remit")?.isEmpty == false && right.cookie("remit-ticket") == "")
    }

    @Test func `signing out ends the session and takes its cookie away`() async throws {
        let served = try Served()
        let token = served.keeper.token(of: "manager")
        let reply = try await served.post("/sign-out", [])
        #expect(reply.status == 303 && reply.location == "/sign-in" && reply.cookie("remit") == "")
        #expect(try served.keeper.session(token, at: Served.moment) == nil)
        #expect(try await served.send("/home", .get, cookies: ["remit": token]).status == 303)
    }

    @Test func `an account that is suspended is out at once`() async throws {
        let served = try Served()
        #expect(try await served.ask("/home").status == 200)
        served.keeper.held.withLock { $0.book.accounts[Slug("manager")!]!.state = .suspended }
        #expect(try await served.ask("/home").status == 303)
    }
}
