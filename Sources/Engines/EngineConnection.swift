import CAdbc
import Synchronization
import Vocabulary

/// One connection through a driver, and its queries, one after another.
///
/// `cancel` may be called from another thread; nothing else.
final class EngineConnection: @unchecked Sendable {
    let driver: UnsafeMutablePointer<AdbcDriver>
    private let database: UnsafeMutablePointer<AdbcDatabase>
    private let connection: UnsafeMutablePointer<AdbcConnection>
    private var isConnected = false
    private let fault: EngineFault
    /// The statement that is being run; held while it is cancelled, so that it is not released meanwhile.
    private let running = Mutex<Running>(Running())

    private struct Running: @unchecked Sendable {
        var statement: UnsafeMutablePointer<AdbcStatement>?
    }

    /// - Parameters:
    ///   - options: of the database, in order.
    ///   - fault: makes refusals of what the driver says.
    init(_ driver: EngineDriver, options: [(key: String, value: String)], fault: EngineFault) throws(Refusal) {
        self.driver = driver.functions
        self.fault = fault
        database = .allocate(capacity: 1)
        database.initialize(to: AdbcDatabase())
        connection = .allocate(capacity: 1)
        connection.initialize(to: AdbcConnection())
        let (driver, database, connection) = (self.driver, database, connection)
        try fault.check("start") { driver.pointee.DatabaseNew(database, $0) }
        for (key, value) in options {
            try fault.check("start") { driver.pointee.DatabaseSetOption(database, key, value, $0) }
        }
        try fault.check("start") { driver.pointee.DatabaseInit(database, $0) }
        try fault.check("start") { driver.pointee.ConnectionNew(connection, $0) }
        try fault.check("start") { driver.pointee.ConnectionInit(connection, database, $0) }
        isConnected = true
    }

    deinit {
        var error = AdbcError()
        if isConnected { _ = driver.pointee.ConnectionRelease(connection, &error) }
        if database.pointee.private_data != nil { _ = driver.pointee.DatabaseRelease(database, &error) }
        if let release = error.release { release(&error) }
        database.deallocate()
        connection.deallocate()
    }

    func query(_ sql: String) throws(Refusal) -> EngineAnswer {
        try withStatement { statement throws(Refusal) in
            try fault.check("take the query") { self.driver.pointee.StatementSetSqlQuery(statement, sql, $0) }
            var stream = ArrowArrayStream()
            defer { if let release = stream.release { release(&stream) } }
            try fault.check("answer") {
                self.driver.pointee.StatementExecuteQuery(statement, &stream, nil, $0)
            }
            return try ArrowReading.answer(from: &stream, of: driver, fault: fault)
        }
    }

    /// Stops what runs by way of the connection: DuckDB's.
    func cancelConnection() {
        var error = AdbcError()
        _ = driver.pointee.ConnectionCancel(connection, &error)
        if let release = error.release { release(&error) }
    }

    /// Stops the statement that runs: that of a driver whose queries are not the connection's.
    func cancelStatement() {
        running.withLock { running in
            guard let statement = running.statement else { return }
            var error = AdbcError()
            _ = driver.pointee.StatementCancel(statement, &error)
            if let release = error.release { release(&error) }
        }
    }

    func withStatement<Answer>(
        _ body: (UnsafeMutablePointer<AdbcStatement>) throws(Refusal) -> Answer
    ) throws(Refusal) -> Answer {
        let statement = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
        statement.initialize(to: AdbcStatement())
        defer { statement.deallocate() }
        try fault.check("start a query") { driver.pointee.StatementNew(connection, statement, $0) }
        let running = Running(statement: statement)
        self.running.withLock { $0 = running }
        defer {
            self.running.withLock { $0 = Running() }
            var error = AdbcError()
            _ = driver.pointee.StatementRelease(statement, &error)
            if let release = error.release { release(&error) }
        }
        return try body(statement)
    }
}
