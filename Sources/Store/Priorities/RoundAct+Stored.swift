package import GRDB
package import Priorities
package import Vocabulary

/// One way of keeping for all acts of a round: each is decided from the round as its stored acts make it, and is one
/// more row.
extension StoredAct where Self: RoundAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> RoundBefore {
        RoundBefore(round: try RoundRows.round(round, under: rules, db), rulebook: rules.rulebook)
    }

    /// Which of the round's acts it is, counted from one: so that a line left out of what is published shows.
    package func outcome(_ after: Round, in db: Database) throws -> JSONValue {
        try ActTable.rounds.outcome(ofNextOn: [round.description], db)
    }

    package func write(_ after: Round, sequence: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO priority_round (id, title, sequence) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING"
        ).execute(arguments: [after.id.description, after.title, sequence])
        try ActTable.rounds.keep(self, on: [after.id.description], sequence: sequence, db)
        try Urn.empty(allBut: after.ballot.flatMap { $0.choices == nil ? $0.id : nil }, of: after.id, db)
    }

    /// A ballot that is no longer open, by whatever act, leaves neither its key nor its sealed votes behind.
    package func afterwards(in store: Store) throws { try store.forgetClosedBallots() }
}
