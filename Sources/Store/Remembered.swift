import GRDB
import Synchronization
import Vocabulary

/// What this process has made of stored acts, so that only acts that came since are decided again.
///
/// What acts have come to is known by the digest of a line of the journal, which stands for that line and all before it:
/// wherever that line stands, the same acts led to it. A line that was rolled back stands nowhere, and what was known by
/// it is not found again. Whoever checks the record does without, and decides every act anew.
package final class Remembered<Value: Sendable>: Sendable {
    package struct Known: Sendable {
        /// Which of several values it is: a round's short name.
        let key: String
        let value: Value
        /// The journal's line after which the value is so.
        let sequence: Int
        let digest: EvidenceID
    }

    /// So many states of one thing are kept: while several acts are brought to the disk together, and while others
    /// read an earlier state, the latest is not the one that is asked for.
    private static var statesOfOne: Int { SharedCommit.most + 2 }

    private let most: Int
    /// The one last kept comes last.
    private let known = Mutex<[Known]>([])

    /// - Parameter most: of how many things states are kept; the one of which the last is oldest goes first.
    init(most: Int) {
        self.most = most
    }

    /// The latest that is known; nil where all acts are to be decided.
    ///
    /// - Parameter sequence: not later than this line.
    func latest(of key: String, upTo sequence: Int?, _ db: Database) throws -> Known? {
        let candidates = known.withLock { known in known.filter { $0.key == key } }
            .filter { $0.sequence <= sequence ?? .max }
        for candidate in candidates.sorted(by: { $0.sequence > $1.sequence }) {
            let digest = try String.fetchOne(
                db.cachedStatement(sql: "SELECT digest FROM journal WHERE sequence = ?"),
                arguments: [candidate.sequence])
            if digest == candidate.digest.description { return candidate }
        }
        return nil
    }

    /// Keeps what acts have come to.
    func keep(_ new: Known) {
        known.withLock { known in
            known.removeAll { $0.digest == new.digest }
            known.append(new)
            let states = known.indices.filter { known[$0].key == new.key }
            if states.count > Remembered.statesOfOne { known.remove(at: states[0]) }
            let latest = Dictionary(known.indices.map { (known[$0].key, $0) }, uniquingKeysWith: { $1 })
            if latest.count > most, let oldest = latest.min(by: { $0.value < $1.value })?.key {
                known.removeAll { $0.key == oldest }
            }
        }
    }
}
