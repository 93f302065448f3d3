import Credentials
import Foundation
import GRDB
import Vocabulary

/// What accounts sign in with, as it lies in the file.
enum CredentialRows {
    /// What one account signs in with.
    struct Credential {
        let hash: PasswordHash
        let changedAt: Moment
        let secret: TimeCodeSecret?
        /// The last step of the secret that was used.
        let lastStep: Int?
    }

    /// - Returns: nil where the account has none.
    /// - Throws: `Refusal` of kind `wanting` where what is kept cannot be read.
    static func of(_ account: Slug, _ db: Database) throws -> Credential? {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM credential WHERE account = ?", arguments: [account.description])
        guard let row else { return nil }
        let secret: Data? = row["codeSecret"]
        guard let hash = PasswordHash(row["passwordHash"] as String),
            let changedAt = Moment(text: row["changedAt"] as String)
        else {
            throw Refusal(
                .wanting, code: "credential-unreadable", "What “\(account)” signs in with cannot be read.",
                remedy: "Set a new password with: remit user password \(account)")
        }
        return Credential(
            hash: hash, changedAt: changedAt, secret: secret.flatMap { TimeCodeSecret(bytes: Array($0)) },
            lastStep: row["codeLastStep"])
    }

    /// A new password; a second factor stays as it is.
    static func set(_ hash: PasswordHash, of account: Slug, at moment: Moment, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO credential (account, passwordHash, changedAt) VALUES (?1, ?2, ?3)
                ON CONFLICT (account) DO UPDATE SET passwordHash = ?2, changedAt = ?3
                """,
            arguments: [account.description, hash.text, moment.description])
    }

    /// The same password at another cost, unless it was changed in between.
    static func replace(_ old: PasswordHash, by new: PasswordHash, of account: Slug, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE credential SET passwordHash = ? WHERE account = ? AND passwordHash = ?",
            arguments: [new.text, account.description, old.text])
    }

    static func set(
        _ secret: TimeCodeSecret, of account: Slug, lastStep: Int, at moment: Moment, _ db: Database
    ) throws {
        try db.execute(
            sql: "UPDATE credential SET codeSecret = ?, codeSince = ?, codeLastStep = ? WHERE account = ?",
            arguments: [Data(secret.bytes), moment.description, lastStep, account.description])
    }

    static func removeSecret(of account: Slug, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE credential SET codeSecret = NULL, codeSince = NULL, codeLastStep = NULL WHERE account = ?",
            arguments: [account.description])
        try removeRecoveryCodes(of: account, db)
    }

    /// Marks a step as used.
    ///
    /// - Returns: false where it, or a later one, has been used meanwhile.
    static func use(step: Int, of account: Slug, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "UPDATE credential SET codeLastStep = ?1 WHERE account = ?2 AND codeLastStep < ?1",
            arguments: [step, account.description])
        return db.changesCount == 1
    }

    /// New recovery codes in the place of all that there were.
    static func setRecoveryCodes(_ codes: [RecoveryCode], of account: Slug, _ db: Database) throws {
        try removeRecoveryCodes(of: account, db)
        for code in codes {
            try db.execute(
                sql: "INSERT INTO recovery_code (digest, account) VALUES (?, ?)",
                arguments: [code.digest.description, account.description])
        }
    }

    /// - Returns: false where the account has no such code, or has used it.
    static func use(_ code: RecoveryCode, of account: Slug, _ db: Database) throws -> Bool {
        try db.execute(
            sql: "DELETE FROM recovery_code WHERE digest = ? AND account = ?",
            arguments: [code.digest.description, account.description])
        return db.changesCount == 1
    }

    private static func removeRecoveryCodes(of account: Slug, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM recovery_code WHERE account = ?", arguments: [account.description])
    }

    /// - Returns: how many sessions ended.
    @discardableResult
    static func endSessions(of account: Slug, besides id: String? = nil, _ db: Database) throws -> Int {
        try db.execute(
            sql: "DELETE FROM session WHERE account = ? AND digest IS NOT ?", arguments: [account.description, id])
        return db.changesCount
    }

    static func endTickets(of account: Slug, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM access_ticket WHERE account = ?", arguments: [account.description])
    }

    static func removeAll(of account: Slug, _ db: Database) throws {
        try endSessions(of: account, db)
        try endTickets(of: account, db)
        try db.execute(sql: "DELETE FROM access_token WHERE account = ?", arguments: [account.description])
        try db.execute(sql: "DELETE FROM openid_link WHERE account = ?", arguments: [account.description])
        try db.execute(sql: "DELETE FROM credential WHERE account = ?", arguments: [account.description])
    }
}

extension Moment {
    /// So many seconds later; earlier where they are less than none.
    func adding(seconds: Int) -> Moment { Moment(secondsSince1970: secondsSince1970 + seconds) }
}
