import Testing

@testable import Credentials

struct SecretTokenTests {
    @Test func `a token is read back from its text, with the same digest`() throws {
        for _ in 0..<100 {
            let token = SecretToken()
            #expect(token.text.utf8.count == 43)
            #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            #expect(try #require(SecretToken(token.text)).digest == token.digest)
        }
    }

    @Test func `no two are alike`() {
        #expect(Set((0..<1_000).map { _ in SecretToken().text }).count == 1_000)
    }

    @Test(arguments: ["", "short", String(repeating: "A", count: 44), String(repeating: "!", count: 43)])
    func `a text of another form is none`(text: String) {
        #expect(SecretToken(text) == nil)
    }

    @Test func `a token has one text only`() {
        // The last character of 43 carries four bits; another that ends in the same four is refused.
        #expect(SecretToken(String(repeating: "A", count: 43)) != nil)
        #expect(SecretToken(String(repeating: "A", count: 42) + "B") == nil)
    }

    @Test(
        "published: RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"), ("\u{3FF}\u{7BF}", "z7_evw"), (">>>", "Pj4-"),
        ])
    func base64(plain: String, coded: String) {
        #expect(Base64URL.text(Array(plain.utf8)) == coded)
        #expect(Base64URL.bytes(coded) == Array(plain.utf8))
    }

    @Test(arguments: ["Z", "Zg==", "Zh", "Zm9", "Zm9vY", "Zm+v", "Zm/v", "Zm 9", "é"])
    func `base 64 of another form is refused`(coded: String) {
        #expect(Base64URL.bytes(coded) == nil)
    }

    @Test func `a recovery code is read in either case, with or without hyphens`() throws {
        for _ in 0..<100 {
            let code = RecoveryCode()
            let typed = code.text.uppercased().replacing("-", with: " ")
            #expect(code.text.count == 19)
            #expect(try #require(RecoveryCode(typed)).digest == code.digest)
        }
        #expect(RecoveryCode("1111-1111-1111-1111") == nil)
        #expect(RecoveryCode("") == nil)
    }

    @Test(
        "published: RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ])
    func base32(plain: String, coded: String) {
        #expect(Base32.text(Array(plain.utf8)) == coded)
        #expect(Base32.bytes(coded.lowercased()) == Array(plain.utf8))
    }

    @Test(arguments: [([], [], true), ([1, 2], [1, 2], true), ([1, 2], [1, 3], false), ([1], [1, 2], false)])
    func `bytes are compared whole`(left: [UInt8], right: [UInt8], areEqual: Bool) {
        #expect(ConstantTime.areEqual(left, right) == areEqual)
    }
}
