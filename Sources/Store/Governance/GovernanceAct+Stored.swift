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
        try ActTable.governance.outcome(ofNextOn: [record.kind.rawValue, record.id.description], db)
    }

    package func write(_ after: GovernanceBook, sequence: Int, _ db: Database) throws {
        try keepRow(sequence: sequence, db)
    }

    func keepRow(sequence: Int, _ db: Database) throws {
        try ActTable.governance.keep(
            self, on: [record.kind.rawValue, record.id.description], sequence: sequence, db)
    }
}
