import Access
import Credentials
import GRDB
package import Vocabulary

extension AccessDesk {
    /// The session of a cookie, which is thereby seen where somebody asked; nil where there is none, it is over, or its
    /// account may not sign in any more.
    ///
    /// - Parameter isUse: false for what a page asks for by itself: nobody need sit before it.
    package func session(_ token: String, at moment: Moment, isUse: Bool = true) throws -> SessionHeld? {
        guard let id = AccessDesk.id(ofSession: token) else { return nil }
        let found = try store.read { db -> SessionHeld? in
            guard let session = try AccessDesk.session(id, db), session.stands(at: moment),
                try AccessRows.book(under: rules, db).accounts[session.account]?.state == .active
            else { return nil }
            return session
        }
        if let found, isUse { try notice(found, at: moment) }
        return found
    }

    /// What the session of a cookie is found by; nil where the cookie holds no token of ours.
    package static func id(ofSession token: String) -> EvidenceID? { SecretToken(token)?.digest }

    /// A session as it lies in the file, be it over or not; nil where there is none.
    package func heldSession(_ id: EvidenceID) throws -> SessionHeld? {
        try store.read { db in try AccessDesk.session(id, db) }
    }

    private static func session(_ id: EvidenceID, _ db: Database) throws -> SessionHeld? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM session WHERE digest = ?"), arguments: [id.description]
        ).flatMap { SessionHeld($0) }
    }

    /// Writes down that a session was used, where that has not been done for a while.
    package func notice(_ session: SessionHeld, at moment: Moment) throws {
        guard moment >= session.lastSeenAt.adding(seconds: AccessLimits.noticed) else { return }
        try store.write { db in
            try db.execute(
                sql: "UPDATE session SET lastSeenAt = ?1 WHERE digest = ?2 AND lastSeenAt < ?1",
                arguments: [moment.description, session.id])
        }
    }

    /// The session of a cookie that is over by the clock, and has been for a short while only; nil for any other, and for
    /// one that its owner ended.
    package func endedSession(_ token: String, at moment: Moment) throws -> SessionHeld? {
        guard let digest = SecretToken(token)?.digest.description else { return nil }
        return try store.read { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM session WHERE digest = ?", arguments: [digest])
            let since = moment.adding(seconds: -AccessLimits.remembered)
            guard let session = row.flatMap({ SessionHeld($0) }), !session.stands(at: moment),
                session.stands(at: since),
                try AccessRows.book(under: rules, db).accounts[session.account]?.state == .active
            else { return nil }
            return session
        }
    }

    /// The sessions of an account that are not over, the one last seen first; of all accounts where none is named.
    package func sessions(of account: Slug? = nil, at moment: Moment) throws -> [SessionHeld] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM session WHERE ?1 IS NULL OR account = ?1
                    ORDER BY lastSeenAt DESC, startedAt DESC, digest
                    """,
                arguments: [account?.description]
            ).compactMap { SessionHeld($0) }.filter { $0.stands(at: moment) }
        }
    }

    /// Does nothing where the account has no such session.
    package func end(session id: String, of account: Slug) throws {
        try store.write { db in
            try db.execute(
                sql: "DELETE FROM session WHERE digest = ? AND account = ?", arguments: [id, account.description])
        }
    }

    /// Ends all sessions of an account but one, and what was begun and not finished.
    ///
    /// - Returns: how many ended.
    @discardableResult
    package func endSessions(of account: Slug, besides id: String? = nil) throws -> Int {
        try store.write { db in
            try CredentialRows.endTickets(of: account, db)
            return try CredentialRows.endSessions(of: account, besides: id, db)
        }
    }

    /// Ends every session of every account.
    ///
    /// - Returns: how many ended.
    @discardableResult
    package func endAllSessions() throws -> Int {
        try store.write { db in
            try db.execute(sql: "DELETE FROM access_ticket WHERE purpose <> 'password'")
            try db.execute(sql: "DELETE FROM session")
            return db.changesCount
        }
    }

    /// Begins a session under a token that was never known before, and clears away those that have been over for a while.
    func begin(_ account: Slug, _ way: SessionHeld.Way, at moment: Moment, _ db: Database) throws -> SecretToken {
        try db.execute(
            sql: "DELETE FROM session WHERE endsAt <= ? OR lastSeenAt <= ?",
            arguments: [
                moment.adding(seconds: -AccessLimits.remembered).description,
                moment.adding(seconds: -AccessLimits.idle - AccessLimits.remembered).description,
            ])
        let token = SecretToken()
        try db.execute(
            sql: """
                INSERT INTO session (digest, account, formToken, way, startedAt, lastSeenAt, endsAt)
                VALUES (?, ?, ?, ?, ?5, ?5, ?6)
                """,
            arguments: [
                token.digest.description, account.description, SecretToken().text, way.rawValue, moment.description,
                moment.adding(seconds: AccessLimits.session).description,
            ])
        return token
    }
}

/// What a ticket lets its bearer do.
enum TicketPurpose: String {
    /// To sign in with a code.
    case code
    /// The same, after a provider has vouched for somebody.
    case openIDCode
    /// To set the password of an account.
    case password
}

extension AccessDesk {
    func keep(
        _ ticket: SecretToken, for account: Slug, _ purpose: TicketPurpose, lasting seconds: Int, at moment: Moment,
        _ db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM access_ticket WHERE endsAt <= ?", arguments: [moment.description])
        try db.execute(
            sql: "INSERT INTO access_ticket (digest, account, purpose, endsAt) VALUES (?, ?, ?, ?)",
            arguments: [
                ticket.digest.description, account.description, purpose.rawValue,
                moment.adding(seconds: seconds).description,
            ])
    }

    /// Whose ticket it is; nil where there is none of that purpose, or it is over.
    func holder(
        of ticket: SecretToken, _ purpose: TicketPurpose, at moment: Moment, _ db: Database
    ) throws -> Account? {
        let account = try String.fetchOne(
            db, sql: "SELECT account FROM access_ticket WHERE digest = ? AND purpose = ? AND endsAt > ?",
            arguments: [ticket.digest.description, purpose.rawValue, moment.description])
        guard let id = account.flatMap({ Slug($0) }) else { return nil }
        return try AccessRows.book(under: rules, db).accounts[id]
    }

    func end(_ ticket: SecretToken, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM access_ticket WHERE digest = ?", arguments: [ticket.digest.description])
    }
}
