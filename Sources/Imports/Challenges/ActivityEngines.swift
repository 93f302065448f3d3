package import Engines
package import Store
import Synchronization
package import Vocabulary

/// The engine for questions about activity, as whoever started the program chose it: which it is, where it finds the stored
/// files, and how it is opened. Whoever asks knows no more of it.
package struct ActivityEngines: Sendable {
    /// How a question that runs is getting on: seconds since it was asked, and the memory of the engine's process in bytes.
    package typealias Progress = @Sendable (_ seconds: Double, _ memory: Int) -> Void

    package let dialect: Dialect
    private let place: @Sendable (String) throws(Refusal) -> String
    private let check: @Sendable () throws(Refusal) -> Void
    private let opening:
        @Sendable (_ folders: [String], _ spill: String?, _ progress: @escaping Progress) throws(Refusal)
            -> any QueryEngine

    /// - Parameters:
    ///   - place: a folder's path as the engine sees it; as usual the same.
    ///   - check: throws why it could not be opened, where that can be told without opening it.
    ///   - opening: the folders that it may read and write, and where it puts what memory does not hold.
    package init(
        _ dialect: Dialect, place: @escaping @Sendable (String) throws(Refusal) -> String = { $0 },
        check: @escaping @Sendable () throws(Refusal) -> Void = {},
        opening:
            @escaping @Sendable (_ folders: [String], _ spill: String?, _ progress: @escaping Progress) throws(Refusal)
            -> any QueryEngine
    ) {
        (self.dialect, self.place, self.check, self.opening) = (dialect, place, check, opening)
    }

    /// Why no question can be asked; nil where it looks as if one can.
    package var missing: Refusal? {
        do throws(Refusal) { try check() } catch { return error }
        return nil
    }

    /// What stands of a store's activity in one year, for this engine.
    ///
    /// - Parameters: as for `ActivityDesk`.
    /// - Throws: as there.
    package func desk(
        _ store: Store, folder: ActivityFolder, year: FinancialYear? = nil, tables: String? = nil
    ) throws -> ActivityDesk {
        try ActivityDesk(
            store, folder: folder, year: year, tables: tables, dialect: dialect, seenAt: place(folder.path))
    }

    /// The engine that sees a desk's files.
    package func open(
        _ desk: ActivityDesk, progress: @escaping Progress = { _, _ in }
    ) throws(Refusal) -> any QueryEngine {
        try opening([desk.folder.path], desk.spill, progress)
    }

    /// The engine that sees a folder, for a question that needs little, and the folder's path as the engine has it.
    ///
    /// - Parameter seconds: after which a question that still runs is stopped.
    package func open(
        seeing folder: ActivityFolder, seconds: Double = 7_200
    ) throws(Refusal) -> (engine: any QueryEngine, path: String) {
        let opened = Opened()
        let engine = try opening([folder.path], nil) { passed, _ in
            if passed > seconds { opened.engine.withLock { $0.engine }?.cancel() }
        }
        opened.engine.withLock { $0.engine = engine }
        return (engine, try place(folder.path))
    }

    /// An engine that what watches over it knows.
    private final class Opened: Sendable {
        // Weak, or the engine would hold itself.
        let engine = Mutex<Held>(Held())
        struct Held: Sendable { weak var engine: (any QueryEngine)? }
    }
}
