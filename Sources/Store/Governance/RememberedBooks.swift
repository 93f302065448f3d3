import GRDB
import Governance
import Synchronization
import Vocabulary

/// The governance book as this process has made it, so that only acts that came since are decided again.
///
/// As `RememberedRounds`: known by the digest of a line of the journal, which stands for all before it.
enum RememberedBooks {
    struct Known: Sendable {
        let book: GovernanceBook
        /// The journal's line after which the book is so.
        let sequence: Int
        let digest: EvidenceID
    }

    private static let most = 4
    /// The one last kept comes last.
    private static let known = Mutex<[Known]>([])

    static func latest(upTo sequence: Int?, _ db: Database) throws -> Known? {
        let candidates = known.withLock { $0 }.filter { $0.sequence <= sequence ?? .max }
        for candidate in candidates.sorted(by: { $0.sequence > $1.sequence }) {
            let digest = try String.fetchOne(
                db.cachedStatement(sql: "SELECT digest FROM journal WHERE sequence = ?"),
                arguments: [candidate.sequence])
            if digest == candidate.digest.description { return candidate }
        }
        return nil
    }

    static func keep(_ new: Known) {
        known.withLock { known in
            known.removeAll { $0.digest == new.digest }
            known.append(new)
            if known.count > most { known.removeFirst() }
        }
    }
}
