import GRDB
import Priorities
import Synchronization
import Vocabulary

/// Rounds as this process has made them from their acts, so that only acts that came since are decided again.
///
/// What a round has come to is known by the digest of a line of the journal, which stands for that line and all before
/// it: wherever that line stands, the same acts led to it. A line that was rolled back stands nowhere, and what was
/// known by it is not found again. Whoever checks the record does without: see `RoundRows.foldedAnew`.
enum RememberedRounds {
    struct Known: Sendable {
        let round: Round
        /// The journal's line after which the round is so.
        let sequence: Int
        let digest: EvidenceID
    }

    /// A process works on one round, or serves a few.
    private static let most = 8
    /// The one last asked for comes last.
    private static let known = Mutex<[Known]>([])

    /// The latest of a round that is known; nil where all its acts are to be decided.
    ///
    /// - Parameter sequence: not later than this line.
    static func latest(of id: Slug, upTo sequence: Int?, _ db: Database) throws -> Known? {
        let candidates = known.withLock { known in known.filter { $0.round.id == id } }
            .filter { $0.sequence <= sequence ?? .max }
        for candidate in candidates.sorted(by: { $0.sequence > $1.sequence }) {
            let digest = try String.fetchOne(
                db.cachedStatement(sql: "SELECT digest FROM journal WHERE sequence = ?"),
                arguments: [candidate.sequence])
            if digest == candidate.digest.description { return candidate }
        }
        return nil
    }

    /// Keeps what a round has come to, in the place of what it came from.
    static func keep(_ new: Known, after old: Known?) {
        known.withLock { known in
            known.removeAll { $0.digest == new.digest || $0.digest == old?.digest }
            known.append(new)
            if known.count > most { known.removeFirst() }
        }
    }
}
