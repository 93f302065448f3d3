package import GRDB
package import Tabular
package import Vocabulary

/// A file that was taken in, with what came of it.
package struct SourceHeld: Sendable {
    package let digest: EvidenceID
    package let name: String
    /// A `Layout`'s raw value.
    package let layout: String
    /// The months that it speaks of, first and last; nil where its layout has none.
    package let months: ClosedRange<Month>?
    package let size: Int
    package let publisher: String
    package let licence: String
    /// When it was taken in, as the journal has it.
    package let at: String
    package let rowsRead: Int
    package let rowsKept: Int
    package let rowsRefused: Int
    package let rowsAlreadyHeld: Int
    package let problems: Int
    /// Rows of it that no longer hold.
    package let rowsSuperseded: Int
    /// The names of the files that corrected or withdrew rows of it.
    package let supersededBy: [String]
    package let container: EvidenceID?
    /// The journal's line of its import.
    package let sequence: Int

    /// In the order in which they were taken in.
    package static func all(_ db: Database) throws -> [SourceHeld] {
        let superseded = try superseded(db)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.*, j.at, i.rowsRead, i.rowsKept, i.rowsRefused, i.rowsHeld,
                    (SELECT COUNT(*) FROM problem p WHERE p.sourceId = s.id) AS problems,
                    COALESCE((SELECT MIN(month) FROM dental_month_file f WHERE f.sourceId = s.id), t.first) AS first,
                    COALESCE((SELECT MAX(month) FROM dental_month_file f WHERE f.sourceId = s.id), t.last) AS last
                FROM source s JOIN intake i ON i.sourceId = s.id JOIN journal j ON j.sequence = s.sequence
                LEFT JOIN (
                    SELECT sourceId, MIN(month) AS first, MAX(month) AS last FROM contract_terms GROUP BY sourceId
                ) t ON t.sourceId = s.id
                ORDER BY s.id
                """)
        return rows.compactMap { row in
            guard let digest = EvidenceID(row["digest"] as String) else { return nil }
            let first: Int? = row["first"]
            let last: Int? = row["last"]
            let container: String? = row["containerDigest"]
            let later = superseded[row["id"]]
            return SourceHeld(
                digest: digest, name: row["name"], layout: row["layout"],
                months: first.map { Month(index: $0)...Month(index: last ?? $0) }, size: row["size"],
                publisher: row["publisher"], licence: row["licence"], at: row["at"],
                rowsRead: row["rowsRead"], rowsKept: row["rowsKept"], rowsRefused: row["rowsRefused"],
                rowsAlreadyHeld: row["rowsHeld"], problems: row["problems"], rowsSuperseded: later?.rows ?? 0,
                supersededBy: later?.names ?? [], container: container.flatMap { EvidenceID($0) },
                sequence: row["sequence"])
        }
    }

    /// Money by the fate of its rows: read = kept + refused + already held.
    package struct MoneyFates: Hashable, Sendable {
        package let read: Money
        package let kept: Money
        package let refused: Money
        package let alreadyHeld: Money
    }

    /// Of the first import of a file; nil for layouts that carry no money.
    package static func money(of digest: EvidenceID, _ db: Database) throws -> MoneyFates? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT account ->> 'valueReadPence' AS read, account ->> 'valueKeptPence' AS kept,
                    account ->> 'valueRefusedPence' AS refused, account ->> 'valueAlreadyHeldPence' AS held
                FROM intake i JOIN source s ON s.id = i.sourceId WHERE s.digest = ? ORDER BY s.id LIMIT 1
                """, arguments: [digest.description])
        guard let row, let read: Int = row["read"], let kept: Int = row["kept"], let refused: Int = row["refused"],
            let held: Int = row["held"]
        else { return nil }
        return MoneyFates(
            read: Money(pence: read), kept: Money(pence: kept), refused: Money(pence: refused),
            alreadyHeld: Money(pence: held))
    }

    private static func superseded(_ db: Database) throws -> [Int: (rows: Int, names: [String])] {
        var superseded: [Int: (rows: Int, names: [String])] = [:]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT earlier, later.name, COUNT(*) AS count FROM (
                    SELECT d.sourceId AS earlier, u.sourceId AS later
                    FROM dental_month_superseded u JOIN dental_month d ON d.id = u.rowId
                    UNION ALL
                    SELECT t.sourceId, u.sourceId
                    FROM contract_terms_superseded u JOIN contract_terms t ON t.id = u.termsId
                ) pair JOIN source later ON later.id = pair.later
                GROUP BY earlier, later.id ORDER BY later.id
                """)
        for row in rows {
            superseded[row["earlier"], default: (0, [])].rows += row["count"]
            superseded[row["earlier"]]?.names.append(row["name"])
        }
        return superseded
    }
}

/// A fault found in a file, as it is kept.
package struct ProblemHeld: Sendable {
    package let file: String
    package let digest: EvidenceID
    package let problem: Problem

    /// Those that match, in the order of files and rows.
    ///
    /// - Parameters:
    ///   - source: a file's name, or the beginning of its digest; nil for all.
    ///   - code: a problem's code; nil for all.
    package static func all(
        source: String? = nil, code: String? = nil, effect: Problem.Effect? = nil, _ db: Database
    ) throws -> [ProblemHeld] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT s.name, s.digest, p.* FROM problem p JOIN source s ON s.id = p.sourceId
                WHERE (?1 IS NULL OR s.name = ?1 OR substr(s.digest, 1, length(?1)) = ?1)
                    AND (?2 IS NULL OR p.code = ?2) AND (?3 IS NULL OR p.effect = ?3)
                ORDER BY p.id
                """,
            arguments: [source, code, effect?.rawValue])
        return rows.compactMap { row in
            guard let digest = EvidenceID(row["digest"] as String),
                let effect = Problem.Effect(rawValue: row["effect"])
            else { return nil }
            return ProblemHeld(
                file: row["name"], digest: digest,
                problem: Problem(
                    row: row["rowNumber"], column: row["columnName"], code: row["code"], row["explanation"],
                    effect: effect))
        }
    }
}
