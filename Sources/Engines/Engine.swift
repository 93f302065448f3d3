import CAdbc
package import Vocabulary

/// A query engine in this process, in memory, locked down: it holds nothing but what is put in, and reads only files in
/// the folders that it was given.
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

    /// Makes a table of the batches; a table of that name that is there already is added to with `adding`.
    ///
    /// - Parameters:
    ///   - columns: of every batch.
    ///   - next: gives one batch after another, and nil at the end; called on the thread that calls this.
    /// - Returns: rows taken in.
    /// - Throws: `Refusal`, code `engine-failed`; what `next` throws comes out as it is. The table may then be there in
    ///   part.
    @discardableResult
    package func ingest(
        into table: String, _ columns: [IngestColumn], adding: Bool = false,
        next: @escaping () throws(Refusal) -> IngestBatch?
    ) throws(Refusal) -> Int {
        let source = IngestSource(columns: columns, next: next)
        let driver = connection.driver
        return try connection.withStatement { statement throws(Refusal) in
            let mode = adding ? "adbc.ingest.mode.append" : "adbc.ingest.mode.create"
            for (key, value) in [("adbc.ingest.target_table", table), ("adbc.ingest.mode", mode)] {
                try fault.check("take rows in") { driver.pointee.StatementSetOption(statement, key, value, $0) }
            }
            // The engine owns the stream from here on, and releases it.
            var stream = source.stream()
            try fault.check("take rows in") { driver.pointee.StatementBindStream(statement, &stream, $0) }
            var count: Int64 = -1
            do throws(Refusal) {
                try fault.check("take rows in") { driver.pointee.StatementExecuteQuery(statement, nil, &count, $0) }
            } catch {
                throw source.refusal ?? error
            }
            // DuckDB takes a fault of the stream for its end.
            if let refusal = source.refusal { throw refusal }
            return source.rows
        }
    }
}
