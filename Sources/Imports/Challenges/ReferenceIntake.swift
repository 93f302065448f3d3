package import Challenges
import Digests
package import Engines
import Files
import Foundation
package import Store
package import Tabular
package import Vocabulary

/// Takes tables of reference in: read whole, stored as Parquet beside the store's file, and registered.
package struct ReferenceIntake {
    private let store: Store
    private let folder: ActivityFolder
    private let library: EngineLibrary
    private let author: Author
    private let moment: Moment
    package var publisher = "As given"
    package var licence = "Not for publication"
    /// The table, where the titles do not say.
    package var table: ReferenceTable?
    /// A reviewed mapping with the table's name as its layout.
    package var mapping: JSONValue?

    package init(
        into store: Store, folder: ActivityFolder, library: EngineLibrary, by author: Author, at moment: Moment
    ) {
        (self.store, self.folder, self.library) = (store, folder, library)
        (self.author, self.moment) = (author, moment)
    }

    package struct Taken: Sendable {
        package let name: String
        package let digest: EvidenceID
        package let table: String
        package let rowsKept: Int
        package let rowsRefused: Int
        package let problems: [Problem]
        /// True where the file was held already.
        package let isHeld: Bool
    }

    /// A table and its titles from a mapping's document.
    ///
    /// - Throws: `Refusal`, code `bad-mapping`, as `MappingDocument`; `no-such-table` for a layout that is none.
    package static func titles(
        _ document: JSONValue
    ) throws(Refusal) -> (table: ReferenceTable, titles: [String: String]) {
        guard case .text(let layout)? = document["layout"], let table = ReferenceTable.named(layout) else {
            throw Refusal(
                .input, code: "no-such-table", "The mapping's layout is no table of reference.",
                remedy: "Tables are \(ReferenceTable.shipped.map(\.name).joined(separator: ", ")).")
        }
        let mapping = try MappingDocument(document, keys: [], fields: table.columns.map(\.name))
        return (table, Dictionary(uniqueKeysWithValues: mapping.columns.map { ($0.field, $0.title) }))
    }

    /// Takes one file in, whole or not at all.
    package func take(_ path: String) throws -> Taken { try folder.held { try takeAlone(path) } }

    private func takeAlone(_ path: String) throws -> Taken {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let bytes = try WholeFile.read(path, limit: 2 << 30)
        let digest = Digest.of(bytes)
        let mappingDigest = mapping.map { Digest.of($0) }
        let reviewed = try mapping.map { document throws(Refusal) in try ReferenceIntake.titles(document) }
        let file = try ReferenceFile(
            bytes, named: name, table: reviewed?.table ?? table, titles: reviewed?.titles ?? [:])
        func taken(isHeld: Bool) -> Taken {
            Taken(
                name: name, digest: digest, table: file.table.name, rowsKept: file.rows.count,
                rowsRefused: file.refused,
                problems: file.problems, isHeld: isHeld)
        }
        if try store.read({ db in try SourceRecord.isHeld(digest, mapping: mappingDigest, db) }) {
            return taken(isHeld: true)
        }
        let incoming = try folder.incoming()
        defer { try? FileManager.default.removeItem(atPath: incoming) }
        let part = "\(incoming)/part-0001.parquet"
        let engine = try EngineWriter(library, limits: EngineLimits(folders: [incoming]))
        try ReferenceSchema.write(file, to: part, with: engine)
        let (partDigest, partSize) = try Digest.ofFile(at: part)
        let place = ActivityFolder.place(of: digest, layout: "reference/\(file.table.name)", mapping: mappingDigest)
        let act = RegisterReference(
            source: Source(digest: digest, name: name, publisher: publisher, licence: licence, size: bytes.count),
            table: file.table.name, mapping: mapping?.canonical, mappingDigest: mappingDigest, folder: place,
            part: partDigest, partSize: partSize, rowsKept: file.rows.count, rowsRefused: file.refused,
            problems: file.problems)
        _ = try act.decide(.init(isHeld: false), by: author, at: moment)
        try folder.settle(incoming, at: place) { try store.perform(act, by: author, at: moment) }
        return taken(isHeld: false)
    }

    /// The tables that stand in files of a folder, for one run and without a record; files that are no table are passed over.
    ///
    /// - Parameter scratch: where their rows go; within what the engine sees, and the caller's to remove.
    package static func unrecorded(
        in given: String, scratch: String, library: EngineLibrary
    ) throws -> [ActivityViews.StoredTable] {
        let names = try FileManager.default.contentsOfDirectory(atPath: given).filter { $0.hasSuffix(".csv") }.sorted()
        let engine = try EngineWriter(library, limits: EngineLimits(folders: [scratch]))
        var tables: [ActivityViews.StoredTable] = []
        for name in names {
            let path = "\(given)/\(name)"
            guard let header = try ReferenceIntake.header(of: path), let table = ReferenceTable.of(titles: header),
                !tables.contains(where: { $0.name == table.name })
            else { continue }
            let bytes = try WholeFile.read(path, limit: 2 << 30)
            let file = try ReferenceFile(bytes, named: name, table: table)
            let part = "\(scratch)/\(table.name).parquet"
            try ReferenceSchema.write(file, to: part, with: engine)
            // Numbers below nought are of no record.
            tables.append(
                .init(id: -tables.count - 1, name: table.name, file: name, digest: Digest.of(bytes), path: part))
        }
        return tables
    }

    /// The first line's titles, without reading a large file whole; nil where it has none.
    static func header(of path: String) throws -> [String]? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? handle.close() }
        let bytes = [UInt8](try handle.read(upToCount: 8_192) ?? Data())
        guard let end = bytes.firstIndex(of: 10) else { return nil }
        return try? RowReader(Array(bytes[...end]), named: path).header
    }
}
