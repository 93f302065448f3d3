/// Why nothing came of an exchange; it tells no address, name or text that was sent.
package enum TransferFault: Error, Hashable, Sendable {
    case unreachable
    case outOfTime
    case tooLarge
    /// TLS could not be agreed, or the certificate does not hold.
    case notTrusted
    /// Neither TLS nor this machine.
    case notAllowed
    case signInRefused
    /// By a mail server, with its status.
    case refused(status: Int)
    /// With libcurl's code.
    case failed(code: Int)

    /// In a sentence: `the server could not be reached`.
    package var inWords: String {
        switch self {
        case .unreachable: "the server could not be reached"
        case .outOfTime: "the server did not answer in time"
        case .tooLarge: "the answer was longer than it may be"
        case .notTrusted: "no trusted connection could be made: TLS or the certificate does not hold"
        case .notAllowed: "the address is neither https nor on this machine"
        case .signInRefused: "the server did not take the name and password"
        case .refused(let status): "the server refused it with \(status)"
        case .failed(let code): "the exchange failed (code \(code) of libcurl)"
        }
    }
}
