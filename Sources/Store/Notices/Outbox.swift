import Credentials
import GRDB
package import Notices
package import Vocabulary

/// Messages on their way out, so that none is lost and none is sent twice when the service is stopped.
///
/// A message is marked before it is handed to the mail server and marked again with what came of it. Of one that was
/// being handed over when the service was stopped nobody knows whether it arrived: it waits for a person's word.
package struct Outbox: Sendable {
    package let store: Store

    package init(_ store: Store) {
        self.store = store
    }

    /// Puts a message in, to be sent at once.
    ///
    /// - Returns: false where there is one for that occasion already, or too many wait for the account.
    @discardableResult
    package func put(_ kind: MessageKind, to account: Slug, occasion: String, at moment: Moment) throws -> Bool {
        try store.write { db in
            let waiting = try Int.fetchOne(
                db, sql: "SELECT COUNT(*) FROM outbox WHERE account = ? AND state IN ('waiting', 'sending')",
                arguments: [account.description])!
            guard waiting < OutboxLimits.waitingForAccount else { return false }
            try db.execute(
                sql: """
                    INSERT INTO outbox (token, account, kind, occasion, state, madeAt, nextAt)
                    VALUES (?1, ?2, ?3, ?4, 'waiting', ?5, ?5) ON CONFLICT (account, kind, occasion) DO NOTHING
                    """,
                arguments: [
                    Outbox.token(), account.description, kind.rawValue, String(occasion.prefix(400)),
                    moment.description,
                ])
            return db.changesCount == 1
        }
    }

    /// `remit-` and forty figures: what no other message has.
    private static func token() -> String { "remit-" + SecretToken().digest.description.prefix(40) }

    /// Takes the next message that is due, and marks it as being sent.
    ///
    /// - Parameter after: only those put in later: so that one pass comes to each once.
    package func takeNext(after id: Int = 0, at moment: Moment) throws -> OutboxItem? {
        try store.write { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT * FROM outbox WHERE state = 'waiting' AND nextAt <= ? AND id > ? ORDER BY id LIMIT 1",
                arguments: [moment.description, id])
            guard let item = row.flatMap({ OutboxItem($0) }) else { return nil }
            try db.execute(
                sql: "UPDATE outbox SET state = 'sending', lastAt = ?, tries = tries + 1 WHERE id = ?",
                arguments: [moment.description, item.id])
            return item
        }
    }

    /// What came of a message that was taken.
    package enum Outcome: Hashable, Sendable {
        case sent
        /// To be tried again, until it has been tried often enough.
        case putOff(String)
        case failed(String)
        /// There was nothing to be said any more.
        case overtaken(String)
        /// Nothing was sent: it waits as before.
        case untouched
    }

    package func end(_ item: OutboxItem, _ outcome: Outcome, at moment: Moment) throws {
        let (state, words, next): (OutboxItem.State, String?, Moment) =
            switch outcome {
            case .sent: (.sent, "taken by the mail server", item.nextAt)
            case .failed(let words): (.failed, words, item.nextAt)
            case .overtaken(let words): (.overtaken, words, item.nextAt)
            case .untouched: (.waiting, item.outcome, item.nextAt)
            case .putOff(let words):
                OutboxLimits.waits.indices.contains(item.tries)
                    ? (.waiting, words, moment.adding(seconds: OutboxLimits.waits[item.tries]))
                    : (.failed, "\(words); tried \(item.tries + 1) times", item.nextAt)
            }
        let takesBack = outcome == .untouched
        try store.write { db in
            try db.execute(
                sql: "UPDATE outbox SET state = ?, outcome = ?, nextAt = ?, tries = tries - ? WHERE id = ?",
                arguments: [state.rawValue, words, next.description, takesBack ? 1 : 0, item.id])
        }
    }

    /// When the service starts: what was being sent when it stopped may have arrived or not.
    ///
    /// - Returns: how many.
    @discardableResult
    package func findInterrupted() throws -> Int {
        try store.write { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET state = 'unsure', outcome = 'the service was stopped while it was being sent'
                    WHERE state = 'sending'
                    """)
            return db.changesCount
        }
    }

    /// Has a message that failed, or of which nobody knows, sent again.
    ///
    /// - Throws: `Refusal` of kind `usage`: `no-such-message`, also where it is none of those.
    package func sendAgain(_ id: Int, at moment: Moment) throws {
        try store.write { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET state = 'waiting', nextAt = ?, tries = 0
                    WHERE id = ? AND state IN ('failed', 'unsure')
                    """,
                arguments: [moment.description, id])
            guard db.changesCount == 1 else {
                throw Refusal(
                    .usage, code: "no-such-message", "That message has not failed, or is no longer listed.")
            }
        }
    }

    /// Those that are listed, the newest first.
    package func items(of account: Slug? = nil) throws -> [OutboxItem] {
        try store.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM outbox WHERE ?1 IS NULL OR account = ?1 ORDER BY id DESC",
                arguments: [account?.description]
            ).compactMap { OutboxItem($0) }
        }
    }

    /// The occasions of an account's messages of a kind, with when they were put in.
    package func occasions(_ kind: MessageKind, of account: Slug) throws -> [String: Moment] {
        let items = try items(of: account).filter { $0.kind == kind }
        return Dictionary(items.map { ($0.occasion, $0.madeAt) }, uniquingKeysWith: max)
    }

    /// Forgets what was sent long ago; of the weekly messages the last to each account stays, so that the next is not
    /// early.
    package func forgetOld(at moment: Moment) throws {
        try store.write { db in
            try db.execute(
                sql: """
                    DELETE FROM outbox WHERE state IN ('sent', 'overtaken', 'failed', 'unsure') AND madeAt < ?
                        AND (kind <> 'digest' OR id NOT IN
                            (SELECT MAX(id) FROM outbox WHERE kind = 'digest' GROUP BY account))
                    """, arguments: [moment.adding(seconds: -OutboxLimits.listed).description])
        }
    }

    // MARK: - Who wants none

    package func wantsReminders(_ account: Slug) throws -> Bool {
        try store.read { db in
            try Int.fetchOne(
                db, sql: "SELECT 1 FROM mail_turned_off WHERE account = ?", arguments: [account.description]) == nil
        }
    }

    package func turnReminders(on isOn: Bool, for account: Slug) throws {
        try store.write { db in
            try db.execute(
                sql: isOn
                    ? "DELETE FROM mail_turned_off WHERE account = ?"
                    : "INSERT OR IGNORE INTO mail_turned_off (account) VALUES (?)",
                arguments: [account.description])
        }
    }
}
