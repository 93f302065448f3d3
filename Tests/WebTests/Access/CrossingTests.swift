import Store
import Synchronization
import Access
import HTTPTypes
import Markup
import Testing
import Vocabulary

@testable import Web

/// Forms from elsewhere, cookies and what a browser is told.
struct CrossingTests {
    private static let form = [
        ("current", TestDoorkeeper.password), ("new", "a new password"), ("again", "a new password"),
    ]

    @Test(arguments: ["", "csrf-observer", "CSRF-MANAGER", "csrf-manager "])
    func `a form without the session's own token changes nothing`(token: String) async throws {
        let served = try Served()
        let reply = try await served.post("/account/password", Self.form, token: token)
        #expect(reply.status == 403 && reply.words.contains("Nothing was changed"))
        #expect(served.keeper.held.withLock { $0.passwords[Slug("manager")!] } == TestDoorkeeper.password)
    }

    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["Origin": "https://evil.example"],
        ["Origin": "null"], ["Origin": "https://remit.example.evil.example"],
        ["Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"],
    ])
    func `a form from another site is refused, whatever token it has`(headers: [String: String]) async throws {
        let served = try Served()
        #expect(try await served.post("/account/password", Self.form, headers: headers).status == 403)
        #expect(served.keeper.held.withLock { $0.passwords[Slug("manager")!] } == TestDoorkeeper.password)
    }

    @Test(arguments: [
        [:], ["Sec-Fetch-Site": "same-origin", "Origin": "https://remit.example"], ["Origin": "http://remit.example"],
        ["Sec-Fetch-Site": "none"],
    ])
    func `a form from a page of ours is taken`(headers: [String: String]) async throws {
        #expect(try await Served().post("/account/password", Self.form, headers: headers).status == 303)
    }

    @Test func `behind a proxy forms come from the address that was told`() async throws {
        let served = Served(store: try Served().store, isSecure: true, origin: "https://remit.nhs.example")
        let cookies = ["__Host-remit": served.keeper.token(of: "manager")]
        func send(_ origin: String) async throws -> Int {
            try await served.send(
                "/account/password", .post, cookies: cookies, headers: ["Origin": origin],
                form: Self.form + [("csrf", "csrf-manager")]
            ).status
        }
        #expect(try await send("https://remit.example") == 403)
        #expect(try await send("https://remit.nhs.example") == 303)
    }

    @Test func `cookies are out of reach of scripts, of other sites and of http`() {
        let safe = Cookies(isSecure: true)
        #expect(
            safe.setting(.session, to: "abc") == "__Host-remit=abc; Path=/; HttpOnly; SameSite=Lax; Secure")
        #expect(
            Cookies(isSecure: false).setting(.session, to: nil)
                == "remit=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax")
    }

    @Test func `over https a cookie without the prefix lets nobody in, and browsers are told to stay`() async throws {
        let served = Served(store: try Served().store, isSecure: true)
        let token = served.keeper.token(of: "manager")
        #expect(try await served.send("/home", .get, cookies: ["remit": token]).status == 303)
        let reply = try await served.send("/home", .get, cookies: ["__Host-remit": token])
        #expect(reply.status == 200)
        #expect(reply.headers[.strictTransportSecurity]?.contains("max-age=") == true)
        #expect(try await Served().ask("/home").headers[.strictTransportSecurity] == nil)
    }

    @Test func `of several cookies the right one is read`() {
        var fields = HTTPFields()
        fields.append(HTTPField(name: .cookie, value: "xremit=1; remit-seal=s;remit=one; remit=two"))
        fields.append(HTTPField(name: .cookie, value: "a; =b; remit-ticket="))
        let cookies = Cookies(isSecure: false).all(in: fields)
        #expect(cookies == [.session: "one", .seal: "s"])
    }

    @Test func `what somebody sees who has signed in is kept by no cache`() async throws {
        let served = try Served.filled.get()
        for path in ["/home", "/contracts", "/about", "/contracts.csv", "/nowhere"] {
            let reply = try await served.ask(path)
            #expect(reply.headers[.cacheControl] == "private, no-store", "\(path)")
        }
        let open = try await served.ask("/about", as: nil)
        #expect(open.headers[.cacheControl] == "public, max-age=60" && open.headers[.vary] == "Cookie")
    }

    @Test(arguments: [
        ("application/json", 415), ("text/plain", 415), ("multipart/form-data", 400),
        ("application/x-www-form-urlencoded; charset=latin1", 415),
    ])
    func `what is no form is refused by its type`(type: String, status: Int) async throws {
        let reply = try await Served().send(
            "/account/password", .post, cookies: ["remit": "token-manager"], headers: ["Content-Type": type],
            body: Array("csrf=csrf-manager".utf8))
        #expect([status, 303].contains(reply.status))
        let served = try Served()
        let known = try await served.send(
            "/account/password", .post, cookies: ["remit": served.keeper.token(of: "manager")],
            headers: ["Content-Type": type], body: Array("csrf=csrf-manager".utf8))
        #expect(known.status == status)
    }

    @Test func `a form that is too large is refused`() async throws {
        let served = try Served()
        let reply = try await served.post("/account/password", [("current", String(repeating: "a", count: 2 << 20))])
        #expect(reply.status == 413 && reply.words.contains("The form was not taken"))
    }
}
