import Challenges
package import Engines
import Foundation
package import Store
package import Vocabulary

/// What stands of a store's activity in one year, ready for an engine of this process.
package struct ActivityDesk {
    package let views: ActivityViews
    package let folder: ActivityFolder
    private let scratch: String?

    /// - Parameters:
    ///   - year: nil for the last of which anything was submitted.
    ///   - tables: a folder with tables of reference in CSV for this time alone, in place of those that were taken in.
    ///   - seenAt: the folder's path as the engine sees it, where that is another.
    /// - Throws: `Refusal`, code `no-activity`, where nothing of the year was submitted.
    package init(
        _ store: Store, folder: ActivityFolder, year: FinancialYear? = nil, tables: String? = nil,
        library: EngineLibrary, dialect: Dialect = .duckDB, seenAt: String? = nil
    ) throws {
        let years = try store.read { db in try StandingSlices.years(db) }
        guard let chosen = year ?? years.first, years.contains(chosen) else {
            throw Refusal(
                .input, code: "no-activity",
                year.map { "Nothing of \($0) was taken in." } ?? "No contract activity was taken in.",
                remedy: "Take files in with remit activity import.")
        }
        let (slices, held) = try store.read { db in
            (try StandingSlices.of(year: chosen, db), try HeldReference.all(db))
        }
        var references = held.map { one in
            ActivityViews.StoredTable(
                id: one.id, name: one.name, file: one.file, digest: one.digest,
                path: "\(folder.path)/\(one.folder)/part-0001.parquet")
        }
        if let tables {
            let scratch = "\(folder.path)/.tables-\(getpid())"
            try? FileManager.default.removeItem(atPath: scratch)
            try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
            self.scratch = scratch
            let given = try ReferenceIntake.unrecorded(in: tables, scratch: scratch, library: library)
            references = references.filter { one in !given.contains { $0.name == one.name } } + given
        } else {
            scratch = nil
        }
        self.folder = folder
        let seen = seenAt ?? folder.path
        references = references.map { one in
            ActivityViews.StoredTable(
                id: one.id, name: one.name, file: one.file, digest: one.digest,
                path: seen + one.path.dropFirst(folder.path.count))
        }
        views = ActivityViews(slices, references: references, in: seen, year: chosen, dialect: dialect)
    }

    /// Where an engine puts what memory does not hold.
    package var spill: String { "\(folder.path)/.spill-\(getpid())" }

    /// An engine of this process that sees the folder and spills into it.
    package func engine(_ library: EngineLibrary, memory: Int = 3 << 30) throws(Refusal) -> Engine {
        try Engine(
            library,
            limits: EngineLimits(
                threads: 2, memory: memory, folders: [folder.path], temporaryFolder: spill
            ))
    }

    /// Removes what was put beside the records for this time alone.
    package func clear() {
        if let scratch { try? FileManager.default.removeItem(atPath: scratch) }
        try? FileManager.default.removeItem(atPath: spill)
    }
}
