import Access
import Credentials
import Digests
import Foundation
import OpenID
import Transfer
import Vocabulary

/// A provider in memory, sound unless a test says otherwise.
actor ScriptedProvider: Fetches {
    static let issuer = "https://id.example/tenant"
    static let start = Moment(secondsSince1970: 1_795_340_000)

    var metadata: JSONValue = [
        "issuer": .text(issuer), "authorization_endpoint": "https://id.example/authorize?tenant=1",
        "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys",
        "userinfo_endpoint": "https://id.example/me", "response_types_supported": ["code"],
        "code_challenge_methods_supported": ["S256"],
    ]
    var keys = Mint.set(Mint.rsaKey())
    var userInfo: JSONValue = ["sub": "s-1", "email": "ada@wexbourne.example", "groups": ["managers"]]
    /// The token's claims, made from the sound ones.
    var claims: @Sendable (JSONValue) -> JSONValue = { $0 }
    var token: @Sendable (JSONValue) -> String = { Mint.token($0) }
    var tokenAnswer: Transfer.Answer?
    var fault: TransferFault?

    private var codes: [String: (nonce: String, challenge: String)] = [:]
    private var given = 0
    private(set) var asked: [String] = []
    private(set) var forms: [[String: String]] = []
    private(set) var authorizations: [String?] = []

    func set(_ change: @Sendable (isolated ScriptedProvider) -> Void) { change(self) }

    /// What a browser does there: the query with which it comes back.
    func authorise(_ address: String) -> [(name: String, value: String)] {
        let query = ScriptedProvider.query(of: address)
        given += 1
        let code = "code-\(given)"
        codes[code] = (query["nonce"] ?? "", query["code_challenge"] ?? "")
        return [("state", query["state"] ?? ""), ("code", code)]
    }

    static func query(of address: String) -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }) { $1 }
    }

    func get(_ address: WebAddress, accept: String, bearer: String?) async throws(TransferFault) -> Transfer.Answer {
        asked.append(address.description)
        if let fault { throw fault }
        switch address.description {
        case ScriptedProvider.issuer + "/.well-known/openid-configuration": return ScriptedProvider.json(metadata)
        case "https://id.example/keys": return ScriptedProvider.json(keys)
        case "https://id.example/me" where bearer == "access-1": return ScriptedProvider.json(userInfo)
        default: return Transfer.Answer(status: 404, mediaType: "text/plain", body: [])
        }
    }

    func post(
        _ form: [(name: String, value: String)], to address: WebAddress, accept: String, authorization: String?
    ) async throws(TransferFault) -> Transfer.Answer {
        asked.append(address.description)
        authorizations.append(authorization)
        if let fault { throw fault }
        if let tokenAnswer { return tokenAnswer }
        let fields = Dictionary(uniqueKeysWithValues: form.map { ($0.name, $0.value) })
        forms.append(fields)
        guard let code = codes.removeValue(forKey: fields["code"] ?? ""),
            Base64URL.text(Array(hex: Digest.of(fields["code_verifier"] ?? "").description)) == code.challenge
        else {
            return Transfer.Answer(
                status: 400, mediaType: "application/json", body: Array(#"{"error":"invalid_grant"}"#.utf8))
        }
        let now = ScriptedProvider.start.secondsSince1970
        let sound: JSONValue = [
            "iss": .text(ScriptedProvider.issuer), "aud": "remit", "sub": "s-1", "nonce": .text(code.nonce),
            "iat": .integer(now), "exp": .integer(now + 300), "name": "Ada Müller", "email": "ada@wexbourne.example",
            "email_verified": true, "groups": ["managers", "staff"],
        ]
        return ScriptedProvider.json([
            "access_token": "access-1", "token_type": "Bearer", "id_token": .text(token(claims(sound))),
        ])
    }

    static func json(_ value: JSONValue, status: Int = 200) -> Transfer.Answer {
        Transfer.Answer(
            status: status, mediaType: "application/json; charset=utf-8", body: Array(value.canonical.utf8))
    }

    static let settings = OpenIDSettings(
        issuer: WebAddress(issuer)!, clientID: "remit", secret: "s3cret /+",
        redirect: WebAddress("https://remit.example/sign-in/openid/back")!, groupsClaim: "groups",
        rules: [GroupRule(group: "managers", role: .commissioningManager, commissioner: OrganisationCode("QWX")!)])
}

extension Array where Element == UInt8 {
    init(hex: String) {
        let digits = Array<UInt8>(hex.utf8)
        self = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)!
        }
    }
}

/// A sign-in from beginning to end, as a browser would go through it.
struct Journey {
    let provider = ScriptedProvider()
    var settings = ScriptedProvider.settings
    let browser = SecretToken()

    func signIn(
        at moment: Moment = ScriptedProvider.start,
        _ change: (inout [(name: String, value: String)]) -> Void = { _ in }
    ) async throws -> SignedOnPerson {
        let signIn = OpenIDSignIn(settings, by: provider)
        let address = try await signIn.begin(browser: browser, then: "/rounds", at: ScriptedProvider.start)
        var query = await provider.authorise(address)
        change(&query)
        return try await signIn.finish(query: query, browser: browser, at: moment)
    }

    /// The refusal's code and sentence; nothing where somebody was let in.
    func refusal(
        at moment: Moment = ScriptedProvider.start,
        _ change: (inout [(name: String, value: String)]) -> Void = { _ in }
    ) async throws -> String {
        do {
            let person = try await signIn(at: moment, change)
            return "let in: \(person.subject)"
        } catch let refusal as Refusal {
            return "\(refusal.code): \(refusal.sentence)"
        }
    }
}
