import Access
import OpenID
import Testing
import Vocabulary

/// The settings as an administrator writes them.
struct OpenIDDocumentTests {
    private let sound: JSONValue = [
        "issuer": "https://id.example/tenant", "clientId": "remit", "secretFile": "/etc/remit/openid-secret",
        "redirect": "https://remit.example/sign-in/openid/back", "groupsClaim": "groups", "userInfo": true,
        "groups": [
            ["group": "managers", "role": "commissioningManager", "commissioner": "QWX"],
            ["group": "auditors", "role": "observer"],
        ],
    ]

    private func refusal(_ json: JSONValue, secret: String? = "s3cret") -> Refusal? {
        do {
            _ = try OpenIDDocument.read(json, named: "openid.yaml").settings(secret: secret, named: "openid.yaml")
            return nil
        } catch { return error }
    }

    @Test func `sound settings are read`() throws {
        let document = try OpenIDDocument.read(sound, named: "openid.yaml")
        let settings = try document.settings(secret: "s3cret", named: "openid.yaml")
        #expect(
            settings.scopes == ["openid", "profile", "email"] && settings.asksForUserInfo && !settings.findsByEmail)
        #expect(
            settings.roles(of: ["auditors", "managers", "nobody"]) == [
                GroupRule.Given(role: .commissioningManager, commissioner: OrganisationCode("QWX")),
                GroupRule.Given(role: .observer, commissioner: nil),
            ])
        #expect(settings.roles(of: ["Managers", "managers "]).isEmpty)
    }

    @Test(
        arguments: [
            ("issuer", JSONValue.text("http://id.example")), ("issuer", "https://id.example?x=1"),
            ("redirect", "remit"),
            ("clientId", ""), ("clientId", "a b"), ("scopes", ["profile"]), ("scopes", ["openid profile"]),
            ("groupsClaim", nil), ("secret", "s3cret"),
            ("groups", [["group": "managers", "role": "analyst"]]),
            ("groups", [["group": "managers", "role": "king"]]),
        ] as [(String, JSONValue?)])
    func `a setting that cannot be is refused with its key`(key: String, value: JSONValue?) throws {
        let said = try #require(refusal(sound.with(key, value)))
        #expect(said.kind == .input && said.description.contains("docs/sign-in.md") && said.sentence.contains(key))
    }

    @Test func `a secret of several lines is refused and not shown`() throws {
        let said = try #require(refusal(sound, secret: "two\nlines"))
        #expect(!said.description.contains("lines\n") && !said.description.contains("two"))
    }
}
