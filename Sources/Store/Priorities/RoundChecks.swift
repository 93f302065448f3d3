import Digests
package import GRDB
import Priorities
import Vocabulary

/// What the journal cannot make again of rounds, checked by itself: answers, urns and personal texts.
package struct RoundChecks: Sendable {
    package private(set) var rounds = 0
    package private(set) var results = 0
    package private(set) var openBallots = 0
    package private(set) var personalTexts = 0
    /// One sentence each.
    package private(set) var faults: [String] = []

    package init(_ db: Database, under rules: RulesInForce = .shipped) throws {
        personalTexts = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM personal_text")!
        faults += try PersonalTexts.faults(db)
        try checkResults(db)
        for name in try String.fetchAll(db, sql: "SELECT id FROM priority_round ORDER BY sequence") {
            guard let id = Slug(name) else { continue }
            rounds += 1
            do {
                guard let round = try RoundRows.foldedAnew(id, under: rules, db) else { throw RoundDesk.unknown(id) }
                try checkUrns(of: id, open: round.ballot.flatMap { $0.choices == nil ? $0 : nil }, db)
            } catch let refusal as Refusal {
                faults.append(refusal.sentence)
            }
        }
    }

    private mutating func checkResults(_ db: Database) throws {
        for row in try Row.fetchAll(db, sql: "SELECT digest, body, sequence FROM round_result ORDER BY sequence") {
            results += 1
            let (digest, body): (String, String) = (row["digest"], row["body"])
            if Digest.of(body).description != digest {
                faults.append("The result \(digest.prefix(12))… is not what its digest says.")
            }
        }
        let unlike = try String.fetchAll(
            db,
            sql: """
                WITH recorded AS (
                    SELECT MIN(sequence) AS sequence, roundId, json_extract(body, '$.digest') AS digest
                    FROM round_act WHERE act = ? GROUP BY 2, 3
                )
                SELECT digest FROM recorded EXCEPT
                    SELECT a.digest FROM recorded a JOIN round_result r USING (sequence, roundId, digest)
                UNION
                SELECT digest FROM round_result EXCEPT
                    SELECT a.digest FROM recorded a JOIN round_result r USING (sequence, roundId, digest)
                """,
            arguments: [RecordResult.name])
        faults += unlike.map { "The journal and the results do not agree on the result \($0.prefix(12))…." }
    }

    /// There is an urn for an open ballot only, and it holds a box for each option on each paper.
    private mutating func checkUrns(of round: Slug, open: Ballot?, _ db: Database) throws {
        let urns = try String.fetchAll(
            db,
            sql: """
                SELECT ballot FROM ballot_key WHERE roundId = ?1
                UNION SELECT ballot FROM sealed_vote WHERE roundId = ?1
                """,
            arguments: [round.description])
        for urn in urns where urn != open?.id.description {
            faults.append("There is an urn for the ballot “\(urn)” of the round “\(round)”, which is not open.")
        }
        guard let open else { return }
        openBallots += 1
        let boxes = try Urn.count(of: open.id, of: round, db)
        if try Urn.publicKey(of: open.id, of: round, db) == nil || boxes != open.voted.count * open.options.count {
            faults.append(
                "The urn of the ballot “\(open.id)” of the round “\(round)” holds \(boxes) votes on options, and "
                    + "\(open.voted.count * open.options.count) were cast.")
        }
    }
}
