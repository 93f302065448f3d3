import GRDB
package import Priorities
package import Vocabulary

/// Rounds as they stand, their acts and answers, and what takes more than performing an act: ballots and results.
package struct RoundDesk: Sendable {
    package let store: Store
    package let rules: RulesInForce

    package init(_ store: Store, under rules: RulesInForce = .shipped) {
        self.store = store
        self.rules = rules
    }

    /// A round in a list.
    package struct Listed: Hashable, Sendable {
        package let id: Slug
        package let title: String
        package let openedAt: Moment
        package let acts: Int
        package let lastActAt: Moment
    }

    /// In the order in which they were begun.
    package func rounds() throws -> [Listed] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.id, p.title, o.at AS opened, COUNT(*) AS acts, MAX(j.at) AS last
                    FROM priority_round p JOIN journal o ON o.sequence = p.sequence
                    JOIN round_act r ON r.roundId = p.id JOIN journal j ON j.sequence = r.sequence
                    GROUP BY p.id ORDER BY p.sequence
                    """
            ).compactMap { row in
                guard let id = Slug(row["id"] as String), let openedAt = Moment(text: row["opened"] as String),
                    let lastActAt = Moment(text: row["last"] as String)
                else { return nil }
                return Listed(id: id, title: row["title"], openedAt: openedAt, acts: row["acts"], lastActAt: lastActAt)
            }
        }
    }

    /// A round as it stands.
    ///
    /// - Throws: `Refusal` where there is none of that name.
    package func round(_ id: Slug) throws -> Round {
        try store.read { db in try RoundDesk.round(id, under: rules, db) }
    }

    /// A round as it stood after a line of the journal; nil where it had not been begun.
    package func round(_ id: Slug, at sequence: Int) throws -> Round? {
        try store.read { db in try RoundRows.round(id, at: sequence, under: rules, db) }
    }

    /// The acts of a round, in order.
    package func acts(of id: Slug) throws -> [RoundActHeld] {
        try store.read { db in try RoundActHeld.all(of: id, db) }
    }

    /// What an outsider needs of the journal to check the round.
    package func extract(of id: Slug) throws -> JournalExtract {
        try store.read { db in try JournalExtract(of: id, db) }
    }

    static func round(_ id: Slug, under rules: RulesInForce, _ db: Database) throws -> Round {
        guard let round = try RoundRows.round(id, under: rules, db) else { throw unknown(id) }
        return round
    }

    static func unknown(_ id: Slug) -> Refusal {
        Refusal(
            .usage, code: "no-such-round", "There is no round “\(id)”.",
            remedy: "List the rounds with: remit round list")
    }
}
