package import Challenges
package import GRDB
package import Vocabulary

/// Lines of the journal that are about one bundle.
extension ChallengeDesk {
    /// One line: which act, by whom and when.
    package struct Line: Hashable, Sendable {
        package let sequence: Int
        package let act: String
        package let author: String
        package let moment: Moment
    }

    /// In their order.
    package func lines(of bundle: Slug) throws -> [Line] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT j.sequence, j.act, j.at, j.authorId, a.name
                    FROM journal j JOIN author a ON a.id = j.authorId
                    WHERE j.sequence IN (\(Self.linesOfBundle)) ORDER BY j.sequence
                    """, arguments: [bundle.description]
            ).compactMap { row in
                guard let moment = Moment(text: row["at"] as String) else { return nil }
                return Line(
                    sequence: row["sequence"], act: row["act"],
                    author: (row["name"] as String?) ?? Author.removed(row["authorId"]), moment: moment)
            }
        }
    }

    /// The journal's line at which a bundle was last changed; 0 where it never was.
    package func revision(of bundle: Slug) throws -> Int {
        try store.read { db in try Self.revision(of: bundle, db) }
    }

    package static func revision(of bundle: Slug, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT max(sequence) FROM (\(linesOfBundle))", arguments: [bundle.description]) ?? 0
    }

    /// Performs an act, if nothing was recorded on the bundle since somebody looked at it.
    ///
    /// - Parameter revision: the line at which they looked; nil where that does not matter.
    /// - Throws: `overtaken` where something was.
    @discardableResult
    package func perform<A: StoredAct & ChallengeAct>(
        _ act: A, ifStill revision: Int?, by author: Author, at moment: Moment
    ) throws -> ChallengeBundle {
        try store.write { db in
            if let revision, try Self.revision(of: act.bundle, db) != revision {
                throw Refusal(
                    .rule, code: "overtaken",
                    "Something was recorded on “\(act.bundle)” since you opened this form, and nothing of yours yet.",
                    remedy: "Look at what it says now, and send yours again if it still holds.")
            }
            return try Store.perform(act, by: author, at: moment, under: rules, in: db)
        }
    }

    private static let idOf = "SELECT id FROM challenge_bundle WHERE name = ?1"

    /// Distinct, in any order.
    private static let linesOfBundle =
        "SELECT sequence FROM challenge_bundle WHERE name = ?1"
        + [
            "challenge_sending", "challenge_answers", "challenge_conclusion", "challenge_credit", "challenge_dispute",
            "challenge_closing",
        ].map { " UNION SELECT sequence FROM \($0) WHERE bundleId = (\(idOf))" }.joined()
}
