package import GRDB
package import Performance
package import Vocabulary

/// One way of keeping for all acts on a matter of a contract: each is decided from it as its stored acts make it, and is one
/// more row.
extension StoredAct where Self: MatterAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> MatterBefore {
        MatterBefore(
            matter: try MatterRows.matter(matter, under: rules, db), rulebook: rules.rulebook, calendar: rules.calendar)
    }

    /// Which of the matter's acts it is, counted from one.
    package func outcome(_ after: ContractMatter, in db: Database) throws -> JSONValue {
        try ActTable.matters.outcome(ofNextOn: [matter.description], db)
    }

    package func write(_ after: ContractMatter, sequence: Int, _ db: Database) throws {
        try ActTable.matters.keep(self, on: [matter.description], sequence: sequence, db)
    }
}
