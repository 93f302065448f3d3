import Testing

@testable import Credentials

struct PasswordHashTests {
    static let cheap = PasswordHash.Cost(rounds: 1 << 4, blockSize: 8, parallelism: 1)

    @Test func `published: RFC 7914, the second example of scrypt`() {
        let derived = PasswordHash.derived(
            from: "password", salt: Array("NaCl".utf8),
            cost: .init(rounds: 1_024, blockSize: 8, parallelism: 16), count: 64)
        let hex = derived.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        #expect(
            hex == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640")
    }

    @Test func `the password holds, and nothing else does`() {
        let hash = PasswordHash(of: "correct horse battery", cost: Self.cheap)
        #expect(hash.holds("correct horse battery"))
        for other in ["correct horse batterz", "Correct horse battery", "correct horse battery ", "", "\0"] {
            #expect(!hash.holds(other), "\(other)")
        }
        #expect(!PasswordHash.ofNothing(cost: Self.cheap).holds(""))
    }

    @Test func `today's cost takes a password and holds it`() {
        let hash = PasswordHash(of: "correct horse battery")
        #expect(hash.text.hasPrefix("scrypt$32768$8$3$"))
        #expect(hash.holds("correct horse battery"))
        #expect(!hash.needsRehash())
    }

    @Test func `two keyboards that write a letter differently write one password`() {
        let hash = PasswordHash(of: "caf\u{E9} au lait \u{FB01}ne", cost: Self.cheap)
        #expect(hash.holds("cafe\u{301} au lait fine"))
    }

    @Test func `what is kept is read back, and differs each time`() throws {
        let hash = PasswordHash(of: "correct horse battery", cost: Self.cheap)
        let again = try #require(PasswordHash(hash.text))
        #expect(again == hash)
        #expect(again.holds("correct horse battery"))
        #expect(PasswordHash(of: "correct horse battery", cost: Self.cheap).text != hash.text)
        #expect(!hash.text.contains("correct"))
    }

    @Test(arguments: [
        "", "scrypt", "scrypt$16$8$1$c2FsdA$aGFzaA", "bcrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
        "scrypt$17$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$-16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$1099511627776$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$1048576$32$16$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "scrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
    ])
    func `a text that is no hash of ours is not read`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `a cheaper hash is to be made anew, a dearer one is not`() {
        let hash = PasswordHash(of: "correct horse battery", cost: Self.cheap)
        #expect(hash.needsRehash())
        #expect(!hash.needsRehash(to: Self.cheap))
        #expect(!hash.needsRehash(to: .init(rounds: 1 << 3, blockSize: 8, parallelism: 1)))
    }

    @Test func `a text of any length is taken without harm, and its end beyond what may be set does not count`() {
        let long = String(repeating: "a", count: 2_000_000)
        let hash = PasswordHash(of: long, cost: Self.cheap)
        #expect(hash.holds(long + "b"))
    }
}
