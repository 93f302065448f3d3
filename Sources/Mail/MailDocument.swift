import Transfer
package import Vocabulary

/// `mail.yaml`: the server that sends, as an administrator writes it. The password is named by its file and never
/// stands here.
package struct MailDocument: Hashable, Sendable, Codable {
    package var host: String
    package var port: Int
    package var security: Security
    package var name: String?
    package var passwordFile: String?
    package var from: String
    package var fromName: String?
    /// What this side calls itself to the server; the sender's host where it is left out.
    package var ownName: String?
    /// A file of certificates to be trusted instead of the system's.
    package var certificatesFile: String?

    package enum Security: String, Hashable, Sendable, Codable, CaseIterable {
        case tls, starttls, none
    }

    /// - Throws: a `Refusal` of kind `input` that names the key.
    package static func read(_ json: JSONValue, named name: String) throws(Refusal) -> MailDocument {
        try json.writtenDocument(named: name, manual: SettingsFile.manual)
    }

    /// The post, with the password that was read from its file.
    ///
    /// - Throws: a `Refusal` of kind `input` that names the key whose value cannot be.
    package func post(password: String?, named name: String) throws(Refusal) -> Post {
        let file = SettingsFile(name, code: "mail-setting")
        guard let address = MailAddress(from) else { throw file.fault("from", "an e-mail address is expected") }
        let isHere = ["localhost", "127.0.0.1"].contains(host)
        guard security != .none || isHere else {
            throw file.fault("security", "without tls or starttls mail goes to this machine only")
        }
        guard (self.name == nil) == (password == nil) else {
            throw file.fault("passwordFile", "name and passwordFile belong together")
        }
        if let password { try file.require(password, toBe: "password", at: "passwordFile") }
        let kind: MailServer.Security =
            switch security {
            case .tls: .tls
            case .starttls: .startTLS
            case .none: .none
            }
        guard var server = MailServer(host: host, port: port, security: kind, ownName: ownName ?? address.host) else {
            throw file.fault("host", "a server’s name is expected, and a port from 1 to 65535")
        }
        (server.name, server.password, server.certificates) = (self.name, password, certificatesFile)
        return Post(server: server, sender: Mailbox(address, name: fromName))
    }
}
