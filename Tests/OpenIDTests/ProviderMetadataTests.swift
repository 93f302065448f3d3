import OpenID
import Testing
import Transfer
import Vocabulary

/// What a provider may say of itself.
struct ProviderMetadataTests {
    private func refusal(_ change: @escaping @Sendable (JSONValue) -> JSONValue) async throws -> String {
        let journey = Journey()
        await journey.provider.set { $0.metadata = change($0.metadata) }
        return try await journey.refusal()
    }

    @Test func `the description of another issuer is refused, if only by a slash`() async throws {
        for issuer in ["https://evil.example", ScriptedProvider.issuer + "/", "https://ID.example/tenant"] {
            #expect(try await refusal { $0.with("issuer", .text(issuer)) }.contains("of another issuer"))
        }
        #expect(try await refusal { $0.with("issuer", nil) }.contains("of another issuer"))
    }

    @Test(arguments: ["authorization_endpoint", "token_endpoint", "jwks_uri"])
    func `an address that is missing or not safe is refused`(key: String) async throws {
        #expect(try await refusal { $0.with(key, nil) }.hasPrefix("openid-provider"))
        for address in [
            "http://id.example/x", "http://127.0.0.1/x", "file:///etc/passwd", "https://a@id.example/", "//id.example",
            "https://id.example/x#y", "https://id.example/ x", "", "javascript:alert(1)", "https://",
        ] {
            #expect(try await refusal { $0.with(key, .text(address)) }.hasPrefix("openid-provider"), "\(address)")
        }
    }

    @Test func `a provider without the code flow or without S256 is refused`() async throws {
        #expect(try await refusal { $0.with("response_types_supported", ["id_token"]) }.contains("code flow"))
        #expect(try await refusal { $0.with("code_challenge_methods_supported", ["plain"]) }.contains("S256"))
        let ways: JSONValue = ["private_key_jwt"]
        #expect(try await refusal { $0.with("token_endpoint_auth_methods_supported", ways) }.contains("secret"))
    }

    @Test func `the secret goes into the form where the provider wants it there`() async throws {
        let journey = Journey()
        await journey.provider.set {
            $0.metadata = $0.metadata.with("token_endpoint_auth_methods_supported", ["client_secret_post"])
        }
        _ = try await journey.signIn()
        #expect(await journey.provider.forms.first?["client_secret"] == "s3cret /+")
        #expect(await journey.provider.authorizations == [nil])
    }

    @Test func `where the description stands follows from the issuer`() {
        for issuer in ["https://id.example/tenant/v2.0", "https://id.example/tenant/v2.0/"] {
            #expect(
                ProviderMetadata.address(of: WebAddress(issuer)!)?.description
                    == "https://id.example/tenant/v2.0/.well-known/openid-configuration")
        }
    }
}
