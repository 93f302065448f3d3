import Files
import Mail
import OpenID
import Vocabulary

/// `openid.yaml` and `mail.yaml`, and the secrets that they name: read once when the service starts.
enum SettingsFiles {
    private static let limit = 1 << 20
    private static let longestSecret = 4_096

    /// - Throws: `Refusal` where a file is not there or says what cannot be.
    static func signIn(at path: String) throws -> OpenIDSignIn {
        let document = try OpenIDDocument.read(json(at: path), named: path)
        let secret = try document.secretFile.map { try line(of: $0) }
        return OpenIDSignIn(
            try document.settings(secret: secret, named: path), certificates: document.certificatesFile)
    }

    /// - Throws: `Refusal` where a file is not there or says what cannot be.
    static func post(at path: String) throws -> Post {
        let document = try MailDocument.read(json(at: path), named: path)
        let password = try document.passwordFile.map { try line(of: $0) }
        return try document.post(password: password, named: path)
    }

    private static func json(at path: String) throws -> JSONValue {
        let bytes = try WholeFile.read(path, limit: limit)
        return path.hasSuffix(".json")
            ? try JSONFile.value(of: bytes, named: path) : try YAMLFile.value(of: bytes, named: path)
    }

    /// The file's text without the end of its last line.
    private static func line(of path: String) throws -> String {
        var bytes = try WholeFile.read(path, limit: longestSecret)[...]
        while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
