import CAdbc
package import Vocabulary

/// A query engine in this process, in memory, locked down: it holds nothing, and reads only files in the folders that it
/// was given.
///
/// Queries run one after another, each waiting for its end; `cancel` may be called from another thread. A crash of the
/// library ends the process: heavy work belongs in a process of its own.
package final class Engine: QueryEngine {
    package var dialect: Dialect { .duckDB }
    private let connection: EngineConnection
    private let fault = EngineFault(who: "The query engine")

    /// - Throws: `Refusal`, code `engine-failed`, in the engine's words.
    package init(_ library: EngineLibrary, limits: EngineLimits = EngineLimits()) throws(Refusal) {
        connection = try EngineConnection(library.driver, options: [("path", ":memory:")], fault: fault)
        for statement in limits.statements { try run(statement) }
    }

    package func query(_ sql: String) throws(Refusal) -> EngineAnswer { try connection.query(sql) }

    package func cancel() { connection.cancelConnection() }
}
