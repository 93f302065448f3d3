import CAdbc
import Vocabulary

/// What an engine says went wrong, as a refusal.
enum EngineFault {
    /// The error's words, which are freed.
    static func message(_ error: inout AdbcError) -> String {
        let text = error.message.map { String(cString: $0) } ?? "it gave no reason"
        if let release = error.release { release(&error) }
        error = AdbcError()
        return text
    }

    /// Calls the engine; does nothing more where it is content.
    ///
    /// - Parameter doing: the end of “DuckDB could not …”.
    /// - Throws: `Refusal` of kind `engine`: `engine-cancelled`, or `engine-failed` with the engine's first line.
    static func check(
        _ doing: String, _ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
    ) throws(Refusal) {
        var error = AdbcError()
        let status = call(&error)
        guard status != UInt8(ADBC_OK) else { return }
        throw refusal(doing, message(&error), isCancelled: status == UInt8(ADBC_CANCELLED))
    }

    static func refusal(_ doing: String, _ message: String, isCancelled: Bool) -> Refusal {
        if isCancelled || message.hasPrefix("INTERRUPT") || message.contains("Interrupted!") {
            return Refusal(.engine, code: "engine-cancelled", "The query engine was stopped before it was done.")
        }
        let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
        return Refusal(.engine, code: "engine-failed", "The query engine could not \(doing): \(line)")
    }
}
