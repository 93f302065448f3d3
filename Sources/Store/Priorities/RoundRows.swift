package import GRDB
package import Priorities
import Rulebook
package import Vocabulary

/// A round as its stored acts make it, each decided again by the rules of its own day.
package enum RoundRows {
    /// A process works on one round, or serves a few.
    private static let remembered = Remembered<Round>(most: 8)

    /// - Parameters:
    ///   - sequence: as the round stood after that line of the journal; nil for now.
    ///   - rules: those in force, which are not read again where a line names the same.
    /// - Returns: nil where there was no such round.
    /// - Throws: `Refusal` of kind `wanting` where a stored act cannot be done again.
    /// - Complexity: what this process made of the round before is gone on from, so that a round costs what its acts
    ///   cost, however often it is read between them.
    package static func round(
        _ id: Slug, at sequence: Int? = nil, under rules: RulesInForce, _ db: Database
    ) throws -> Round? {
        let known = try remembered.latest(of: id.description, upTo: sequence, db)
        let acts = try RoundActHeld.all(of: id, after: known?.sequence, upTo: sequence, db)
        guard let last = acts.last else { return known?.value }
        let round = try folded(acts, onto: known?.value, under: rules, db)
        remembered.keep(
            .init(key: id.description, value: round, sequence: last.sequence, digest: last.digest), after: known)
        return round
    }

    /// The same from its first act on, whatever this process knows: for whoever checks the record.
    package static func foldedAnew(_ id: Slug, under rules: RulesInForce, _ db: Database) throws -> Round? {
        let acts = try RoundActHeld.all(of: id, db)
        return acts.isEmpty ? nil : try folded(acts, onto: nil, under: rules, db)
    }

    /// - Parameter acts: not empty.
    private static func folded(
        _ acts: [RoundActHeld], onto before: Round?, under rules: RulesInForce, _ db: Database
    ) throws -> Round {
        var rulebooks = [rules.journalled.canonical: rules.rulebook]
        var round = before
        for act in acts {
            let rulebook = try rulebooks[act.rules] ?? RulesInForce(named: act.rules, keptBy: db).rulebook
            rulebooks[act.rules] = rulebook
            do {
                round = try act.value().decide(
                    RoundBefore(round: round, rulebook: rulebook), by: act.author, at: act.moment)
            } catch {
                throw Refusal(
                    .wanting, code: "round-broken",
                    "Line \(act.sequence) of the journal (\(act.act)) cannot be done again: \(error.sentence)",
                    remedy: "Run remit verify, and restore a backup that holds.")
            }
        }
        guard let round else { preconditionFailure("a round is folded from an act or more") }
        return round
    }
}

/// One act of a round, as it was performed.
package struct RoundActHeld: Sendable {
    package let round: Slug
    /// The line of the journal.
    package let sequence: Int
    package let moment: Moment
    /// By the number under which the journal names the author.
    package let authorNumber: Int
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
    ///   - earlier: only those after that line of the journal.
    ///   - sequence: and up to this one.
    package static func all(
        of round: Slug, after earlier: Int? = nil, upTo sequence: Int? = nil, _ db: Database
    ) throws -> [RoundActHeld] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT r.sequence, r.act, r.body, j.at, j.authorId, j.digest, a.name,
                    json_extract(j.content, '$.rules') AS rules
                FROM round_act r JOIN journal j ON j.sequence = r.sequence JOIN author a ON a.id = j.authorId
                WHERE r.roundId = ? AND r.sequence > ? AND r.sequence <= ? ORDER BY r.sequence
                """,
            arguments: [round.description, earlier ?? 0, sequence ?? .max]
        ).map { row in try RoundActHeld(round, row) }
    }

    private init(_ round: Slug, _ row: Row) throws(Refusal) {
        let (sequence, act): (Int, String) = (row["sequence"], row["act"])
        let name: String? = row["name"]
        let number: Int = row["authorId"]
        guard let moment = Moment(text: row["at"] as String), let digest = EvidenceID(row["digest"] as String),
            let author = Author(name ?? Author.removed(number))
        else {
            throw Refusal(
                .wanting, code: "line-unreadable", "Line \(sequence) of the journal (\(act)) cannot be read.",
                remedy: "Run remit verify, and restore a backup that holds.")
        }
        self.round = round
        self.sequence = sequence
        self.act = act
        self.moment = moment
        self.digest = digest
        self.author = author
        authorNumber = number
        body = row["body"]
        rules = row["rules"] ?? ""
    }

    /// The act as it was given.
    ///
    /// - Throws: where this Remit does not know the act, or the line does not say it whole.
    package func value() throws(Refusal) -> any RoundAct {
        try RoundActs.decode(name: act, JSONValue(parsing: Array(body.utf8), named: act))
    }
}

extension Author {
    /// What stands for a name that was disposed of.
    package static func removed(_ number: Int) -> String { "Name removed \(number)" }
}
