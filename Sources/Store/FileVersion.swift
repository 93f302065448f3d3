import GRDB
import Synchronization

/// Tells whether anything has been written to a file since somebody looked, by whomever: this process, or a command
/// that works on the same file at that moment.
///
/// What was read after a version was told holds for as long as the same version is told: whoever keeps it is never
/// behind the file. Looking costs SQLite one look at the head of its log.
/// - Reference: SQLite, PRAGMA data_version. A connection is told of what others write and not of what it writes
///   itself; so this has one of its own, which writes nothing.
final class FileVersion: Sendable {
    /// Every answer begins with a look: a lock held for it is passed on sooner than GRDB's queue, which puts whoever
    /// waits for it to sleep.
    private let looking = Mutex<Look?>(nil)

    /// A larger number than before where something was written since; nil where that cannot be told, as of a store in no
    /// file.
    ///
    /// - Parameter path: of the file, which is always the same.
    func now(of path: String?) throws -> Int? {
        guard let path else { return nil }
        return try looking.withLock { look in
            if look == nil { look = try Look(at: path) }
            return try look?.version()
        }
    }

    /// A connection that nobody else uses, and what it is asked.
    private struct Look: ~Copyable {
        private let connection: DatabaseQueue
        private let statement: RawStatement

        init(at path: String) throws {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            configuration.label = "version"
            let connection = try DatabaseQueue(path: path, configuration: configuration)
            statement = RawStatement(
                try connection.unsafeRead { db in try db.makeStatement(sql: "PRAGMA data_version") })
            self.connection = connection
        }

        func version() throws -> Int? {
            guard try statement.step() else { return nil }
            defer { statement.reset() }
            return statement.integer(0)
        }
    }
}

/// What was read of a file, for as long as nothing is written to it.
package struct AtVersion<Value> {
    private var known: (version: Int, value: Value)?

    package init() {}

    /// What is known at a version; nil where that is not the one at which something was kept, or there is none.
    package func value(at version: Int?) -> Value? {
        guard let known, known.version == version else { return nil }
        return known.value
    }

    /// - Parameter version: told before the value was read. Of two the later stays.
    package mutating func keep(_ value: Value, at version: Int?) {
        change(at: version, from: value) { $0 = value }
    }

    /// Adds to what is kept at a version; begins with `empty` where that is a later one.
    package mutating func change(at version: Int?, from empty: Value, _ change: (inout Value) -> Void) {
        guard let version, version >= known?.version ?? version else { return }
        if known?.version != version { known = (version, empty) }
        if known != nil { change(&known!.value) }
    }
}
