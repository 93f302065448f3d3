import Testing
import Vocabulary

@testable import Credentials

struct NewPasswordTests {
    private static let known = ["rosa.quillfeather@wexbourne.example", "Rosa Quillfeather"]

    @Test(arguments: [
        ("eleven char", "password-short"), ("", "password-short"),
        (String(repeating: "abcdef", count: 34), "password-long"), ("aaaaaaaaaaaaaaaa", "password-plain"),
        ("abababababABAB", "password-plain"), ("with a bell \u{7} in it", "password-plain"),
        ("rosa.quillfeather1", "password-known"), ("Rosa Quillfeather!", "password-known"),
        ("ROSA.QUILLFEATHER@wexbourne.example", "password-known"),
    ])
    func `a password that is easily found is refused`(password: String, code: String) {
        let refusal = #expect(throws: Refusal.self) { try NewPassword.check(password, besides: Self.known) }
        #expect(refusal?.code == code)
    }

    @Test(arguments: ["correct horse battery", "tulips, ink & 7 boats", "Ein Wort für Rosa reicht", "пароль из слов"])
    func `a long one may be set, of whatever signs`(password: String) throws {
        try NewPassword.check(password, besides: Self.known)
    }

    @Test func `a refusal never says the password`() {
        let refusal = #expect(throws: Refusal.self) { try NewPassword.check("tulip") }
        #expect(refusal.map { !"\($0)".contains("tulip") } == true)
    }
}
