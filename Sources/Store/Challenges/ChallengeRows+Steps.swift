package import Challenges
package import GRDB
import Vocabulary

/// What happened to a bundle as a whole.
extension ChallengeRows {
    static func takeSteps(_ id: Int, into bundle: inout ChallengeBundle, _ db: Database) throws {
        func rows(_ table: String) throws -> [Row] {
            try Row.fetchAll(
                db, sql: "SELECT * FROM \(table) WHERE bundleId = ? ORDER BY sequence", arguments: [id])
        }
        let name = bundle.id
        func day(_ text: String) throws -> Day {
            guard let day = Day(text) else { throw unreadable(name) }
            return day
        }
        for row in try rows("challenge_sending") {
            let papers = try JSONValue(parsing: Array((row["papers"] as String).utf8), named: "what was sent")
            bundle.sendings.append(
                BundleSending(
                    on: try day(row["sentOn"]), deadline: try day(row["deadline"]), addressee: row["addressee"],
                    contact: row["contact"],
                    accountReceivedOn: try (row["accountReceivedOn"] as String?).map { try day($0) },
                    isLate: row["isLate"], reason: row["reason"],
                    papers: try papers.decoded(as: [BundleSending.Paper].self, named: "what was sent")))
        }
        for row in try rows("challenge_credit") {
            bundle.credits.append(
                CreditNote(
                    number: row["number"], on: try day(row["creditedOn"]), amount: Money(pence: row["amountPence"]),
                    reason: row["reason"]))
        }
        for row in try rows("challenge_dispute") {
            let on = try day(row["stepOn"])
            guard let kind = DisputeStep.Kind(rawValue: row["step"]) else {
                guard !bundle.disputes.isEmpty else { throw unreadable(name) }
                bundle.disputes[bundle.disputes.count - 1].settlement = .init(on: on, words: row["words"])
                continue
            }
            let step = DisputeStep(kind: kind, on: on, deadline: try day(row["deadline"]), words: row["words"])
            if kind == .negotiation {
                bundle.disputes.append(BundleDispute(steps: [step]))
            } else {
                guard !bundle.disputes.isEmpty else { throw unreadable(name) }
                bundle.disputes[bundle.disputes.count - 1].steps.append(step)
            }
        }
        if let row = try rows("challenge_closing").first {
            bundle.closing = BundleClosing(on: try day(row["closedOn"]), reason: row["reason"])
        }
    }

    static func insert(_ bundle: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO challenge_bundle (name, provider, commissioner, run, document, raisedOn, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                bundle.id.description, bundle.provider, bundle.commissioner.description, bundle.run.description,
                bundle.document.description, bundle.raisedOn.description, sequence,
            ])
        let id = Int(db.lastInsertedRowID)
        for (place, words) in bundle.words.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO challenge_words (bundleId, place, rule, title, letter, source, isVerified)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [id, place + 1, words.rule, words.title, words.letter, words.source, words.isVerified])
        }
        var sources: [EvidenceID: Int] = [:]
        for source in Set(bundle.challenges.map(\.raised.source)).sorted() {
            try db.execute(
                sql: "INSERT OR IGNORE INTO challenge_source (digest) VALUES (?)", arguments: [source.description])
            sources[source] = try sourceID(source, db)
        }
        let insert = try RawStatement(
            db,
            sql: """
                INSERT INTO challenge
                    (bundleId, number, rule, sourceId, rowNumber, relatedRow, yearStart, month, amountPence,
                     atRiskPence, countedPence, isDataOnly, detail, record)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for challenge in bundle.challenges {
            let raised = challenge.raised
            insert.bind(id, at: 1)
            insert.bind(challenge.number, at: 2)
            insert.bind(raised.rule, at: 3)
            insert.bind(sources[raised.source], at: 4)
            insert.bind(raised.row, at: 5)
            insert.bind(raised.relatedRow, at: 6)
            insert.bind(raised.year.start, at: 7)
            insert.bind(raised.month, at: 8)
            insert.bind(raised.amount.pence, at: 9)
            insert.bind(raised.atRisk.pence, at: 10)
            insert.bind(raised.counted.pence, at: 11)
            insert.bind(raised.isDataOnly ? 1 : 0, at: 12)
            insert.bind(raised.detail, at: 13)
            insert.bind(raised.record, at: 14)
            try insert.run()
        }
    }

    private static func sourceID(_ source: EvidenceID, _ db: Database) throws -> Int? {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM challenge_source WHERE digest = ?"),
            arguments: [source.description])
    }

    /// Those of the challenges that stand in a bundle: open, or with their value agreed. What was withdrawn stands nowhere.
    /// A challenge stands also where an earlier file stated the same record of the month, as submissions state the year again
    /// each month.
    package static func standing(
        _ challenges: [RaisedChallenge], _ db: Database
    ) throws -> [ChallengeKey: StandingChallenge] {
        var sources: [EvidenceID: Int] = [:]
        for source in Set(challenges.map(\.source)) { sources[source] = try sourceID(source, db) }
        let byRow = try RawStatement(db, sql: standing(where: "c.sourceId = ? AND c.rowNumber = ? AND c.rule = ?"))
        let byRecord = try RawStatement(
            db,
            sql: standing(where: "c.record = ? AND c.rule = ? AND c.yearStart = ? AND c.month = ? AND b.provider = ?"))
        var standing: [ChallengeKey: StandingChallenge] = [:]
        for one in challenges {
            if let source = sources[one.source] {
                byRow.bind(source, at: 1)
                byRow.bind(one.row, at: 2)
                byRow.bind(one.rule, at: 3)
                standing[one.key] = try found(byRow)
            }
            guard standing[one.key] == nil, let record = one.record else { continue }
            byRecord.bind(record, at: 1)
            byRecord.bind(one.rule, at: 2)
            byRecord.bind(one.year.start, at: 3)
            byRecord.bind(one.month, at: 4)
            byRecord.bind(one.provider, at: 5)
            standing[one.key] = try found(byRecord)
        }
        return standing
    }

    private static func standing(where condition: String) -> String {
        """
        SELECT b.name,
            (SELECT outcome FROM challenge_conclusion o
             WHERE o.bundleId = c.bundleId AND o.number = c.number ORDER BY o.sequence DESC LIMIT 1)
        FROM challenge c JOIN challenge_bundle b ON b.id = c.bundleId
        WHERE \(condition)
        """
    }

    private static func found(_ question: borrowing RawStatement) throws -> StandingChallenge? {
        var standing: StandingChallenge?
        while try question.step() {
            let outcome = question.text(1)
            guard outcome != ChallengeConclusion.Outcome.withdrawn.rawValue, let bundle = Slug(question.text(0))
            else { continue }
            standing = StandingChallenge(bundle: bundle, isAgreed: !outcome.isEmpty)
        }
        return standing
    }
}
