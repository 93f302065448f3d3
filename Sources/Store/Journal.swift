import Digests
package import GRDB
package import Vocabulary

/// The hash chain of acts: one line an act, each holding the digest of the line before.
package enum Journal {
    package struct Line: Sendable {
        package let sequence: Int
        package let at: String
        package let author: Int
        package let act: String
        /// Canonical JSON: the act and its outcome.
        package let content: String
        package let previous: String
        package let digest: String

        init(_ row: Row) {
            sequence = row["sequence"]
            at = row["at"]
            author = row["authorId"]
            act = row["act"]
            content = row["content"]
            previous = row["previous"]
            digest = row["digest"]
        }

        /// What it says, by digest.
        package var entry: EvidenceID {
            Journal.entry(sequence: sequence, at: at, author: author, act: act, content: content)
        }
    }

    static let beginning = String(repeating: "0", count: 64)

    /// What a line says, by digest: SHA-256 over canonical JSON of all its fields but the chain's own two.
    package static func entry(sequence: Int, at: String, author: Int, act: String, content: String) -> EvidenceID {
        let entry: JSONValue = [
            "sequence": .integer(sequence), "at": .text(at), "author": .integer(author), "act": .text(act),
            "content": .text(content),
        ]
        return Digest.of(entry)
    }

    /// The digest of a line from what it says and the line before: so the chain can be walked past a line that is
    /// not shown, of which only the entry's digest is known.
    package static func digest(entry: EvidenceID, previous: String) -> String {
        let link: JSONValue = ["entry": .text(entry.description), "previous": .text(previous)]
        return Digest.of(link).description
    }

    static func digest(
        sequence: Int, at: String, author: Int, act: String, content: String, previous: String
    ) -> String {
        digest(
            entry: entry(sequence: sequence, at: at, author: author, act: act, content: content), previous: previous)
    }

    /// Appends a line in the caller's transaction.
    ///
    /// - Returns: the line's sequence, by which state names the act that made it.
    static func append(
        act: String, content: JSONValue, by author: Author, at moment: Moment, _ db: Database
    ) throws -> Int {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO author (name) VALUES (?)")
            .execute(arguments: [author.description])
        let authorID = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM author WHERE name = ?"), arguments: [author.description])!
        let head = try head(db)
        let sequence = head.sequence + 1
        let text = content.canonical
        let digest = digest(
            sequence: sequence, at: moment.description, author: authorID, act: act, content: text,
            previous: head.digest)
        try db.cachedStatement(
            sql: """
                INSERT INTO journal (sequence, at, authorId, act, content, previous, digest)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [sequence, moment.description, authorID, act, text, head.digest, digest])
        return sequence
    }

    /// The last line's sequence and digest; 0 and 64 zeros where nothing has been done.
    package static func head(_ db: Database) throws -> (sequence: Int, digest: String) {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT sequence, digest FROM journal ORDER BY sequence DESC LIMIT 1"))
        return row.map { ($0["sequence"], $0["digest"]) } ?? (0, beginning)
    }

    /// When the first line was written; nil where nothing has been done.
    package static func begun(_ db: Database) throws -> Moment? {
        try String.fetchOne(db, sql: "SELECT at FROM journal ORDER BY sequence LIMIT 1").flatMap { Moment(text: $0) }
    }

    /// Every line in order, without being checked.
    package static func lines(_ db: Database) throws -> [Line] {
        try Row.fetchAll(db, sql: "SELECT * FROM journal ORDER BY sequence").map { Line($0) }
    }

    /// The names of authors by their numbers; nil for a name that was disposed of.
    package static func authors(_ db: Database) throws -> [Int: String?] {
        let rows = try Row.fetchAll(db, sql: "SELECT id, name FROM author")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["name"] as String?) })
    }

    /// Walks the chain from its beginning.
    ///
    /// - Returns: how many lines hold, and where it first breaks: a sentence naming the line.
    package static func verify(_ db: Database) throws -> (lines: Int, fault: String?) {
        var previous = beginning
        var count = 0
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY sequence")
        while let row = try rows.next() {
            let line = Line(row)
            guard line.sequence == count + 1 else {
                return (count, "Line \(count + 1) of the journal is missing.")
            }
            guard line.previous == previous else {
                return (count, "Line \(line.sequence) of the journal does not follow the line before it.")
            }
            let digest = digest(
                sequence: line.sequence, at: line.at, author: line.author, act: line.act, content: line.content,
                previous: line.previous)
            guard digest == line.digest else {
                return (count, "Line \(line.sequence) of the journal (\(line.act)) has been altered.")
            }
            previous = line.digest
            count += 1
        }
        return (count, nil)
    }
}
