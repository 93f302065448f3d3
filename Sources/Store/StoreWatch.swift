import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether the file that was opened can still be worked with: what a check of health asks.
package struct StoreWatch: Sendable {
    package enum Fault: String, CaseIterable, Sendable {
        /// There is nothing at its place any more; what is written now is lost when the process ends.
        case gone
        /// Another file stands at its place.
        case replaced
        /// It, or its folder, may not be written any more.
        case readOnly
        /// Hardly any room is left on its disk.
        case full
        /// A newer Remit has changed its tables; this one must not write it any more.
        case newer
        /// It cannot be read.
        case unreadable

        package var inWords: String {
            switch self {
            case .gone: "the file of records is gone from its place"
            case .replaced: "another file stands in the place of the records"
            case .readOnly: "the records may not be written"
            case .full: "the disk of the records is nearly full"
            case .newer: "a newer Remit has changed the records"
            case .unreadable: "the records cannot be read"
            }
        }
    }

    /// Below this an act may find no room for its line.
    package static let leastRoom: UInt64 = 64 << 20

    private let store: Store
    private let leastRoom: UInt64
    /// Which file it is; nil for a store in no file.
    private let identity: Identity?

    private struct Identity: Hashable {
        let device: UInt64
        let number: UInt64

        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            device = UInt64(found.st_dev)
            number = UInt64(found.st_ino)
        }
    }

    /// - Parameter leastRoom: bytes that must be free on the disk.
    package init(_ store: Store, leastRoom: UInt64 = StoreWatch.leastRoom) {
        self.store = store
        self.leastRoom = leastRoom
        identity = StoreWatch.path(of: store).flatMap { Identity($0) }
    }

    /// Where the file is; nil for a store in no file.
    package var place: String? { StoreWatch.path(of: store) }

    static func path(of store: Store) -> String? {
        let path = store.connection.path
        return path.isEmpty || path == ":memory:" ? nil : path
    }

    /// What is wrong with it now; nothing where it can be read and written.
    package func faults() -> [Fault] {
        var faults: [Fault] = []
        if let path = StoreWatch.path(of: store), let identity {
            let now = Identity(path)
            if now == nil {
                faults.append(.gone)
            } else if now != identity {
                faults.append(.replaced)
            }
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            if now != nil, access(path, W_OK) != 0 || access(folder, W_OK) != 0 { faults.append(.readOnly) }
            var disk = statvfs()
            if statvfs(folder, &disk) == 0, UInt64(disk.f_bavail) * UInt64(disk.f_frsize) < leastRoom {
                faults.append(.full)
            }
        }
        do {
            let isNewer = try store.read { db in
                _ = try Journal.head(db)
                return try Migrations.migrator.hasBeenSuperseded(db)
            }
            if isNewer { faults.append(.newer) }
        } catch {
            faults.append(.unreadable)
        }
        return faults
    }
}
