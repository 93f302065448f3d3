import Digests
import GRDB
package import Priorities
package import Vocabulary

/// An answer of a round as it was recorded.
package struct RoundResultHeld: Sendable {
    package let digest: EvidenceID
    /// The journal's line that first recorded it.
    package let sequence: Int
    /// Canonical JSON.
    package let body: String

    /// - Throws: where a Remit that counted otherwise wrote it.
    package func value() throws(Refusal) -> RoundResult {
        let name = "the result \(digest.short)…"
        return try JSONValue(parsing: Array(body.utf8), named: name).decoded(named: name)
    }
}

extension RoundDesk {
    /// Records the answer that was worked out for a round: the act by its digest, and the answer itself.
    ///
    /// - Throws: as `RecordResult`; then nothing has changed.
    @discardableResult
    package func record(
        _ result: RoundResult, for round: Slug, by author: Author, at moment: Moment
    ) throws -> RoundResultHeld {
        try record(answer: JSONValue(encoding: result), for: round, by: author, at: moment)
    }

    func record(
        answer: JSONValue, for round: Slug, by author: Author, at moment: Moment
    ) throws -> RoundResultHeld {
        let body = answer.canonical
        let digest = Digest.of(body)
        return try store.write { db in
            try Store.perform(
                RecordResult(round: round, digest: digest), by: author, at: moment, under: rules, in: db)
            try db.execute(
                sql: """
                    INSERT INTO round_result (roundId, digest, sequence, body) VALUES (?, ?, ?, ?)
                    ON CONFLICT (roundId, digest) DO NOTHING
                    """,
                arguments: [round.description, digest.description, Journal.head(db).sequence, body])
            return RoundResultHeld(digest: digest, sequence: try Journal.head(db).sequence, body: body)
        }
    }

    /// All answers that were recorded for a round, in order; the round itself says which counts.
    package func results(of round: Slug) throws -> [RoundResultHeld] {
        try store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM round_result WHERE roundId = ? ORDER BY sequence",
                arguments: [round.description]
            ).compactMap { row in
                EvidenceID(row["digest"] as String).map {
                    RoundResultHeld(digest: $0, sequence: row["sequence"], body: row["body"])
                }
            }
        }
    }

    /// The answer that counts; nil where there is none yet, or it was set aside.
    package func result(of round: Slug) throws -> RoundResultHeld? {
        guard let digest = try self.round(round).result?.digest else { return nil }
        return try results(of: round).first { $0.digest == digest }
    }
}
