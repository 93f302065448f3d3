import GRDB
package import Governance
package import Vocabulary

extension GovernanceDesk {
    /// The journal's line at which a record was last changed; 0 where it never was.
    package func revision(of record: RecordName) throws -> Int {
        try store.read { db in try GovernanceDesk.revision(of: record, db) }
    }

    static func revision(of record: RecordName, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(sequence) FROM governance_act WHERE kind = ? AND record = ?"),
            arguments: [record.kind.rawValue, record.id.description]) ?? 0
    }

    /// When something was first and last recorded of each record of a kind.
    package func moments(of kind: RecordName.Kind) throws -> [Slug: (first: Moment, last: Moment)] {
        try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT g.record, MIN(j.at) AS first, MAX(j.at) AS last
                    FROM governance_act g JOIN journal j ON j.sequence = g.sequence
                    WHERE g.kind = ? GROUP BY g.record
                    """, arguments: [kind.rawValue])
            let pairs = rows.compactMap { row -> (Slug, (first: Moment, last: Moment))? in
                guard let record = Slug(row["record"] as String), let first = Moment(text: row["first"] as String),
                    let last = Moment(text: row["last"] as String)
                else { return nil }
                return (record, (first, last))
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }
}
