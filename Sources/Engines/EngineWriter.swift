import CAdbc
package import Vocabulary

/// Writes rows that this process makes into Parquet files: the engine draws them as Arrow and keeps none of them.
///
/// ADBC can only put rows into a table, from which a file is then copied: a third more work. So this goes by DuckDB's own C
/// interface, to an engine of its own, in memory and locked down like `Engine`. One file after another; not for several
/// threads at once.
package final class EngineWriter {
    private let functions: Functions
    private var database: duckdb_handle?
    private var connection: duckdb_handle?
    private let fault = EngineFault(who: "The query engine")

    private struct Functions {
        let connect: duckdb_connect_function
        let query: duckdb_query_function
        let error: duckdb_error_function
        let destroy: duckdb_destroy_function
        let scan: duckdb_scan_function
        let disconnect: duckdb_close_function
        let close: duckdb_close_function
        let open: duckdb_open_function

        init?(_ driver: EngineDriver) {
            guard let open = driver.function("duckdb_open", as: duckdb_open_function.self),
                let connect = driver.function("duckdb_connect", as: duckdb_connect_function.self),
                let query = driver.function("duckdb_query", as: duckdb_query_function.self),
                let error = driver.function("duckdb_result_error", as: duckdb_error_function.self),
                let destroy = driver.function("duckdb_destroy_result", as: duckdb_destroy_function.self),
                let scan = driver.function("duckdb_arrow_scan", as: duckdb_scan_function.self),
                let disconnect = driver.function("duckdb_disconnect", as: duckdb_close_function.self),
                let close = driver.function("duckdb_close", as: duckdb_close_function.self)
            else { return nil }
            (self.open, self.connect, self.query, self.error) = (open, connect, query, error)
            (self.destroy, self.scan, self.disconnect, self.close) = (destroy, scan, disconnect, close)
        }
    }

    /// - Throws: `Refusal` of kind `engine`: `engine-unfit` where the library has not the functions, `engine-failed` in the
    ///   engine's words.
    package init(_ library: EngineLibrary, limits: EngineLimits = EngineLimits()) throws(Refusal) {
        guard let functions = Functions(library.driver) else {
            throw EngineLibrary.place.unfit(library.path, "it has not the functions by which rows are written")
        }
        self.functions = functions
        guard functions.open(":memory:", &database) == 0, functions.connect(database, &connection) == 0 else {
            throw fault.refusal("start", "it gave no reason", nil)
        }
        for statement in limits.statements { try run(statement, "start") }
    }

    deinit {
        if connection != nil { functions.disconnect(&connection) }
        if database != nil { functions.close(&database) }
    }

    /// Writes the batches to a file that is not there yet.
    ///
    /// - Parameters:
    ///   - columns: of every batch, in order.
    ///   - next: gives one batch after another, and nil at the end; called on threads of the engine, one call at a time.
    /// - Returns: rows written, in their order.
    /// - Throws: `Refusal`, code `engine-failed`; what `next` throws comes out as it is. The file may then be there in part.
    @discardableResult
    package func write(
        _ columns: [IngestColumn], to path: String, next: @escaping () throws(Refusal) -> IngestBatch?
    ) throws(Refusal) -> Int {
        let source = IngestSource(columns: columns, next: next)
        var stream = source.stream()
        defer { if let release = stream.release { release(&stream) } }
        guard functions.scan(connection, "made_rows", &stream) == 0 else {
            throw fault.refusal("take rows in", "it gave no reason", nil)
        }
        let list = columns.map { column in
            let name = SQLText.name(column.name)
            return column.stored.map { "\(name)::\($0) AS \(name)" } ?? name
        }
        let copy =
            "COPY (SELECT \(list.joined(separator: ", ")) FROM made_rows) TO \(SQLText.quoted(path)) (FORMAT parquet)"
        do throws(Refusal) {
            try run(copy, "write rows")
        } catch {
            throw source.refusal ?? error
        }
        // DuckDB takes a fault of the stream for its end.
        if let refusal = source.refusal { throw refusal }
        return source.rows
    }

    private func run(_ sql: String, _ doing: String) throws(Refusal) {
        var result = duckdb_result()
        let status = functions.query(connection, sql, &result)
        let message = status == 0 ? nil : functions.error(&result).map { String(cString: $0) } ?? "it gave no reason"
        functions.destroy(&result)
        if let message { throw fault.refusal(doing, message, nil) }
    }
}
