package import Transfer
package import Vocabulary

/// What became of a message.
package enum MailOutcome: Hashable, Sendable {
    /// The server has taken it; whether it arrives is the servers' affair.
    case taken
    /// Not now; the same message may be tried again. With the server's status, or 0 where it said nothing.
    case later(status: Int)
    /// Never: the server refused it for good, with its status.
    case refused(status: Int)
    /// Nothing was sent because the settings are not right: TLS, the name or the password.
    case notSettled(TransferFault)

    /// In a sentence, without an address.
    package var inWords: String {
        switch self {
        case .taken: "taken by the mail server"
        case .later(let status):
            status == 0 ? "the mail server could not be reached" : "put off by the mail server (\(status))"
        case .refused(let status): "refused by the mail server (\(status))"
        case .notSettled(let fault): "not sent: \(fault.inWords)"
        }
    }
}

/// The way out for messages: a server, and whose name stands on them. There is none until it is configured.
package struct Post: Hashable, Sendable {
    package let server: MailServer
    package let sender: Mailbox

    package init(server: MailServer, sender: Mailbox) {
        self.server = server
        self.sender = sender
    }

    /// Hands one message over; it writes no log.
    ///
    /// - Parameter id: what this message alone has: trying the same message again keeps it.
    package func send(_ message: MailMessage, id: Slug, at moment: Moment) async -> MailOutcome {
        do throws(TransferFault) {
            try await server.take(
                message.bytes(id: id, at: moment), from: message.sender.address.description,
                to: message.recipient.address.description)
            return .taken
        } catch {
            return MailOutcome(error)
        }
    }
}

extension MailOutcome {
    init(_ fault: TransferFault) {
        switch fault {
        case .refused(let status) where status >= 500: self = .refused(status: status)
        case .refused(let status): self = .later(status: status)
        case .unreachable, .outOfTime, .failed, .tooLarge: self = .later(status: 0)
        case .notTrusted, .notAllowed, .signInRefused: self = .notSettled(fault)
        }
    }
}
