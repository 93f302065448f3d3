import Mail
import Testing
import Transfer
import Vocabulary

/// The settings for mail as an administrator writes them.
struct MailDocumentTests {
    private let sound: JSONValue = [
        "host": "mail.wexbourne.example", "port": 587, "security": "starttls", "name": "remit",
        "passwordFile": "/etc/remit/mail-password", "from": "remit@wexbourne.example", "fromName": "Remit",
    ]

    private func refusal(_ json: JSONValue, password: String? = "secret") -> Refusal? {
        do {
            _ = try MailDocument.read(json, named: "mail.yaml").post(password: password, named: "mail.yaml")
            return nil
        } catch { return error }
    }

    private func with(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = sound else { return sound }
        return .object(members.filter { $0.key != key } + [.init(key, value)])
    }

    @Test func `sound settings are read`() throws {
        let post = try MailDocument.read(sound, named: "mail.yaml").post(password: "secret", named: "mail.yaml")
        #expect(post.server.host == "mail.wexbourne.example" && post.server.port == 587)
        #expect(post.server.security == .startTLS && post.server.ownName == "wexbourne.example")
        #expect(post.sender.name == "Remit" && post.sender.address.description == "remit@wexbourne.example")
    }

    @Test(arguments: [
        ("from", JSONValue.text("nobody")), ("host", "a b"), ("port", 0), ("security", "ssl"), ("security", "none"),
        ("password", "secret"),
    ])
    func `a setting that cannot be is refused with its key`(key: String, value: JSONValue) throws {
        let said = try #require(refusal(with(key, value)))
        #expect(said.kind == .input && said.description.contains("docs/sign-in.md"))
        #expect(said.sentence.contains(key == "port" ? "port" : key))
    }

    @Test func `a name without a password, or the other way round, is refused`() throws {
        #expect(try #require(refusal(sound, password: nil)).sentence.contains("passwordFile"))
        #expect(try #require(refusal(sound, password: "a\nb")).sentence.contains("passwordFile"))
        #expect(refusal(with("name", .null), password: nil) == nil)
    }
}
