import GRDB
package import Governance
import Vocabulary

extension GovernanceDesk {
    /// The journal's line at which a record was last changed; 0 where it never was.
    package func revision(of record: RecordName) throws -> Int {
        try store.read { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT max(sequence) FROM governance_act WHERE kind = ? AND record = ?"),
                arguments: [record.kind.rawValue, record.id.description]) ?? 0
        }
    }
}
