package import GRDB
package import Governance
import Rulebook
package import Vocabulary

/// The governance book as its stored acts make it, each decided again by the rules of its own day.
package enum GovernanceRows {
    private static let remembered = Remembered<GovernanceBook>(most: 4)

    /// - Parameters:
    ///   - sequence: as it stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the book before is gone on from.
    package static func book(
        at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> GovernanceBook {
        let known = try remembered.latest(of: "", upTo: sequence, db)
        let acts = try GovernanceActHeld.all(after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value ?? GovernanceBook() }
        let book = try folded(acts, onto: known?.value ?? GovernanceBook(), under: rules, db)
        remembered.keep(.init(key: "", value: book, sequence: last.sequence, digest: last.digest), after: known)
        return book
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(under rules: RulesInForce, _ db: Database) throws -> GovernanceBook {
        try folded(try GovernanceActHeld.all(db), onto: GovernanceBook(), under: rules, db)
    }

    private static func folded(
        _ acts: [GovernanceActHeld], onto before: GovernanceBook, under rules: RulesInForce, _ db: Database
    ) throws -> GovernanceBook {
        var rulebooks = [rules.journalled.canonical: rules.rulebook]
        var book = before
        for act in acts {
            let rulebook = try rulebooks[act.rules] ?? RulesInForce(named: act.rules, keptBy: db).rulebook
            rulebooks[act.rules] = rulebook
            do {
                book = try act.value().decide(
                    GovernanceBefore(book: book, rulebook: rulebook), by: act.author, at: act.moment)
            } catch {
                throw Refusal(
                    .wanting, code: "governance-broken",
                    "Line \(act.sequence) of the journal (\(act.act)) cannot be done again: \(error.sentence)",
                    remedy: "Run remit verify, and restore a backup that holds.")
            }
        }
        return book
    }
}

/// One act of governance, as it was performed.
package struct GovernanceActHeld: Sendable {
    package let record: String
    /// The line of the journal.
    package let sequence: Int
    package let moment: Moment
    package let author: Author
    package let act: String
    /// The act, whole: canonical JSON.
    package let body: String
    /// Of the line.
    package let digest: EvidenceID
    /// The rules by which it was decided, as its line names them: canonical JSON.
    let rules: String

    /// In the order in which they were performed.
    ///
    /// - Parameters:
    ///   - record: of this record only; nil for all.
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of record: RecordName? = nil, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [GovernanceActHeld] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT g.sequence, g.kind || '/' || g.record AS record, g.act, g.body, j.at, j.authorId, j.digest, a.name,
                    json_extract(j.content, '$.rules') AS rules
                FROM governance_act g JOIN journal j ON j.sequence = g.sequence JOIN author a ON a.id = j.authorId
                WHERE g.sequence > ?1 AND g.sequence <= ?2 AND (?3 IS NULL OR (g.kind = ?3 AND g.record = ?4))
                ORDER BY g.sequence
                """,
            arguments: [
                earlier ?? 0, sequence ?? .max, record?.kind.rawValue, record?.id.description,
            ]
        ).map { row in try GovernanceActHeld(row) }
    }

    private init(_ row: Row) throws(Refusal) {
        let (sequence, act): (Int, String) = (row["sequence"], row["act"])
        let name: String? = row["name"]
        guard let moment = Moment(text: row["at"] as String), let digest = EvidenceID(row["digest"] as String),
            let author = Author(name ?? Author.removed(row["authorId"]))
        else {
            throw Refusal(
                .wanting, code: "line-unreadable", "Line \(sequence) of the journal (\(act)) cannot be read.",
                remedy: "Run remit verify, and restore a backup that holds.")
        }
        self.sequence = sequence
        self.act = act
        self.moment = moment
        self.digest = digest
        self.author = author
        record = row["record"]
        body = row["body"]
        rules = row["rules"] ?? ""
    }

    /// The act as it was given.
    ///
    /// - Throws: where this Remit does not know the act, or the line does not say it whole.
    package func value() throws(Refusal) -> any GovernanceAct {
        try GovernanceActs.decode(name: act, JSONValue(parsing: Array(body.utf8), named: act))
    }
}
