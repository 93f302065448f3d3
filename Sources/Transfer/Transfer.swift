import CTransfer
import Dispatch

/// Exchanges with servers elsewhere: the one place where Remit calls out, and only where it was configured to.
///
/// Each exchange stands alone: no connection, cookie or cache is kept. Redirects are not followed. It waits on a thread
/// of its own, so nothing else waits for it.
package struct Transfer: Sendable {
    package var limits: TransferLimits
    /// A file of certificates to be trusted instead of the system's, as for a server inside a trust.
    package var certificates: String?

    package init(limits: TransferLimits, certificates: String? = nil) {
        self.limits = limits
        self.certificates = certificates
    }

    /// What an HTTP server answered, whatever its status.
    package struct Answer: Hashable, Sendable {
        package var status: Int
        /// The media type as sent, with its parameters; empty where none was.
        package var mediaType: String
        package var body: [UInt8]

        package init(status: Int, mediaType: String, body: [UInt8]) {
            self.status = status
            self.mediaType = mediaType
            self.body = body
        }
    }

    /// Gets a document.
    ///
    /// - Parameter bearer: a token that stands for its bearer, of the characters that RFC 6750 allows.
    package func get(
        _ address: WebAddress, accept: String, bearer: String? = nil
    ) async throws(TransferFault) -> Answer {
        if let bearer, !Transfer.isToken(bearer) { throw .notAllowed }
        return try await exchange(address, accept: accept, authorization: bearer.map { "Bearer \($0)" }, form: nil)
    }

    /// Posts a form.
    ///
    /// - Parameter authorization: the header as it is to be sent; nil for none.
    package func post(
        _ form: [(name: String, value: String)], to address: WebAddress, accept: String, authorization: String? = nil
    ) async throws(TransferFault) -> Answer {
        if let authorization, !Transfer.isLine(authorization) { throw .notAllowed }
        return try await exchange(address, accept: accept, authorization: authorization, form: FormText.text(form))
    }

    private func exchange(
        _ address: WebAddress, accept: String, authorization: String?, form: String?
    ) async throws(TransferFault) -> Answer {
        let (limits, certificates) = (limits, certificates)
        return try await Transfer.apart { () -> Result<Answer, TransferFault> in
            var answer = Transfer.withText(address.description) { address in
                Transfer.withText(accept) { accept in
                    Transfer.withText(authorization) { authorization in
                        Transfer.withText(form) { form in
                            Transfer.withText(certificates) { certificates in
                                var request = transfer_request(
                                    address: address, accept: accept, authorization: authorization, form: form,
                                    certificates: certificates)
                                var bounds = transfer_limits(limits)
                                return transfer_exchange(&request, &bounds)
                            }
                        }
                    }
                }
            }
            defer { transfer_release(&answer) }
            if let fault = TransferFault(answer) { return .failure(fault) }
            return .success(
                Answer(
                    status: answer.status, mediaType: Transfer.text(of: answer),
                    body: Array(UnsafeBufferPointer(start: answer.body, count: answer.count))))
        }.get()
    }

    /// Runs what blocks on a thread of its own.
    static func apart<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: work()) }
        }
    }

    /// A text for C while `body` runs; NULL where there is none.
    static func withText<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }

    /// RFC 6750's `b64token`.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                    || "-._~+/=".utf8.contains($0)
            }
    }

    /// Printable ASCII, so that no line can end in it.
    static func isLine(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

    private static func text(of answer: transfer_answer) -> String {
        withUnsafeBytes(of: answer.content_type) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

extension transfer_limits {
    init(_ limits: TransferLimits) {
        self.init(
            milliseconds: limits.milliseconds, connecting_milliseconds: limits.connectingMilliseconds,
            bytes: limits.bytes)
    }
}

extension TransferFault {
    /// Nil where the exchange was done.
    init?(_ answer: transfer_answer) {
        switch answer.outcome {
        case TRANSFER_DONE: return nil
        case TRANSFER_UNREACHABLE: self = .unreachable
        case TRANSFER_OUT_OF_TIME: self = .outOfTime
        case TRANSFER_TOO_LARGE: self = .tooLarge
        case TRANSFER_NOT_TRUSTED: self = .notTrusted
        case TRANSFER_NOT_ALLOWED: self = .notAllowed
        case TRANSFER_SIGN_IN_REFUSED: self = .signInRefused
        case TRANSFER_REFUSED: self = .refused(status: answer.status)
        default: self = .failed(code: Int(answer.fault))
        }
    }
}
