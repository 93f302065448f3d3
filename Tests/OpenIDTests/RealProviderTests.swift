import Credentials
import Foundation
import OpenID
import TestSupport
import Testing
import Transfer
import Vocabulary

/// Against a real provider of somebody else's, on this machine: its tokens, its keys, its checks of the code challenge.
@Suite(.serialized, .enabled(if: Peer.python != nil, "\(Peer.missing)"))
struct RealProviderTests {
    private let browser = SecretToken()

    private func now() -> Moment { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)) }

    private func settings(_ peer: Peer) throws -> OpenIDSettings {
        var settings = OpenIDSettings(
            issuer: try #require(WebAddress(peer.said)), clientID: "remit", secret: "s3cret",
            redirect: try #require(WebAddress("http://127.0.0.1:8080/sign-in/openid/back")), groupsClaim: "groups",
            rules: [])
        settings.asksForUserInfo = true
        return settings
    }

    /// Says yes at the provider's own form, and reads where it sends the browser.
    private func consent(_ address: String) throws -> [(name: String, value: String)] {
        let answer = try Peer.location(posting: "sub=s-1001", to: address)
        let items = try #require(URLComponents(string: answer)?.queryItems)
        return items.map { ($0.name, $0.value ?? "") }
    }

    @Test func `somebody signs in, once for each code`() async throws {
        let peer = try Peer("openid-provider.py")
        defer { peer.end() }
        let signIn = OpenIDSignIn(try settings(peer), by: Transfer(limits: .document))
        let address = try await signIn.begin(browser: browser, then: "/home", at: now())
        let query = try consent(address)
        let person = try await signIn.finish(query: query, browser: browser, at: now())
        #expect(person.subject == "s-1001" && person.issuer == peer.said && person.then == "/home")
        #expect(person.email == "ada@wexbourne.example" && person.isEmailVerified && person.name == "Ada Müller")
        #expect(person.groups == ["remit-managers", "all-staff"])

        // The same code in a sign-in of its own: its challenge is another, and it was used.
        let second = try consent(try await signIn.begin(browser: browser, at: now()))
        let mixed = second.map { $0.name == "code" ? ($0.name, query.first { $0.name == "code" }!.value) : $0 }
        await #expect(throws: Refusal.self) { try await signIn.finish(query: mixed, browser: browser, at: now()) }
    }

    @Test func `a code that was stolen is worth nothing without its verifier`() async throws {
        let peer = try Peer("openid-provider.py")
        defer { peer.end() }
        let victim = OpenIDSignIn(try settings(peer), by: Transfer(limits: .document))
        let thief = OpenIDSignIn(try settings(peer), by: Transfer(limits: .document))
        let stolen = try consent(try await victim.begin(browser: browser, at: now()))
        let own = ScriptedProvider.query(of: try await thief.begin(browser: browser, at: now()))
        let query = stolen.map { $0.name == "state" ? ($0.name, own["state"] ?? "") : $0 }
        do {
            _ = try await thief.finish(query: query, browser: browser, at: now())
            Issue.record("somebody was let in")
        } catch {
            #expect(error.sentence.hasSuffix("it did not exchange the code (400)."))
        }
    }
}
