import GRDB
package import Priorities
package import Vocabulary

extension RoundDesk {
    /// The names of all rounds, in the order in which they were begun.
    package func names() throws -> [Slug] {
        try store.read { db in
            try String.fetchAll(db, sql: "SELECT id FROM priority_round ORDER BY sequence").compactMap { Slug($0) }
        }
    }

    /// The journal's last line about a round.
    ///
    /// - Throws: `Refusal`, code `not-found`, where there is no such round.
    package func lastLine(of id: Slug) throws -> Int {
        let line = try store.read { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT MAX(sequence) FROM round_act WHERE roundId = ?"),
                arguments: [id.description])
        }
        guard let line else { throw Refusal(.usage, code: "not-found", "Round \(id)") }
        return line
    }

    /// What a form of a member's own weights or scores showed of a round, for that member.
    ///
    /// - Parameters:
    ///   - sequence: the line of the journal after which the form was made.
    ///   - now: the round as it stands.
    /// - Returns: the round as it stood then; as it stands where nothing has been recorded of this member since, so
    ///   that a panel of a hundred does not have its round decided again at each one's form.
    package func round(_ id: Slug, at sequence: Int, shownTo member: Slug, now: Round) throws -> Round? {
        let isSame = try store.read { db in
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT NOT EXISTS (
                            SELECT 1 FROM round_act WHERE roundId = ?1 AND sequence > ?2
                            AND NOT (act = ?3 AND json_extract(body, '$.member') <> ?4))
                        """),
                arguments: [id.description, sequence, GiveScores.name, member.description])!
        }
        return isSame ? now : try round(id, at: sequence)
    }
}
