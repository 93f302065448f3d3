import Foundation
package import GRDB
import Tabular
package import Vocabulary

/// How a file was read: the name of its layout, as it stands in the store.
package enum Layout: String, Sendable, CaseIterable {
    case dentalMonth = "nhsbsa-dental-month"
    case dentalContracts = "nhsbsa-dental-contracts"
    case population
    case contractTypes = "contract-types"
    case providerGroups = "provider-groups"
    case patientCharges = "patient-charges"
    case extract
}

/// Sources, what was kept of their bytes, and the problems found in them.
package enum SourceRecord {
    package static func isHeld(_ digest: EvidenceID, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM source WHERE digest = ?)", arguments: [digest.description])!
    }

    static func insert(
        _ source: Source, layout: Layout, container: EvidenceID?, sequence: Int, _ db: Database
    ) throws -> Int {
        try db.execute(
            sql: """
                INSERT INTO source (digest, name, layout, publisher, licence, size, containerDigest, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                source.digest.description, source.name, layout.rawValue, source.publisher, source.licence,
                source.size, container?.description, sequence,
            ])
        return Int(db.lastInsertedRowID)
    }

    static func insertProblems(_ problems: [Problem], sourceID: Int, _ db: Database) throws {
        for problem in problems {
            try db.execute(
                sql: """
                    INSERT INTO problem (sourceId, rowNumber, columnName, code, explanation, effect)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sourceID, problem.row, problem.column, problem.code, problem.explanation,
                    problem.effect.rawValue,
                ])
        }
    }

    /// Keeps the bytes of a file or an archive, once for each digest.
    ///
    /// - Parameter compressed: the bytes in gzip, where that is shorter than they are.
    package static func keep(
        _ digest: EvidenceID, size: Int, bytes: [UInt8], isGzip: Bool, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO content (digest, encoding, size, bytes) VALUES (?, ?, ?, ?)",
            arguments: [
                digest.description, isGzip ? "gzip" : "identity", size, bytes.withUnsafeBytes { Data($0) },
            ])
    }
}
