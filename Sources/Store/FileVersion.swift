import GRDB

/// Tells whether anything has been written to a file since somebody looked, by whomever: this process, or a command
/// that works on the same file at that moment.
///
/// What was read after a version was told holds for as long as the same version is told: whoever keeps it is never
/// behind the file. Looking costs SQLite one look at the head of its log.
/// - Reference: SQLite, PRAGMA data_version. A connection is told of what others write and not of what it writes
///   itself; so this has one of its own, which writes nothing.
package final class FileVersion: Sendable {
    private let looking: DatabaseQueue?

    /// For a store in no file, and where no further connection can be opened, nothing is ever said to be the same.
    package init(of store: Store) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.label = "version"
        looking = StoreWatch.path(of: store).flatMap { try? DatabaseQueue(path: $0, configuration: configuration) }
    }

    /// A larger number than before where something was written since; nil where that cannot be told.
    package func now() throws -> Int? {
        try looking?.unsafeRead { db in
            try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version"))
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
