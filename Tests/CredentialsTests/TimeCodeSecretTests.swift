import Testing
import Vocabulary

@testable import Credentials

struct TimeCodeSecretTests {
    private static let published = TimeCodeSecret(bytes: Array("12345678901234567890".utf8))!

    @Test(
        "published: RFC 6238, appendix B, the SHA-1 column",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
            (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func publishedByTime(seconds: Int, code: String) {
        let step = TimeCodeSecret.step(at: Moment(secondsSince1970: seconds))
        #expect(Self.published.code(ofStep: step, digits: 8) == code)
    }

    @Test(
        "published: RFC 4226, appendix D",
        arguments: Array(
            [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ].enumerated()))
    func publishedByCount(_ count: Int, code: String) {
        #expect(Self.published.code(ofStep: count) == code)
    }

    @Test func `a code stands for its own step and one beside it, and for no other`() {
        let secret = TimeCodeSecret()
        let moment = Moment(secondsSince1970: 1_740_000_000)
        let now = TimeCodeSecret.step(at: moment)
        for offset in -1...1 {
            #expect(secret.step(of: secret.code(ofStep: now + offset), at: moment, after: nil) == now + offset)
        }
        // Codes two steps off may by chance be one of the three that stand.
        let standing = Set((-1...1).map { secret.code(ofStep: now + $0) })
        for offset in [-3, -2, 2, 3] where !standing.contains(secret.code(ofStep: now + offset)) {
            #expect(secret.step(of: secret.code(ofStep: now + offset), at: moment, after: nil) == nil)
        }
    }

    @Test func `a step is used once, and what came before it not any more`() {
        let secret = TimeCodeSecret()
        let moment = Moment(secondsSince1970: 1_740_000_000)
        let now = TimeCodeSecret.step(at: moment)
        let code = secret.code(ofStep: now)
        #expect(secret.step(of: code, at: moment, after: now - 1) == now)
        #expect(secret.step(of: code, at: moment, after: now) == nil)
        let earlier = secret.code(ofStep: now - 1)
        if earlier != secret.code(ofStep: now + 1) { #expect(secret.step(of: earlier, at: moment, after: now) == nil) }
    }

    @Test(arguments: ["", "1", "12345", "1234567", "abcdef", "١٢٣٤٥٦"])
    func `what is no code is the code of no step`(text: String) {
        #expect(Self.published.step(of: text, at: Moment(secondsSince1970: 59), after: nil) == nil)
    }

    @Test func `people type spaces`() {
        #expect(Self.published.step(of: "287 082", at: Moment(secondsSince1970: 59), after: nil) == 1)
    }

    @Test func `the address is what an app reads`() {
        let address = Self.published.address(issuer: "Remit: Wexbourne ICB", holder: "rosa@wexbourne.example")
        #expect(
            address
                == "otpauth://totp/Remit%20%20Wexbourne%20ICB:rosa%40wexbourne.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Remit%20%20Wexbourne%20ICB&algorithm=SHA1"
                + "&digits=6&period=30")
    }

    @Test func `a secret has twenty bytes of chance, and a short one is none`() {
        #expect(TimeCodeSecret().bytes.count == 20)
        #expect(TimeCodeSecret() != TimeCodeSecret())
        #expect(TimeCodeSecret(bytes: [1, 2, 3]) == nil)
    }
}
