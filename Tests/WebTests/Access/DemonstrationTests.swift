import HTTPTypes
import Access
import Store
import Testing
import Vocabulary

@testable import Web

/// Everybody is signed in at once: in a demonstration, and nowhere else.
struct DemonstrationTests {
    private func served() throws -> Served {
        Served(
            store: try Served().store,
            demonstration: Demonstration([(Slug("manager")!, "Manager"), (Slug("observer")!, "Observer")]))
    }

    @Test func `who comes without a cookie is the first of the demonstration's people`() async throws {
        let home = try await served().ask("/home", as: nil)
        #expect(home.status == 200 && home.words.contains("You are Name of manager"))
        #expect(home.text.contains("name=\"account\" value=\"observer\">Observer</button>"))
        #expect(!home.text.contains("value=\"manager\">"))
    }

    @Test func `one press makes the reader another, and another press the first again`() async throws {
        let served = try served()
        let token = try await csrf(served, "/home", cookies: [:])
        let other = try await served.send("/demo/switch", .post, form: [("csrf", token), ("account", "observer")])
        #expect(other.status == 303 && other.location == "/home")
        let cookie = try #require(other.cookie("remit"))
        let home = try await served.send("/home", .get, cookies: ["remit": cookie])
        #expect(home.words.contains("You are Name of observer"))
        let back = try await served.send(
            "/demo/switch", .post, cookies: ["remit": cookie], form: [("csrf", token), ("account", "manager")])
        #expect(back.status == 303)
    }

    private func csrf(_ served: Served, _ path: String, cookies: [String: String]) async throws -> String {
        let page = try await served.send(path, .get, cookies: cookies)
        return String(try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1)
    }

    @Test func `nobody becomes somebody who is not of the demonstration`() async throws {
        let served = try served()
        let token = try await csrf(served, "/home", cookies: [:])
        for account in ["administrator", "", "nobody"] {
            let reply = try await served.send("/demo/switch", .post, form: [("csrf", token), ("account", account)])
            #expect(reply.status == 404 && reply.cookie("remit") == nil, "\(account)")
        }
    }

    @Test func `who signs out of it has signed out`() async throws {
        let served = try served()
        let token = try await csrf(served, "/home", cookies: [:])
        let reply = try await served.send("/sign-out", .post, form: [("csrf", token)])
        let cookie = try #require(reply.cookie("remit"))
        #expect(try await served.send("/home", .get, cookies: ["remit": cookie]).status == 303)
    }

    @Test func `who has signed out of it comes back by one press on the page where people sign in`() async throws {
        let served = try served()
        let page = try await served.send("/sign-in", .get, cookies: ["remit": "out"])
        #expect(page.text.contains("name=\"account\" value=\"manager\">Manager</button>"))
        let seal = try #require(page.cookie("remit-seal"))
        let token = String(try #require(page.text.firstMatch(of: /name="csrf" value="([^"]+)"/)).1)
        let reply = try await served.send(
            "/demo/switch", .post, cookies: ["remit": "out", "remit-seal": seal],
            form: [("csrf", token), ("account", "observer")])
        #expect(reply.status == 303 && reply.location == "/home" && reply.cookie("remit") != nil)
        #expect(!(try await Served().ask("/sign-in", as: nil).text.contains("/demo/switch")))
    }

    @Test func `in earnest nobody is signed in without a password, and there is nothing to press`() async throws {
        let served = try Served()
        #expect(try await served.ask("/home", as: nil).status == 303)
        #expect(!(try await served.ask("/home").text.contains("/demo/switch")))
        #expect(try await served.post("/demo/switch", [("account", "observer")]).status == 404)
    }

    @Test func `an installation with real figures is never demonstrated`() throws {
        let store = try Store.inMemory()
        try store.perform(
            SetUpInstallation(holder: "Wexbourne ICB", isInvented: false), by: Served.author, at: Served.moment)
        let refusal = #expect(throws: Refusal.self) {
            try Server.demonstration(store: store, version: "test", people: [(Slug("manager")!, "Manager")])
        }
        #expect(refusal?.code == "not-invented")
    }
}
