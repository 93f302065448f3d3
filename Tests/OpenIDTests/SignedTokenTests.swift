import Credentials
import CryptoExtras
import Foundation
import OpenID
import TestSupport
import Testing
import Vocabulary

/// Tokens that are sound, and tokens that somebody made to look so.
struct SignedTokenTests {
    private let claims: JSONValue = ["sub": "s-1"]

    private func verified(_ text: String, _ keys: JSONValue) async throws -> JSONValue {
        let token = try SignedToken(text)
        let key = try #require(try ProviderKeys(keys).key(for: token.header), "no key fits")
        return try await token.verified(by: key)
    }

    private func isRefused(_ text: String, _ keys: JSONValue) async -> Bool {
        do {
            let token = try SignedToken(text)
            guard let key = try ProviderKeys(keys).key(for: token.header) else { return true }
            _ = try await token.verified(by: key)
            return false
        } catch {
            return true
        }
    }

    @Test func `each signature that is taken is taken from its own kind of key`() async throws {
        let rsa = Mint.set(Mint.rsaKey())
        #expect(try await verified(Mint.token(claims), rsa) == claims)
        #expect(try await verified(Mint.token(claims, .ps256), rsa) == claims)
        #expect(try await verified(Mint.token(claims, .es256), Mint.set(Mint.curveKey())) == claims)
    }

    @Test func `a token with no signature is refused, however the word is written`() async {
        let keys = Mint.set(Mint.rsaKey())
        for word in ["none", "None", "NONE", "nOnE", "", "HS256", "HS512", "ES384", "RS1", "rs256"] {
            for way in [Mint.Way.none, .rs256] {
                let header: JSONValue = ["alg": .text(word), "kid": "k1"]
                #expect(await isRefused(Mint.token(claims, header: header, way), keys), "\(word)")
            }
        }
        let unsigned = Mint.token(claims, header: ["alg": "RS256", "kid": "k1"], .none)
        #expect(await isRefused(unsigned, keys))
    }

    @Test func `a public key is never taken for a shared secret`() async throws {
        let key = Mint.rsa.publicKey
        let secrets = [
            Array(key.pemRepresentation.utf8), Array(key.derRepresentation), Array(Mint.rsaKey().canonical.utf8),
            Array(try key.getKeyPrimitives().modulus),
        ]
        for secret in secrets {
            #expect(await isRefused(Mint.token(claims, .hs256(secret)), Mint.set(Mint.rsaKey())))
            let secretKey: JSONValue = ["kty": "oct", "kid": "k1", "k": .text(Base64URL.text(secret))]
            #expect(await isRefused(Mint.token(claims, .hs256(secret)), Mint.set(secretKey)))
            // It says RS256 and is none.
            let header: JSONValue = ["alg": "RS256", "kid": "k1"]
            #expect(await isRefused(Mint.token(claims, header: header, .hs256(secret)), Mint.set(Mint.rsaKey())))
        }
    }

    @Test func `a key of another pair, kind or purpose verifies nothing`() async {
        #expect(await isRefused(Mint.token(claims, .byOther), Mint.set(Mint.rsaKey())), "another pair")
        #expect(await isRefused(Mint.token(claims), Mint.set(Mint.curveKey())), "another kind")
        #expect(await isRefused(Mint.token(claims, .ps256), Mint.set(Mint.rsaKey(Mint.rsa, [.init("alg", "RS256")]))))
        #expect(await isRefused(Mint.token(claims), Mint.set(Mint.rsaKey(Mint.rsa, [.init("use", "enc")]))))
        #expect(await isRefused(Mint.token(claims), Mint.set(Mint.rsaKey(Mint.rsa, [.init("key_ops", ["sign"])]))))
        #expect(await isRefused(Mint.token(claims, id: "k2"), Mint.set(Mint.rsaKey())), "another name")
        let twins = Mint.set(Mint.rsaKey(), Mint.rsaKey(Mint.otherRSA))
        #expect(await isRefused(Mint.token(claims), twins), "two keys of one name")
    }

    @Test func `a token that names no key is held against the only one that fits`() async throws {
        #expect(try await verified(Mint.token(claims, id: nil), Mint.set(Mint.rsaKey(), Mint.curveKey())) == claims)
        let two = Mint.set(Mint.rsaKey(), Mint.rsaKey(Mint.otherRSA, id: "k2"))
        #expect(await isRefused(Mint.token(claims, id: nil), two))
    }

    @Test func `a token does not bring its own key`() async {
        let other = Mint.rsaKey(Mint.otherRSA)
        let header: JSONValue = ["alg": "RS256", "kid": "k1", "jwk": other, "jku": "https://evil.example/keys"]
        #expect(await isRefused(Mint.token(claims, header: header, .byOther), Mint.set(Mint.rsaKey())))
        let critical: JSONValue = ["alg": "RS256", "kid": "k1", "crit": ["b64"], "b64": false]
        #expect(await isRefused(Mint.token(claims, header: critical), Mint.set(Mint.rsaKey())))
    }

    /// Every letter of a token counts: none can be changed, left out or put in.
    @Test(arguments: [UInt64(1), 2, 3]) func `a token that was touched is refused`(seed: UInt64) async {
        var numbers = SeededNumbers(seed: seed)
        let keys = Mint.set(Mint.rsaKey())
        let sound = Array(Mint.token(claims).utf8)
        let letters = Array("ABCxyz019-_.=+/ ".utf8)
        for _ in 0..<150 {
            var touched = sound
            let place = Int.random(in: 0..<touched.count, using: &numbers)
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: touched[place] = letters.randomElement(using: &numbers)!
            case 1: touched.remove(at: place)
            default: touched.insert(letters.randomElement(using: &numbers)!, at: place)
            }
            guard touched != sound else { continue }
            let text = String(decoding: touched, as: UTF8.self)
            #expect(await isRefused(text, keys), "seed \(seed): \(text)")
        }
    }

    @Test func `what is no token is refused`() async {
        let keys = Mint.set(Mint.rsaKey())
        for text in ["", ".", "..", "...", "a.b.c", "e30.e30.e30", String(repeating: "a", count: 70_000)] {
            #expect(await isRefused(text, keys))
        }
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        let head = Base64URL.text(Array(#"{"alg":"RS256","kid":"k1"}"#.utf8))
        #expect(await isRefused("\(head).\(Base64URL.text(Array(deep.utf8))).AAAA", keys))
        let twice = Base64URL.text(Array(#"{"alg":"RS256","alg":"none"}"#.utf8))
        #expect(await isRefused("\(twice).e30.AAAA", keys))
    }
}
