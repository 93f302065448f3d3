import Challenges
import Digests
package import Engines
import Foundation
package import Store
package import Vocabulary

/// What stands of a store's activity in one year, ready for an engine of this process.
package struct ActivityDesk {
    package let views: ActivityViews
    package let folder: ActivityFolder
    /// Tells one state of the records from another: of what stands of the year, and of the tables of reference.
    package let standing: EvidenceID
    private let scratch: String?

    /// - Parameters:
    ///   - year: nil for the last of which anything was submitted.
    ///   - tables: a folder with tables of reference in CSV for this time alone, in place of those that were taken in.
    ///   - library: the engine of this machine, which is needed for `tables` alone.
    ///   - seenAt: the folder's path as the engine sees it, where that is another.
    /// - Throws: `Refusal`, code `no-activity`, where nothing of the year was submitted.
    package init(
        _ store: Store, folder: ActivityFolder, year: FinancialYear? = nil, tables: String? = nil,
        library: EngineLibrary? = nil, dialect: Dialect = .duckDB, seenAt: String? = nil
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
            let given = try ReferenceIntake.unrecorded(
                in: tables, scratch: scratch, library: library ?? EngineLibrary.installed())
            references = references.filter { one in !given.contains { $0.name == one.name } } + given
        } else {
            scratch = nil
        }
        standing = ActivityDesk.digest(of: slices, held)
        self.folder = folder
        let seen = seenAt ?? folder.path
        references = references.map { one in
            ActivityViews.StoredTable(
                id: one.id, name: one.name, file: one.file, digest: one.digest,
                path: seen + one.path.dropFirst(folder.path.count))
        }
        views = ActivityViews(slices, references: references, in: seen, year: chosen, dialect: dialect)
    }

    /// What stands of a year, without anything being made ready.
    package static func standing(of year: FinancialYear, in store: Store) throws -> EvidenceID {
        let (slices, held) = try store.read { db in
            (try StandingSlices.of(year: year, db), try HeldReference.all(db))
        }
        return digest(of: slices, held)
    }

    private static func digest(of slices: [StandingSlices], _ held: [HeldReference]) -> EvidenceID {
        func months(_ months: [String: [Int]]) -> JSONValue {
            .list(
                months.sorted { $0.key < $1.key }.map { provider, months in
                    .list([.text(provider)] + months.map { .integer($0) })
                })
        }
        return Digest.of(
            JSONValue.object([
                .init(
                    "slices",
                    .list(
                        slices.map { slice in
                            [
                                "digest": .text(slice.digest.description), "layout": .text(slice.layout),
                                "standing": months(slice.standing), "superseded": months(slice.superseded),
                            ]
                        })),
                .init(
                    "references",
                    .list(held.map { ["name": .text($0.name), "digest": .text($0.digest.description)] })),
            ]))
    }

    /// Where an engine puts what memory does not hold.
    package var spill: String { "\(folder.path)/.spill-\(getpid())" }

    /// An engine of this process that sees the folder and spills into it.
    package func engine(_ library: EngineLibrary, memory: Int = 3 << 30) throws(Refusal) -> Engine {
        try Engine(
            library,
            limits: EngineLimits(
                threads: EngineLimits.threadsForQuestions, memory: memory, folders: [folder.path],
                temporaryFolder: spill
            ))
    }

    /// Removes what was put beside the records for this time alone.
    package func clear() {
        if let scratch { try? FileManager.default.removeItem(atPath: scratch) }
        try? FileManager.default.removeItem(atPath: spill)
    }
}
