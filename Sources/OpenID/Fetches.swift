package import Transfer

/// Whatever can ask a provider; in tests, a provider that misbehaves on purpose.
package protocol Fetches: Sendable {
    func get(_ address: WebAddress, accept: String, bearer: String?) async throws(TransferFault) -> Transfer.Answer

    func post(
        _ form: [(name: String, value: String)], to address: WebAddress, accept: String, authorization: String?
    ) async throws(TransferFault) -> Transfer.Answer
}

extension Transfer: Fetches {}
