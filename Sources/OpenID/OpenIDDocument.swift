package import Access
package import Vocabulary
import Transfer

/// `openid.yaml`: the settings as an administrator writes them. The secret is named by its file and never stands here.
package struct OpenIDDocument: Hashable, Sendable, Codable {
    package var issuer: String
    package var title: String?
    package var clientId: String
    package var secretFile: String?
    package var redirect: String
    package var scopes: [String]?
    package var strengths: [String]?
    package var userInfo: Bool?
    package var groupsClaim: String?
    package var groups: [Group]?
    package var findByEmail: Bool?
    /// True where the provider is trusted to ask for a second factor, so that ours is not asked for.
    package var trustSecondFactor: Bool?
    /// A file of certificates to be trusted instead of the system's.
    package var certificatesFile: String?

    package struct Group: Hashable, Sendable, Codable {
        package var group: String
        package var role: Role
        package var commissioner: OrganisationCode?
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    package static func read(_ json: JSONValue, named name: String) throws(Refusal) -> OpenIDDocument {
        try json.writtenDocument(named: name, manual: SettingsFile.manual)
    }

    /// The settings, with the secret that was read from its file.
    ///
    /// - Throws: a `Refusal` of kind `input` that names the key whose value cannot be.
    package func settings(secret: String?, named name: String) throws(Refusal) -> OpenIDSettings {
        let file = SettingsFile(name, code: "openid-setting")
        guard let issuer = WebAddress(issuer), !self.issuer.contains("?") else {
            throw file.fault("issuer", "an address with https is expected, or with http on this machine")
        }
        guard let redirect = WebAddress(redirect), !self.redirect.contains("?") else {
            throw file.fault("redirect", "an address with https is expected, or with http on this machine")
        }
        guard !clientId.isEmpty, clientId.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw file.fault("clientId", "printable characters without blanks are expected")
        }
        if let secret { try file.require(secret, toBe: "secret", at: "secretFile") }
        let scopes = scopes ?? ["openid", "profile", "email"]
        guard scopes.contains("openid"), scopes.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
            throw file.fault("scopes", "single words are expected, and openid among them")
        }
        for group in groups ?? [] where group.commissioner == nil && !group.role.mayBeEverywhere {
            throw file.fault("groups", "the role \(group.role.inWords) needs a commissioner")
        }
        guard groups?.isEmpty ?? true || groupsClaim != nil else {
            throw file.fault("groupsClaim", "there are groups, and it is not said which claim lists them")
        }
        var settings = OpenIDSettings(
            issuer: issuer, clientID: clientId, secret: secret, redirect: redirect, scopes: scopes,
            groupsClaim: groupsClaim,
            rules: (groups ?? []).map { GroupRule(group: $0.group, role: $0.role, commissioner: $0.commissioner) })
        if let title { settings.title = title }
        settings.strengths = strengths ?? []
        settings.asksForUserInfo = userInfo ?? false
        settings.findsByEmail = findByEmail ?? false
        settings.asksForCode = !(trustSecondFactor ?? false)
        return settings
    }
}
