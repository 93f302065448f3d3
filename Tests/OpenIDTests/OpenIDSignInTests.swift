import Access
import Credentials
import Digests
import OpenID
import Testing
import Transfer
import Vocabulary

/// The whole way, at a provider in memory.
struct OpenIDSignInTests {
    @Test func `somebody whom the provider vouches for is let in`() async throws {
        let journey = Journey()
        let person = try await journey.signIn()
        #expect(person.subject == "s-1" && person.issuer == ScriptedProvider.issuer)
        #expect(person.email == "ada@wexbourne.example" && person.isEmailVerified)
        #expect(person.name == "Ada Müller" && person.groups == ["managers", "staff"] && person.then == "/rounds")
        let given = ScriptedProvider.settings.roles(of: person.groups)
        #expect(given == [GroupRule.Given(role: .commissioningManager, commissioner: OrganisationCode("QWX"))])
    }

    @Test func `the browser is sent with a challenge, never with the verifier or the secret`() async throws {
        let journey = Journey()
        let signIn = OpenIDSignIn(journey.settings, by: journey.provider)
        let address = try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start)
        let query = ScriptedProvider.query(of: address)
        #expect(query["tenant"] == "1", "the address had a query of its own")
        #expect(query["response_type"] == "code" && query["code_challenge_method"] == "S256")
        #expect(query["redirect_uri"] == "https://remit.example/sign-in/openid/back")
        #expect(query["scope"] == "openid profile email" && query["client_id"] == "remit")
        #expect(Set([query["state"], query["nonce"], query["code_challenge"]]).count == 3)
        #expect(query["state"]?.count == 43 && query["nonce"]?.count == 43)
        _ = try await signIn.finish(
            query: await journey.provider.authorise(address), browser: journey.browser, at: ScriptedProvider.start)
        let verifier = try #require(await journey.provider.forms.first?["code_verifier"])
        #expect(!address.contains(verifier) && !address.contains("s3cret"))
        #expect(await journey.provider.authorizations == ["Basic cmVtaXQ6czNjcmV0JTIwJTJGJTJC"])
    }

    /// RFC 7636, appendix B.
    @Test func `the challenge is the published one`() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = Base64URL.text(Array(hex: Digest.of(verifier).description))
        #expect(challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `another state, none, or two, let nobody in`() async throws {
        let begun = "openid-state: This sign-in was not begun in this browser, took too long, or is over already."
        #expect(try await Journey().refusal { $0[0].value = SecretToken().text } == begun)
        #expect(try await Journey().refusal { $0.removeFirst() } == begun)
        #expect(try await Journey().refusal { $0.append($0[0]) } == begun)
    }

    @Test func `an answer in another browser lets nobody in, and leaves the first browser its own`() async throws {
        let journey = Journey()
        let signIn = OpenIDSignIn(journey.settings, by: journey.provider)
        let address = try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start)
        let query = await journey.provider.authorise(address)
        await #expect(throws: Refusal.self) {
            try await signIn.finish(query: query, browser: SecretToken(), at: ScriptedProvider.start)
        }
        await #expect(throws: Refusal.self) {
            try await signIn.finish(query: query, browser: nil, at: ScriptedProvider.start)
        }
        _ = try await signIn.finish(query: query, browser: journey.browser, at: ScriptedProvider.start)
    }

    @Test func `an answer counts once, and a code counts once`() async throws {
        let journey = Journey()
        let signIn = OpenIDSignIn(journey.settings, by: journey.provider)
        let first = await journey.provider.authorise(
            try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start))
        _ = try await signIn.finish(query: first, browser: journey.browser, at: ScriptedProvider.start)
        await #expect(throws: Refusal.self) {
            try await signIn.finish(query: first, browser: journey.browser, at: ScriptedProvider.start)
        }
        var second = await journey.provider.authorise(
            try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start))
        second[1].value = first[1].value
        await #expect(throws: Refusal.self) {
            try await signIn.finish(query: second, browser: journey.browser, at: ScriptedProvider.start)
        }
    }

    @Test func `who takes longer than ten minutes begins anew`() async throws {
        let late = Moment(secondsSince1970: ScriptedProvider.start.secondsSince1970 + 600)
        #expect(try await Journey().refusal(at: late).hasPrefix("openid-state"))
    }

    @Test func `an answer of another issuer is refused before its code is shown to anybody`() async throws {
        let journey = Journey()
        let said = try await journey.refusal { $0.append(("iss", "https://evil.example")) }
        #expect(said == "openid-answer: The OpenID provider let nobody in: the answer is of another issuer.")
        #expect(await journey.provider.forms.isEmpty)
        // Where the provider promises to name itself, an answer that does not is another's.
        let promising = Journey()
        await promising.provider.set {
            $0.metadata = $0.metadata.with("authorization_response_iss_parameter_supported", true)
        }
        #expect(try await promising.refusal().hasPrefix("openid-answer"))
        #expect(try await promising.refusal { $0.append(("iss", ScriptedProvider.issuer)) } == "let in: s-1")
    }

    @Test func `what the provider refuses is said in our words, never in its own`() async throws {
        let denied = try await Journey().refusal {
            $0 = [$0[0], ("error", "access_denied"), ("error_description", "<b>call 0900</b>")]
        }
        #expect(denied == "openid-answer: The OpenID provider let nobody in: you or the provider said no.")
        let odd = try await Journey().refusal { $0 = [$0[0], ("error", "<script>")] }
        #expect(odd == "openid-answer: The OpenID provider let nobody in: it gave a reason that is not known here.")
    }

    @Test func `user info counts for the same person only`() async throws {
        var journey = Journey()
        journey.settings.asksForUserInfo = true
        await journey.provider.set { $0.claims = { $0.with("groups", nil).with("email", nil) } }
        let person = try await journey.signIn()
        #expect(person.groups == ["managers"] && person.email == "ada@wexbourne.example" && !person.isEmailVerified)
        await journey.provider.set { $0.userInfo = $0.userInfo.with("sub", "s-2") }
        #expect(try await journey.refusal().hasPrefix("openid-token"))
    }

    @Test func `keys are fetched again once for a key that is not known`() async throws {
        let journey = Journey()
        let signIn = OpenIDSignIn(journey.settings, by: journey.provider)
        func again() async throws -> SignedOnPerson {
            let address = try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start)
            return try await signIn.finish(
                query: await journey.provider.authorise(address), browser: journey.browser, at: ScriptedProvider.start)
        }
        _ = try await again()
        _ = try await again()
        let fetched = { await journey.provider.asked.filter { $0.hasSuffix("/keys") }.count }
        #expect(await fetched() == 1)
        await journey.provider.set {
            $0.keys = Mint.set(Mint.rsaKey(id: "k2"))
            $0.token = { Mint.token($0, id: "k2") }
        }
        _ = try await again()
        #expect(await fetched() == 2)
        await journey.provider.set { $0.token = { Mint.token($0, id: "k3") } }
        await #expect(throws: Refusal.self) { try await again() }
        #expect(await fetched() == 3)
    }

    @Test(arguments: [
        Transfer.Answer(status: 302, mediaType: "application/json", body: Array("{}".utf8)),
        Transfer.Answer(status: 200, mediaType: "text/html", body: Array("{}".utf8)),
        Transfer.Answer(status: 200, mediaType: "application/json", body: Array("{".utf8)),
        Transfer.Answer(status: 200, mediaType: "application/json", body: []),
        Transfer.Answer(status: 200, mediaType: "application/json", body: Array("{}".utf8)),
        Transfer.Answer(status: 200, mediaType: "application/json", body: Array(#"{"id_token": 7}"#.utf8)),
        Transfer.Answer(
            status: 200, mediaType: "application/json", body: Array(#"{"id_token": "a", "id_token": "b"}"#.utf8)),
    ])
    func `an odd answer for the code lets nobody in`(answer: Transfer.Answer) async throws {
        let journey = Journey()
        await journey.provider.set { $0.tokenAnswer = answer }
        #expect(try await journey.refusal().hasPrefix("openid-provider"))
    }

    @Test(arguments: [TransferFault.unreachable, .outOfTime, .tooLarge, .notTrusted])
    func `a provider that cannot be asked lets nobody in`(fault: TransferFault) async throws {
        let journey = Journey()
        await journey.provider.set { $0.fault = fault }
        let said = try await journey.refusal()
        #expect(said == "openid-provider: Signing in by the OpenID provider failed: \(fault.inWords).")
    }

    @Test func `a thousand sign-ins that never come back do not keep out the next`() async throws {
        let journey = Journey()
        let signIn = OpenIDSignIn(journey.settings, by: journey.provider)
        for _ in 0..<1_100 { _ = try await signIn.begin(browser: SecretToken(), at: ScriptedProvider.start) }
        let address = try await signIn.begin(browser: journey.browser, at: ScriptedProvider.start)
        let person = try await signIn.finish(
            query: await journey.provider.authorise(address), browser: journey.browser, at: ScriptedProvider.start)
        #expect(person.subject == "s-1")
    }
}
