import Vocabulary

/// Somebody whom an OpenID provider vouches for.
///
/// Issuer and subject together are who it is, for good; a name or e-mail address may be another's tomorrow.
package struct SignedOnPerson: Hashable, Sendable {
    package let issuer: String
    package let subject: String
    package let email: String?
    /// True where the provider says that it has seen to it that the address is theirs.
    package let isEmailVerified: Bool
    package let name: String?
    package let groups: [String]
    /// Where the person wanted to go.
    package let then: String?

    /// - Parameter sources: claims in the order in which they are believed: the token's, then what the provider said
    ///   when it was asked.
    init(issuer: String, subject: String, from sources: [JSONValue], groupsClaim: String?, then: String?) {
        self.issuer = issuer
        self.subject = subject
        self.then = then
        let addressed = sources.first { $0.text("email").map(SignedOnPerson.isAddress) ?? false }
        email = addressed?.text("email")
        isEmailVerified = addressed.map { ["true", true].contains($0["email_verified"]) } ?? false
        name = sources.lazy.compactMap { $0.text("name") }.first.map(\.printable)
        let listed = groupsClaim.map { claim in sources.first { $0[claim] != nil }?[claim] } ?? nil
        switch listed {
        case .list(let items):
            groups = items.prefix(SignedOnPerson.mostGroups).compactMap {
                if case .text(let name) = $0 { name } else { nil }
            }
        case .text(let name): groups = [name]
        default: groups = []
        }
    }

    private static let mostGroups = 1_000

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}
