package import GRDB
package import Priorities
package import Vocabulary

extension RoundDesk {
    /// The journal's line at which a round was last changed; 0 where it never was.
    package func revision(of round: Slug) throws -> Int {
        try store.read { db in try RoundDesk.revision(of: round, db) }
    }

    /// A round as its stored acts make it, in a transaction of the caller's.
    ///
    /// - Throws: `Refusal`, where there is none of that name.
    package static func round(_ id: Slug, _ db: Database) throws -> Round { try round(id, under: .shipped, db) }

    package static func revision(of round: Slug, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(sequence) FROM round_act WHERE roundId = ?"),
            arguments: [round.description]) ?? 0
    }
}
