import CAdbc
import Vocabulary

/// Makes refusals of what a driver says went wrong.
struct EngineFault: Sendable {
    /// Whose fault it is, as a sentence begins: `The query engine`.
    let who: String
    /// Of a cluster: where it is. Nil of an engine in this process.
    var address: SparkAddress?

    /// The error's words, which are freed.
    static func message(_ error: inout AdbcError) -> String {
        let text = error.message.map { String(cString: $0) } ?? "it gave no reason"
        if let release = error.release { release(&error) }
        error = AdbcError()
        return text
    }

    /// Calls the engine; does nothing more where it is content.
    ///
    /// - Parameter doing: the end of “The query engine could not …”.
    /// - Throws: `Refusal` of kind `engine`: `engine-cancelled`, `spark-lost`, or `engine-failed` with the engine's first
    ///   line.
    func check(
        _ doing: String, _ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
    ) throws(Refusal) {
        var error = AdbcError()
        let status = call(&error)
        guard status != UInt8(ADBC_OK) else { return }
        throw refusal(doing, EngineFault.message(&error), Int(status))
    }

    /// - Parameter status: the driver's, or nil where it is not told.
    func refusal(_ doing: String, _ message: String, _ status: Int?) -> Refusal {
        if status == ADBC_CANCELLED || message.hasPrefix("INTERRUPT") || message.contains("Interrupted!")
            || message.contains("context canceled")
        {
            return Refusal(.engine, code: "engine-cancelled", "\(who) was stopped before it was done.")
        }
        let words = message.hasPrefix("[Spark] ") ? message.dropFirst(8) : message[...]
        let line =
            words.split(whereSeparator: \.isNewline).first { $0.contains { !$0.isWhitespace } }.map(String.init)
            ?? "it gave no reason"
        if let address {
            if status == ADBC_UNAUTHENTICATED || status == ADBC_UNAUTHORIZED {
                return Refusal(
                    .engine, code: "spark-not-admitted", "Spark at \(address) does not admit this program: \(line)",
                    remedy: "Give the token that it asks for in the address: sc://host:port/;token=….")
            }
            // A session that the server does not know any more: it was begun again, or it forgot us.
            if status == ADBC_IO || line.contains("INVALID_HANDLE.SESSION") {
                return Refusal(
                    .engine, code: "spark-lost", "Spark at \(address) was lost before it had answered: \(line)",
                    remedy: "See whether its Connect server runs and has memory enough, then ask again; "
                        + "nothing was kept of this query.")
            }
        }
        return Refusal(.engine, code: "engine-failed", "\(who) could not \(doing): \(line)")
    }
}
