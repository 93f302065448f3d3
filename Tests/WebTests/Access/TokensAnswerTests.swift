import Access
import Store
import Testing
import Vocabulary

@testable import Web

/// The page on which one makes access tokens.
struct TokensAnswerTests {
    @Test func `a token is shown once, is listed by its name, and is ended`() async throws {
        let served = try Served()
        let made = try await served.post(
            "/account/tokens",
            [("name", "report"), ("scopes", "readContracts"), ("scopes", "readRounds"), ("days", "30")])
        #expect(made.status == 200 && made.text.contains("remit_manager"))
        let page = try await served.ask("/account/tokens")
        #expect(page.words.contains("report") && !page.text.contains("remit_manager"))
        #expect(
            try served.keeper.tokens(of: Slug("manager")!, at: Served.moment).first?.scopes == [
                .readContracts, .readRounds,
            ])
        let twice = try await served.post(
            "/account/tokens", [("name", "report"), ("scopes", "readRounds"), ("days", "30")])
        #expect(twice.status == 422 && twice.words.contains("has a token “report” already"))
        let ended = try await served.post("/account/tokens/end", [("name", "report")])
        #expect(ended.status == 303 && ended.location == "/account/tokens")
        #expect(try served.keeper.tokens(of: Slug("manager")!, at: Served.moment).isEmpty)
        #expect(try await served.post("/account/tokens/end", [("name", "report")]).status == 303)
    }

    @Test(arguments: [
        ([("name", "A B"), ("scopes", "readRounds"), ("days", "30")], "Enter a name of small letters"),
        ([("name", "report"), ("days", "30")], "Tick what it may be used for"),
        ([("name", "report"), ("scopes", "manageOwnAccount"), ("days", "30")], "Tick what it may be used for"),
        ([("name", "report"), ("scopes", "readRounds"), ("days", "366")], "Enter a number of days from 1 to 365"),
    ])
    func `what cannot be is said at its field, and no token is made`(
        fields: [(String, String)], sentence: String
    ) async throws {
        let served = try Served()
        let reply = try await served.post("/account/tokens", fields)
        #expect(reply.status == 422 && reply.words.contains(sentence))
        #expect(try served.keeper.tokens(of: Slug("manager")!, at: Served.moment).isEmpty)
    }

    @Test func `nobody makes a token for what their roles do not let them do`() async throws {
        let served = try Served()
        let reply = try await served.post(
            "/account/tokens", [("name", "report"), ("scopes", "runRounds"), ("days", "30")], as: "analyst")
        #expect(reply.status == 422)
        let page = try await served.ask("/account/tokens", as: "analyst")
        #expect(!page.text.contains("value=\"runRounds\"") && page.text.contains("value=\"readContracts\""))
    }

    @Test func `what a token may be for is said to its holder`() async throws {
        let page = try await Served().ask("/account/tokens", as: "panel-member").words
        #expect(page.contains("Declare your own interests and gifts"))
        #expect(!page.contains("their own"))
    }

    @Test func `the account page leads to tokens where one may hold them`() async throws {
        let served = try Served()
        #expect(try await served.ask("/account").text.contains("/account/tokens"))
        #expect(try await served.ask("/account", as: "panel-member").text.contains("/account/tokens"))
        #expect(try await served.ask("/account", as: "administrator").text.contains("/account/tokens"))
        #expect(try await !served.ask("/account", as: "newcomer").text.contains("/account/tokens"))
    }
}
