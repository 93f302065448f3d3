package import Contracts
package import GRDB
package import Vocabulary

extension RuleOnContract: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(rows: try TermsRows.newest(db).filter { $0.terms.contract == ruling.contract })
    }

    package func outcome(_ after: After) -> JSONValue { ["settledPence": .money(after.settled)] }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let ruling = after.ruling
        let term: String
        var end: Day?
        switch ruling.term {
        case .openEnded: term = "openEnded"
        case .ends(let day): (term, end) = ("ends", day)
        case .notSaid: term = "notSaid"
        }
        try db.execute(
            sql: """
                INSERT INTO contract_ruling (sequence, contract, type, term, endDay, reason, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, ruling.contract.description, ruling.type?.description, term, end?.description,
                ruling.reason, ruling.evidence?.description,
            ])
    }
}
