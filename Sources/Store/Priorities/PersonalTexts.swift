import Digests
import Foundation
package import GRDB
import Governance
package import Vocabulary

/// Texts about persons, kept apart from the record, which names them by a salted digest.
package enum PersonalTexts {
    /// Keeps a text, in the transaction of the act that names it.
    ///
    /// - Parameter text: not empty.
    /// - Returns: what stands for it in acts: another each time, so that nobody can tell that two are the same.
    package static func keep(_ text: String, _ db: Database) throws -> Personal {
        guard !text.isEmpty else {
            throw Refusal(.input, code: "personal-text-empty", "There is no text to keep.")
        }
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let digest = digest(of: text, salt: salt)
        try db.cachedStatement(sql: "INSERT INTO personal_text (digest, salt, text) VALUES (?, ?, ?)")
            .execute(arguments: [digest.description, Data(salt), text])
        return Personal(digest: digest)
    }

    /// The text that a digest stands for; nil where it was disposed of or was never here.
    package static func text(of personal: Personal, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT text FROM personal_text WHERE digest = ? AND text IS NOT NULL"),
            arguments: [personal.digest.description])
    }

    /// Every text that is still held.
    package static func all(_ db: Database) throws -> [Personal: String] {
        var texts: [Personal: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT digest, text FROM personal_text WHERE text IS NOT NULL") {
            guard let digest = EvidenceID(row["digest"] as String) else { continue }
            texts[Personal(digest: digest)] = row["text"]
        }
        return texts
    }

    /// Removes texts for good, and their salts; their digests stay.
    static func dispose(of digests: [EvidenceID], sequence: Int, _ db: Database) throws {
        for digest in digests {
            try db.execute(
                sql: "UPDATE personal_text SET salt = NULL, text = NULL, disposedBy = ? WHERE digest = ?",
                arguments: [sequence, digest.description])
        }
    }

    /// Stands in for texts that another store holds, where their disposal is done again.
    package static func standIn(for digests: [EvidenceID], _ db: Database) throws {
        for digest in digests {
            try db.execute(
                sql: "INSERT INTO personal_text (digest, salt, text) VALUES (?, zeroblob(16), '-')",
                arguments: [digest.description])
        }
    }

    static func digest(of text: String, salt: [UInt8]) -> EvidenceID { Digest.of(salt + Array(text.utf8)) }

    /// What does not hold, a sentence each: a text that is not what its digest says, or a disposal that no act made.
    static func faults(_ db: Database) throws -> [String] {
        var faults: [String] = []
        for row in try Row.fetchAll(db, sql: "SELECT * FROM personal_text ORDER BY digest") {
            let (name, text, salt): (String, String?, Data?) = (row["digest"], row["text"], row["salt"])
            if let text, digest(of: text, salt: Array(salt ?? Data())).description != name {
                faults.append("The personal text \(name.prefix(12))… is not what its digest says.")
            }
        }
        let unlike = try String.fetchAll(
            db,
            sql: """
                WITH disposal AS (
                    SELECT j.sequence, d.value AS digest
                    FROM journal j, json_each(j.content, '$.act.digests') d WHERE j.act = ?1
                    UNION ALL
                    SELECT j.sequence, json_extract(d.value, '$.digest')
                    FROM journal j, json_each(j.content, '$.act.texts') d WHERE j.act = ?2
                )
                SELECT digest FROM personal_text p WHERE disposedBy IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM disposal d WHERE d.digest = p.digest AND d.sequence = p.disposedBy)
                UNION
                SELECT digest FROM disposal d
                    WHERE NOT EXISTS (SELECT 1 FROM personal_text p WHERE p.digest = d.digest AND p.text IS NULL)
                """,
            arguments: [DisposeOfPersonalText.name, DisposeOfRegisterTexts.name])
        faults += unlike.map { "The journal and the personal text \($0.prefix(12))… do not agree on its disposal." }
        return faults
    }
}
