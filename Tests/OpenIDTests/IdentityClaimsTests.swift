import Credentials
import Digests
import OpenID
import Testing
import Vocabulary

/// Each claim that lets nobody in, through the whole way.
struct IdentityClaimsTests {
    static let now = ScriptedProvider.start.secondsSince1970

    /// A claim, the value that it gets, and what is then said.
    static let faults: [Fault] = [
        Fault("iss", .text("https://evil.example"), "it is of another issuer"),
        Fault("iss", .text(ScriptedProvider.issuer + "/"), "it is of another issuer"),
        Fault("aud", "other", "it is for somebody else"),
        Fault("aud", ["remit", "other"], "it is for somebody else"),
        Fault("aud", [], "it is for somebody else"),
        Fault("azp", "other", "it was given to somebody else"),
        Fault("nonce", "abc", "it belongs to another sign-in"),
        Fault("exp", .integer(now - 60), "it has run out"),
        Fault("exp", "1795340300", "it does not say when it was issued and when it ends"),
        Fault("iat", .integer(now + 61), "it is not valid yet"),
        Fault("iat", .integer(now - 601), "it was issued long ago"),
        Fault("iat", .integer(-1), "it does not say when it was issued and when it ends"),
        Fault("exp", .integer(Int.max), "it does not say when it was issued and when it ends"),
        Fault("nbf", .integer(now + 61), "it is not valid yet"),
        Fault("nbf", "now", "it is not valid yet"),
        Fault("at_hash", "AAAA", "it belongs to another access token"),
        Fault("sub", "", "it says of nobody that it is about"),
        Fault("sub", 7, "it says of nobody that it is about"),
        Fault("sub", "a\nb", "it says of nobody that it is about"),
    ]

    struct Fault: Sendable {
        let claim: String
        let value: JSONValue
        let why: String

        init(_ claim: String, _ value: JSONValue, _ why: String) {
            (self.claim, self.value, self.why) = (claim, value, why)
        }
    }

    @Test(arguments: faults)
    func `a claim at fault lets nobody in`(fault: Fault) async throws {
        let (claim, value, why) = (fault.claim, fault.value, fault.why)
        let journey = Journey()
        await journey.provider.set { $0.claims = { $0.with(claim, value) } }
        #expect(try await journey.refusal() == "openid-token: The OpenID provider’s word does not hold: \(why).")
    }

    @Test(arguments: ["iss", "aud", "nonce", "exp", "iat", "sub"])
    func `a claim that is missing lets nobody in`(claim: String) async throws {
        let journey = Journey()
        await journey.provider.set { $0.claims = { $0.with(claim, nil) } }
        #expect(try await journey.refusal().hasPrefix("openid-token"))
    }

    static let halfHash = Base64URL.text(Array(Array(hex: Digest.of("access-1").description).prefix(16)))

    static let edges: [(String, JSONValue)] = [
        ("aud", .list(["remit"])), ("azp", "remit"), ("exp", .integer(now - 59)), ("iat", .integer(now + 60)),
        ("iat", .integer(now - 600)), ("iat", .decimal(Double(now) + 0.5)), ("nbf", .integer(now + 60)),
        ("at_hash", .text(halfHash)),
    ]

    @Test(arguments: edges)
    func `a claim at the edge lets in`(claim: String, value: JSONValue) async throws {
        let journey = Journey()
        await journey.provider.set { $0.claims = { $0.with(claim, value) } }
        #expect(try await journey.refusal() == "let in: s-1")
    }

    @Test func `no refusal tells a token, a code, a secret or a name`() async throws {
        for (claim, value) in [("nonce", JSONValue.text("wrong-nonce")), ("aud", "other-audience"), ("sub", "s-2\n")] {
            let journey = Journey()
            await journey.provider.set { $0.claims = { $0.with(claim, value) } }
            let said = try await journey.refusal()
            for word in ["wrong-nonce", "other-audience", "s-2", "s3cret", "code-1", "access-1", "Ada", "eyJ"] {
                #expect(!said.contains(word))
            }
        }
    }
}
