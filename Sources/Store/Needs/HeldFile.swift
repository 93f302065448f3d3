package import GRDB
import Needs
import Organisations
package import Vocabulary

/// A file that is read again, from the bytes that are kept, when something is worked out from it.
package struct HeldFile<Kind: RawRepresentable<String> & Sendable>: Sendable {
    package let digest: EvidenceID
    package let name: String
    package let kind: Kind
    /// Columns that are not read, as the journal has it.
    package let dropped: [String]

    fileprivate static func all(in table: String, _ db: Database) throws -> [HeldFile] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.digest, s.name, f.kind, json_extract(j.content, '$.act.dropped') AS dropped
                FROM \(table) f JOIN source s ON s.id = f.sourceId JOIN journal j ON j.sequence = s.sequence
                ORDER BY s.id DESC
                """)
        return rows.compactMap { row in
            guard let digest = EvidenceID(row["digest"] as String), let kind = Kind(rawValue: row["kind"]) else {
                return nil
            }
            let dropped: String? = row["dropped"]
            return HeldFile(digest: digest, name: row["name"], kind: kind, dropped: dropped.map(texts) ?? [])
        }
    }

    private static func texts(_ json: String) -> [String] {
        guard case .list(let items)? = try? JSONValue(parsing: Array(json.utf8), named: "a list") else { return [] }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }
}

extension HeldFile<NeedsFile> {
    /// Files on populations, deprivation and indicators; the last that was taken in first.
    package static func all(_ db: Database) throws -> [HeldFile] { try all(in: "needs_file", db) }
}

extension HeldFile<DirectoryFileKind> {
    /// Files of the directory; the last that was taken in first.
    package static func all(_ db: Database) throws -> [HeldFile] { try all(in: "directory_file", db) }
}
