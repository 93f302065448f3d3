import GRDB
import GRDBSQLite

/// A prepared statement bound and stepped without an argument array: for the 764,903 rows of an archive.
///
/// GRDB's own arguments cost about as much as SQLite's work on such a row. Values are still parameters.
struct RawStatement: ~Copyable {
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ db: Database, sql: String) throws {
        self.init(try db.makeStatement(sql: sql))
    }

    init(_ statement: Statement) {
        self.statement = statement
        handle = statement.sqliteStatement
    }

    func bind(_ value: Int, at position: Int32) {
        sqlite3_bind_int64(handle, position, Int64(value))
    }

    func bind(_ value: Int?, at position: Int32) {
        if let value { bind(value, at: position) } else { sqlite3_bind_null(handle, position) }
    }

    func bind(_ value: Double, at position: Int32) {
        sqlite3_bind_double(handle, position, value)
    }

    func bind(_ text: String, at position: Int32) {
        // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        text.withCString { bytes in
            _ = sqlite3_bind_text(handle, position, bytes, Int32(text.utf8.count), transient)
        }
    }

    /// Runs a statement that returns no row, and readies it for the next values.
    func run() throws {
        let code = sqlite3_step(handle)
        let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        sqlite3_reset(handle)
        if let message { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message) }
    }

    /// True while there is a row to read.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE:
            sqlite3_reset(handle)
            return false
        case let code:
            let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
            sqlite3_reset(handle)
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Readies it to be run again before its last row was read.
    func reset() { sqlite3_reset(handle) }

    func bind(_ text: String?, at position: Int32) {
        if let text { bind(text, at: position) } else { sqlite3_bind_null(handle, position) }
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func optionalInteger(_ column: Int32) -> Int? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : integer(column)
    }

    func text(_ column: Int32) -> String {
        sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
    }

    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    /// True where both rows have the same value of the same type in a column.
    func isEqual(to other: borrowing RawStatement, at column: Int32) -> Bool {
        let type = sqlite3_column_type(handle, column)
        guard type == sqlite3_column_type(other.handle, column) else { return false }
        switch type {
        case SQLITE_NULL: return true
        case SQLITE_INTEGER:
            return sqlite3_column_int64(handle, column) == sqlite3_column_int64(other.handle, column)
        case SQLITE_FLOAT: return sqlite3_column_double(handle, column) == sqlite3_column_double(other.handle, column)
        default:
            let (left, right) = (sqlite3_column_blob(handle, column), sqlite3_column_blob(other.handle, column))
            let size = sqlite3_column_bytes(handle, column)
            guard size == sqlite3_column_bytes(other.handle, column) else { return false }
            guard size > 0, let left, let right else { return true }
            return UnsafeRawBufferPointer(start: left, count: Int(size)).elementsEqual(
                UnsafeRawBufferPointer(start: right, count: Int(size)))
        }
    }

    /// A number as it stands; a text is not shown, for it may be a person's name.
    func shown(_ column: Int32) -> String {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: "\(integer(column))"
        case SQLITE_NULL: "nothing"
        default: "a text"
        }
    }
}
