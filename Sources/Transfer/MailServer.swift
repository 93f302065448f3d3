import CTransfer

/// A server that takes messages: SMTP, with TLS from the beginning or from STARTTLS on.
package struct MailServer: Hashable, Sendable {
    package enum Security: String, Hashable, Sendable, CaseIterable {
        /// TLS from the first byte, as on port 465.
        case tls
        /// TLS before anything else is said, as on port 587; a server that does not offer it gets nothing.
        case startTLS = "starttls"
        /// None: only for a server on this machine.
        case none
    }

    package let host: String
    package let port: Int
    package let security: Security
    /// What this side calls itself.
    package let ownName: String
    package var name: String?
    package var password: String?
    package var certificates: String?

    /// - Returns: nil where a name is none or the port is outside 1 to 65,535.
    package init?(host: String, port: Int, security: Security, ownName: String = "localhost") {
        guard (1...65_535).contains(port), MailServer.isName(host), MailServer.isName(ownName) else {
            return nil
        }
        self.host = host
        self.port = port
        self.security = security
        self.ownName = ownName
    }

    /// Hands a message over; when this returns, the server has taken it.
    ///
    /// - Parameters:
    ///   - message: headers and text, with CRLF at the end of each line; lines that begin with a dot are seen to.
    ///   - sender: a plain address, `a@b.example`.
    package func take(
        _ message: [UInt8], from sender: String, to recipient: String, limits: TransferLimits = .message
    ) async throws(TransferFault) {
        guard MailServer.isAddress(sender), MailServer.isAddress(recipient) else { throw .notAllowed }
        if let name, !Transfer.isLine(name) { throw .notAllowed }
        let server = self
        let fault = await Transfer.apart { () -> TransferFault? in
            var answer = message.withUnsafeBufferPointer { bytes in
                server.answer(to: bytes, from: "<\(sender)>", to: "<\(recipient)>", limits: limits)
            }
            defer { transfer_release(&answer) }
            return TransferFault(answer)
        }
        if let fault { throw fault }
    }

    private func answer(
        to message: UnsafeBufferPointer<UInt8>, from sender: String, to recipient: String, limits: TransferLimits
    ) -> transfer_answer {
        let scheme = security == .tls ? "smtps" : "smtp"
        return Transfer.withText("\(scheme)://\(host):\(port)/\(ownName)") { address in
            Transfer.withText(name) { name in
                Transfer.withText(password) { password in
                    Transfer.withText(certificates) { certificates in
                        Transfer.withText(sender) { sender in
                            Transfer.withText(recipient) { recipient in
                                var mail = transfer_mail(
                                    address: address, needs_tls: security == .startTLS ? 1 : 0, name: name,
                                    password: password, certificates: certificates, from: sender, to: recipient,
                                    message: message.baseAddress, count: message.count)
                                var bounds = transfer_limits(limits)
                                return transfer_send(&mail, &bounds)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Printable ASCII without what would end an address in a command.
    private static func isAddress(_ text: String) -> Bool {
        text.contains("@")
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"\\,;".utf8.contains($0) }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
            }
    }
}
