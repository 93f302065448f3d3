import Foundation
import GRDB
package import Tabular
package import Vocabulary

/// A file that was taken in, and what came of it.
package struct HeldSource: Sendable {
    package let source: Source
    package let layout: String
    package let rowsRead: Int
    package let rowsKept: Int
    package let rowsRefused: Int
    package let rowsAlreadyHeld: Int
    package let problems: Int
    package let flagged: Int
    /// Rows of it that a later file corrected or withdrew.
    package let rowsSuperseded: Int
    /// The last file that superseded rows of it.
    package let supersededBy: String?
    package let at: String
}

extension Store {
    /// Every file that was taken in, the newest first.
    package func sources() throws -> [HeldSource] {
        try connection.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.*, i.rowsRead, i.rowsKept, i.rowsRefused, i.rowsHeld, j.at,
                        (SELECT COUNT(*) FROM problem p WHERE p.sourceId = s.id) AS problems,
                        (SELECT COUNT(DISTINCT rowNumber) FROM problem p
                            WHERE p.sourceId = s.id AND p.effect = 'flagged') AS flagged,
                        (SELECT COUNT(*) FROM dental_month_superseded x JOIN dental_month d ON d.id = x.rowId
                            WHERE d.sourceId = s.id)
                        + (SELECT COUNT(*) FROM contract_terms_superseded x JOIN contract_terms t ON t.id = x.termsId
                            WHERE t.sourceId = s.id) AS superseded,
                        COALESCE(
                            (SELECT n.name FROM dental_month_superseded x JOIN dental_month d ON d.id = x.rowId
                                JOIN source n ON n.id = x.sourceId WHERE d.sourceId = s.id
                                ORDER BY x.sourceId DESC LIMIT 1),
                            (SELECT n.name FROM contract_terms_superseded x JOIN contract_terms t ON t.id = x.termsId
                                JOIN source n ON n.id = x.sourceId WHERE t.sourceId = s.id
                                ORDER BY x.sourceId DESC LIMIT 1)) AS supersededBy
                    FROM source s
                    LEFT JOIN intake i ON i.sourceId = s.id
                    JOIN journal j ON j.sequence = s.sequence
                    ORDER BY s.id DESC
                    """
            ).map { row in
                HeldSource(
                    source: Source(
                        digest: EvidenceID(row["digest"] as String)!, name: row["name"], publisher: row["publisher"],
                        licence: row["licence"], size: row["size"]),
                    layout: row["layout"], rowsRead: row["rowsRead"] ?? 0, rowsKept: row["rowsKept"] ?? 0,
                    rowsRefused: row["rowsRefused"] ?? 0, rowsAlreadyHeld: row["rowsHeld"] ?? 0,
                    problems: row["problems"], flagged: row["flagged"], rowsSuperseded: row["superseded"],
                    supersededBy: row["supersededBy"], at: row["at"])
            }
        }
    }

    /// The problems of one file, in the order in which they were found.
    package func problems(of digest: EvidenceID) throws -> [Problem] {
        try connection.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.* FROM problem p JOIN source s ON s.id = p.sourceId WHERE s.digest = ? ORDER BY p.id
                    """,
                arguments: [digest.description]
            ).map { row in
                Problem(
                    row: row["rowNumber"], column: row["columnName"], code: row["code"], row["explanation"],
                    effect: Problem.Effect(rawValue: row["effect"])!)
            }
        }
    }
}
