package import Contracts
package import GRDB
package import Vocabulary

extension SaveMapping: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(
            isHeld: try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM column_mapping WHERE digest = ?)",
                arguments: [digest.description])!)
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO column_mapping (sequence, name, layout, digest, content) VALUES (?, ?, ?, ?, ?)",
            arguments: [sequence, mapping.name, mapping.layout, digest.description, document.canonical])
    }
}

/// A column mapping as it is kept.
package struct MappingHeld: Sendable {
    package let name: String
    package let layout: String
    package let digest: EvidenceID
    /// Canonical JSON.
    package let content: String
    /// The journal's line of the act that kept it.
    package let sequence: Int

    /// In the order in which they were kept.
    package static func all(_ db: Database) throws -> [MappingHeld] {
        try Row.fetchAll(db, sql: "SELECT * FROM column_mapping ORDER BY sequence").compactMap { row in
            EvidenceID(row["digest"] as String).map {
                MappingHeld(
                    name: row["name"], layout: row["layout"], digest: $0, content: row["content"],
                    sequence: row["sequence"])
            }
        }
    }
}
