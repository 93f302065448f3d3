package import GRDB
package import Vocabulary

/// A table of reference that is registered.
package struct HeldReference: Sendable {
    /// The number of its file in the records.
    package let id: Int
    /// `price`.
    package let name: String
    package let file: String
    package let digest: EvidenceID
    package let folder: String
    package let part: EvidenceID
    package let rowsKept: Int
    package let rowsRefused: Int
    /// The moment at which it was registered.
    package let at: String

    /// The latest of each name, by name; or all that there ever were, the last first.
    package static func all(latest: Bool = true, _ db: Database) throws -> [HeldReference] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r.*, s.digest, s.name AS file, j.at
                FROM activity_reference r JOIN source s ON s.id = r.sourceId JOIN journal j ON j.sequence = s.sequence
                \(latest ? "WHERE r.sourceId IN (SELECT max(sourceId) FROM activity_reference GROUP BY name)" : "")
                ORDER BY \(latest ? "r.name" : "r.sourceId DESC")
                """)
        return rows.map { row in
            HeldReference(
                id: row["sourceId"], name: row["name"], file: row["file"], digest: EvidenceID(row["digest"] as String)!,
                folder: row["folder"], part: EvidenceID(row["part"] as String)!, rowsKept: row["rowsKept"],
                rowsRefused: row["rowsRefused"], at: row["at"])
        }
    }
}

/// What of a submission stands: the months of each provider that no later submission of its kind has stated.
package struct StandingSlices: Sendable {
    /// The number of the file in the records.
    package let id: Int
    package let digest: EvidenceID
    package let file: String
    package let layout: String
    package let folder: String
    /// By provider, the months of the year that stand, and those that have been taken over.
    package var standing: [String: [Int]] = [:]
    package var superseded: [String: [Int]] = [:]

    /// By the order in which they were taken in.
    package static func of(year: FinancialYear, _ db: Database) throws -> [StandingSlices] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH latest AS (
                    SELECT max(s.sourceId) AS sourceId, a.layout, s.provider, s.month
                    FROM activity_slice s JOIN activity_submission a USING (sourceId)
                    WHERE s.yearStart = ?1
                    GROUP BY a.layout, s.provider, s.month
                )
                SELECT s.sourceId, a.layout, a.folder, f.digest, f.name, s.provider, s.month,
                    l.sourceId IS NOT NULL AS stands
                FROM activity_slice s JOIN activity_submission a USING (sourceId) JOIN source f ON f.id = s.sourceId
                    LEFT JOIN latest l ON l.sourceId = s.sourceId AND l.layout = a.layout AND l.provider = s.provider
                        AND l.month = s.month
                WHERE s.yearStart = ?1
                ORDER BY s.sourceId, s.provider, s.month
                """, arguments: [year.start])
        var all: [StandingSlices] = []
        for row in rows {
            let id: Int = row["sourceId"]
            if all.last?.id != id {
                all.append(
                    StandingSlices(
                        id: id, digest: EvidenceID(row["digest"] as String)!, file: row["name"], layout: row["layout"],
                        folder: row["folder"]))
            }
            if row["stands"] as Bool {
                all[all.count - 1].standing[row["provider"], default: []].append(row["month"])
            } else {
                all[all.count - 1].superseded[row["provider"], default: []].append(row["month"])
            }
        }
        return all
    }

    /// The years of which anything was submitted, the last first.
    package static func years(_ db: Database) throws -> [FinancialYear] {
        try Int.fetchAll(db, sql: "SELECT DISTINCT yearStart FROM activity_slice ORDER BY yearStart DESC")
            .map { FinancialYear(startingIn: $0) }
    }
}
