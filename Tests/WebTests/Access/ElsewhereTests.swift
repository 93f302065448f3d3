import Access
import Foundation
import HTTPTypes
import OpenID
import Store
import Synchronization
import TestSupport
import Testing
import Vocabulary

@testable import Web

/// The way in by a provider: a real one on this machine where it is there.
@Suite(.serialized)
struct ElsewhereTests {
    private func served(_ provider: Peer, withCode: Bool = false) throws -> Served {
        let settings = try OpenIDDocument.read(
            [
                "issuer": .text(provider.said), "clientId": "remit", "title": "your Wexbourne account",
                "redirect": "http://127.0.0.1:8080/sign-in/openid/back", "findByEmail": true,
            ], named: "openid.yaml"
        ).settings(secret: "s3cret", named: "openid.yaml")
        let filled = try Served.filled.get()
        let keeper = TestDoorkeeper(commissioner: filled.commissioner)
        keeper.add("ada", [])
        if withCode { keeper.held.withLock { _ = $0.factors.insert(Slug("ada")!) } }
        var door = Door(keeper: keeper, isSecure: false)
        door.elsewhere = OpenIDSignIn(settings, certificates: nil)
        return Served(
            site: Site(desks: filled.site.desks, version: "test", door: door) {
                Moment(secondsSince1970: Int(Date().timeIntervalSince1970))
            })
    }

    @Test func `where no provider is set up there is no way to one`() async throws {
        let served = try Served.filled.get()
        #expect(try await served.ask("/sign-in/openid", as: nil).status == 404)
        #expect(try await served.ask("/sign-in/openid/back?code=x&state=y", as: nil).status == 404)
        #expect(!(try await served.ask("/sign-in", as: nil).text.contains("/sign-in/openid")))
    }

    @Test(.enabled(if: Peer.python != nil, "\(Peer.missing)"))
    func `somebody goes to the provider and comes back signed in, once and in the same browser`() async throws {
        let provider = try Peer("openid-provider.py")
        defer { provider.end() }
        let served = try served(provider)
        let page = try await served.ask("/sign-in?then=%2Faccount", as: nil)
        #expect(page.text.contains("Sign in with your Wexbourne account"))
        #expect(page.text.contains("/sign-in/openid?then="))

        let leaving = try await served.ask("/sign-in/openid?then=%2Faccount", as: nil)
        let browser = try #require(leaving.cookie("remit-elsewhere"))
        let address = try #require(leaving.location)
        #expect(leaving.status == 303 && address.hasPrefix(provider.said + "/"))
        let back = try Peer.location(posting: "sub=s-1001", to: address)
        let path = try #require(back.range(of: "/sign-in/openid/back?")).lowerBound

        let stranger = try await served.send(String(back[path...]), .get)
        #expect(stranger.status == 403 && stranger.cookie("remit") == nil)
        let entered = try await served.send(String(back[path...]), .get, cookies: ["remit-elsewhere": browser])
        #expect(entered.status == 303 && entered.location == "/account")
        #expect(entered.cookie("remit") == "token-ada")
        let again = try await served.send(String(back[path...]), .get, cookies: ["remit-elsewhere": browser])
        #expect(again.status == 403 && again.cookie("remit") == nil)
    }

    @Test(.enabled(if: Peer.python != nil, "\(Peer.missing)"))
    func `who has a second factor is asked for its code after the provider too`() async throws {
        let provider = try Peer("openid-provider.py")
        defer { provider.end() }
        let served = try served(provider, withCode: true)
        let leaving = try await served.ask("/sign-in/openid?then=%2Faccount", as: nil)
        let browser = try #require(leaving.cookie("remit-elsewhere"))
        let back = try Peer.location(posting: "sub=s-1001", to: try #require(leaving.location))
        let path = try #require(back.range(of: "/sign-in/openid/back?")).lowerBound
        let asked = try await served.send(String(back[path...]), .get, cookies: ["remit-elsewhere": browser])
        #expect(asked.status == 303 && asked.location == "/sign-in/code?then=%2Faccount")
        #expect(asked.cookie("remit") == nil && asked.cookie("remit-ticket") == "ticket-ada")
    }

    @Test(.enabled(if: Peer.python != nil, "\(Peer.missing)"))
    func `nobody is led off the site afterwards`() async throws {
        let provider = try Peer("openid-provider.py")
        defer { provider.end() }
        let served = try served(provider)
        let leaving = try await served.ask("/sign-in/openid?then=https%3A%2F%2Fevil.example%2F", as: nil)
        let browser = try #require(leaving.cookie("remit-elsewhere"))
        let back = try Peer.location(posting: "sub=s-1001", to: try #require(leaving.location))
        let path = try #require(back.range(of: "/sign-in/openid/back?")).lowerBound
        let entered = try await served.send(String(back[path...]), .get, cookies: ["remit-elsewhere": browser])
        #expect(entered.location == "/home")
    }
}

extension TestDoorkeeper {
    /// By the first part of the address.
    func signIn(
        vouchedFor person: VouchedPerson, askingForCode asksForCode: Bool, at moment: Moment
    ) throws -> Admission {
        let account = String(person.email?.prefix { $0 != "@" } ?? "newcomer")
        if asksForCode, try hasSecondFactor(Slug(account)!) { return .code(ticket: "ticket-\(account)") }
        return .session(token: token(of: account))
    }

    func signInLinks(of account: Slug) throws -> [SignInLink] {
        account.description == "ada"
            ? [SignInLink(issuer: "https://id.example", subject: "s-1001", linkedAt: Served.moment)] : []
    }

    func unlink(_ account: Slug, issuer: String, as visitor: Slug, at moment: Moment) throws {
        guard account.description == "ada", issuer == "https://id.example" else {
            throw Refusal(.usage, code: "not-linked", "It is not linked there.")
        }
    }
}
