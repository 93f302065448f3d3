import CAdbc
package import Vocabulary

/// A query engine in this process, in memory, locked down: it holds nothing but what is put in, and reads only files in
/// the folders that it was given.
///
/// Queries run one after another, each waiting for its end; `cancel` may be called from another thread. A crash of the
/// library ends the process: heavy work belongs in a process of its own.
package final class Engine: @unchecked Sendable {
    private let driver: UnsafeMutablePointer<AdbcDriver>
    private let database: UnsafeMutablePointer<AdbcDatabase>
    private let connection: UnsafeMutablePointer<AdbcConnection>
    private var isConnected = false

    /// - Throws: `Refusal`, code `engine-failed`, in the engine's words.
    package init(_ library: EngineLibrary, limits: EngineLimits = EngineLimits()) throws(Refusal) {
        driver = library.driver
        database = .allocate(capacity: 1)
        database.initialize(to: AdbcDatabase())
        connection = .allocate(capacity: 1)
        connection.initialize(to: AdbcConnection())
        let (driver, database, connection) = (driver, database, connection)
        try EngineFault.check("start") { driver.pointee.DatabaseNew(database, $0) }
        try EngineFault.check("start") { driver.pointee.DatabaseSetOption(database, "path", ":memory:", $0) }
        try EngineFault.check("start") { driver.pointee.DatabaseInit(database, $0) }
        try EngineFault.check("start") { driver.pointee.ConnectionNew(connection, $0) }
        try EngineFault.check("start") { driver.pointee.ConnectionInit(connection, database, $0) }
        isConnected = true
        for statement in limits.statements { try run(statement) }
    }

    deinit {
        var error = AdbcError()
        if isConnected { _ = driver.pointee.ConnectionRelease(connection, &error) }
        if database.pointee.private_data != nil { _ = driver.pointee.DatabaseRelease(database, &error) }
        if let release = error.release { release(&error) }
        database.deallocate()
        connection.deallocate()
    }

    /// Runs one statement whose answer, if it has one, is not wanted.
    package func run(_ sql: String) throws(Refusal) { _ = try query(sql) }

    /// Asks one question and reads the whole answer into memory.
    ///
    /// - Throws: `Refusal` of kind `engine`: `engine-failed` in the engine's words, `engine-cancelled`, `engine-type` for
    ///   a column of a type that is not read here.
    package func query(_ sql: String) throws(Refusal) -> EngineAnswer {
        try withStatement { statement throws(Refusal) in
            try EngineFault.check("take the query") { self.driver.pointee.StatementSetSqlQuery(statement, sql, $0) }
            var stream = ArrowArrayStream()
            defer { if let release = stream.release { release(&stream) } }
            try EngineFault.check("answer") {
                self.driver.pointee.StatementExecuteQuery(statement, &stream, nil, $0)
            }
            return try ArrowReading.answer(from: &stream)
        }
    }

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
        return try withStatement { statement throws(Refusal) in
            let mode = adding ? "adbc.ingest.mode.append" : "adbc.ingest.mode.create"
            for (key, value) in [("adbc.ingest.target_table", table), ("adbc.ingest.mode", mode)] {
                try EngineFault.check("take rows in") {
                    self.driver.pointee.StatementSetOption(statement, key, value, $0)
                }
            }
            // The engine owns the stream from here on, and releases it.
            var stream = source.stream()
            try EngineFault.check("take rows in") { self.driver.pointee.StatementBindStream(statement, &stream, $0) }
            var count: Int64 = -1
            do throws(Refusal) {
                try EngineFault.check("take rows in") {
                    self.driver.pointee.StatementExecuteQuery(statement, nil, &count, $0)
                }
            } catch {
                throw source.refusal ?? error
            }
            // DuckDB takes a fault of the stream for its end.
            if let refusal = source.refusal { throw refusal }
            return source.rows
        }
    }

    /// Stops the query that runs, if one does; it ends with the refusal `engine-cancelled`. From any thread.
    package func cancel() {
        var error = AdbcError()
        _ = driver.pointee.ConnectionCancel(connection, &error)
        if let release = error.release { release(&error) }
    }

    private func withStatement<Answer>(
        _ body: (UnsafeMutablePointer<AdbcStatement>) throws(Refusal) -> Answer
    ) throws(Refusal) -> Answer {
        let statement = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
        statement.initialize(to: AdbcStatement())
        defer { statement.deallocate() }
        try EngineFault.check("start a query") { driver.pointee.StatementNew(connection, statement, $0) }
        defer {
            var error = AdbcError()
            _ = driver.pointee.StatementRelease(statement, &error)
            if let release = error.release { release(&error) }
        }
        return try body(statement)
    }
}
