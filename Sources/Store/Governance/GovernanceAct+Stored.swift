package import GRDB
package import Governance
package import Vocabulary

/// One way of keeping for all acts of governance: each is decided from the book as its stored acts make it, and is one
/// more row.
extension StoredAct where Self: GovernanceAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> GovernanceBefore {
        GovernanceBefore(book: try GovernanceRows.book(under: rules, db), rulebook: rules.rulebook)
    }

    /// Which of the record's acts it is, counted from one: so that a line left out of what is published shows.
    package func outcome(_ after: GovernanceBook, in db: Database) throws -> JSONValue {
        let earlier = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM governance_act WHERE kind = ? AND record = ?",
            arguments: [record.kind.rawValue, record.id.description])!
        return ["number": .integer(earlier + 1)]
    }

    package func write(_ after: GovernanceBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
    }

    func keepRow(sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO governance_act (sequence, kind, record, act, body) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                sequence, record.kind.rawValue, record.id.description, Self.name, journalled.canonical,
            ])
    }
}

extension ReplayedAct where Self: GovernanceAct {
    package init?(journalled: JSONValue) {
        guard let act = try? journalled.decoded(as: Self.self, named: Self.name) else { return nil }
        self = act
    }
}
