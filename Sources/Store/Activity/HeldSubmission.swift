package import GRDB
package import Vocabulary

/// A submission of contract monitoring that is registered, and its stored parts.
package struct HeldSubmission: Sendable {
    package let digest: EvidenceID
    package let name: String
    package let layout: String
    package let folder: String
    package let rowsKept: Int
    package let rowsRefused: Int
    package let costKept: Money
    package let costRefused: Money
    package let rowsOfUnreadableCost: Int
    package let providers: Int
    /// Provider's months of which this submission is the latest of its kind that states them, and all that it states.
    package let slicesStanding: Int
    package let slices: Int
    /// The moment at which it was registered.
    package let at: String
    package let parts: [Part]

    package struct Part: Sendable {
        package let name: String
        package let holdsProblems: Bool
        package let digest: EvidenceID
        package let size: Int
        package let rows: Int
    }

    /// The last that was registered first.
    package static func all(_ db: Database) throws -> [HeldSubmission] {
        let parts = try Dictionary(
            grouping: Row.fetchAll(db, sql: "SELECT * FROM activity_part ORDER BY id"), by: { $0["sourceId"] as Int })
        let rows = try Row.fetchAll(
            db,
            sql: """
                WITH standing AS (
                    SELECT provider, yearStart, month, max(s.sourceId) AS sourceId
                    FROM activity_slice s JOIN activity_submission a USING (sourceId)
                    GROUP BY layout, provider, yearStart, month
                ), counted AS (
                    SELECT s.sourceId, count(*) AS slices, count(DISTINCT s.provider) AS providers,
                        count(t.sourceId) AS standing
                    FROM activity_slice s LEFT JOIN standing t USING (sourceId, provider, yearStart, month)
                    GROUP BY s.sourceId
                )
                SELECT a.*, s.digest, s.name, j.at, c.slices, c.providers, c.standing
                FROM activity_submission a JOIN source s ON s.id = a.sourceId JOIN journal j ON j.sequence = s.sequence
                    JOIN counted c ON c.sourceId = a.sourceId
                ORDER BY a.sourceId DESC
                """)
        return rows.map { row in
            HeldSubmission(
                digest: EvidenceID(row["digest"] as String)!, name: row["name"], layout: row["layout"],
                folder: row["folder"], rowsKept: row["rowsKept"], rowsRefused: row["rowsRefused"],
                costKept: Money(pence: row["costKeptPence"]), costRefused: Money(pence: row["costRefusedPence"]),
                rowsOfUnreadableCost: row["rowsOfUnreadableCost"], providers: row["providers"],
                slicesStanding: row["standing"], slices: row["slices"], at: row["at"],
                parts: (parts[row["sourceId"]] ?? []).map { part in
                    Part(
                        name: part["name"], holdsProblems: part["holdsProblems"],
                        digest: EvidenceID(part["digest"] as String)!, size: part["size"], rows: part["rowCount"])
                })
        }
    }
}
