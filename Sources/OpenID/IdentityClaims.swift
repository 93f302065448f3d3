import Credentials
import Digests
package import Vocabulary

/// The checks that a token's claims must pass before anybody is let in.
///
/// Reference: OpenID Connect Core 1.0, sections 3.1.3.7 and 3.1.3.8.
package struct IdentityClaims: Sendable {
    package let issuer: String
    package let clientID: String
    package let nonce: String
    package let now: Moment
    /// What the token's `at_hash` must be of, where it has one.
    package var accessToken: String?

    package init(issuer: String, clientID: String, nonce: String, now: Moment, accessToken: String? = nil) {
        (self.issuer, self.clientID, self.nonce) = (issuer, clientID, nonce)
        (self.now, self.accessToken) = (now, accessToken)
    }

    /// How far clocks may differ, in seconds.
    static let skew = 60
    /// How long ago a token that was just handed over may have been issued, in seconds.
    static let oldest = 600

    /// - Returns: the subject.
    /// - Throws: a `Refusal` that names the claim at fault, not its value.
    package func subject(of claims: JSONValue) throws(Refusal) -> String {
        guard claims["iss"] == .text(issuer) else { throw OpenIDRefusal.token("it is of another issuer") }
        try checkAudience(claims)
        try checkTimes(claims)
        guard let told = claims.text("nonce"), ConstantTime.areEqual(Array(told.utf8), Array(nonce.utf8)) else {
            throw OpenIDRefusal.token("it belongs to another sign-in")
        }
        if let accessToken, let hash = claims["at_hash"] {
            let half = Digest.of(accessToken).bytes.prefix(16)
            guard hash == .text(Base64URL.text(Array(half))) else {
                throw OpenIDRefusal.token("it belongs to another access token")
            }
        }
        return try IdentityClaims.subject(claims)
    }

    /// At most 255 printable characters of ASCII, as the standard says.
    static func subject(_ claims: JSONValue) throws(Refusal) -> String {
        guard let subject = claims.text("sub"), (1...255).contains(subject.utf8.count),
            subject.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else { throw OpenIDRefusal.token("it says of nobody that it is about") }
        return subject
    }

    /// For this installation and nobody else besides.
    private func checkAudience(_ claims: JSONValue) throws(Refusal) {
        let audience: [JSONValue]
        switch claims["aud"] {
        case .list(let items): audience = items
        case .some(let one): audience = [one]
        case nil: audience = []
        }
        guard !audience.isEmpty, audience.allSatisfy({ $0 == .text(clientID) }) else {
            throw OpenIDRefusal.token("it is for somebody else")
        }
        if let party = claims["azp"], party != .text(clientID) {
            throw OpenIDRefusal.token("it was given to somebody else")
        }
    }

    private func checkTimes(_ claims: JSONValue) throws(Refusal) {
        let now = now.secondsSince1970
        guard let expires = seconds(claims["exp"]), let issued = seconds(claims["iat"]) else {
            throw OpenIDRefusal.token("it does not say when it was issued and when it ends")
        }
        guard now < expires + IdentityClaims.skew else { throw OpenIDRefusal.token("it has run out") }
        guard issued <= now + IdentityClaims.skew else { throw OpenIDRefusal.token("it is not valid yet") }
        guard issued >= now - IdentityClaims.oldest else { throw OpenIDRefusal.token("it was issued long ago") }
        if let notBefore = claims["nbf"] {
            guard let start = seconds(notBefore), start <= now + IdentityClaims.skew else {
                throw OpenIDRefusal.token("it is not valid yet")
            }
        }
    }

    /// Whole seconds since 1970, between now and the year 9999.
    private func seconds(_ value: JSONValue?) -> Int? {
        let latest = 253_402_300_799
        switch value {
        case .integer(let seconds): return (0...latest).contains(seconds) ? seconds : nil
        case .decimal(let seconds): return (0...Double(latest)).contains(seconds) ? Int(seconds) : nil
        default: return nil
        }
    }
}
