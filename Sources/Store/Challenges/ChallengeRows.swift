package import Challenges
package import GRDB
package import Vocabulary

/// Bundles of challenges as their rows make them.
package enum ChallengeRows {
    /// Short names of all bundles, in the order in which they were raised.
    package static func names(of provider: String? = nil, _ db: Database) throws -> [Slug] {
        try String.fetchAll(
            db, sql: "SELECT name FROM challenge_bundle WHERE ?1 IS NULL OR provider = ?1 ORDER BY id",
            arguments: [provider]
        ).compactMap { Slug($0) }
    }

    static func id(of bundle: Slug, _ db: Database) throws -> Int {
        guard
            let id = try Int.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM challenge_bundle WHERE name = ?"),
                arguments: [bundle.description])
        else { throw Refusal.unknownBundle(bundle) }
        return id
    }

    /// - Returns: nil where there is no such bundle.
    /// - Complexity: some microseconds a challenge.
    package static func bundle(_ name: Slug, _ db: Database) throws -> ChallengeBundle? {
        let head = try Row.fetchOne(
            db, sql: "SELECT * FROM challenge_bundle WHERE name = ?", arguments: [name.description])
        guard let head else { return nil }
        let id: Int = head["id"]
        guard let commissioner = OrganisationCode(head["commissioner"] as String),
            let run = EvidenceID(head["run"] as String), let document = EvidenceID(head["document"] as String),
            let raisedOn = Day(head["raisedOn"] as String)
        else { throw unreadable(name) }
        var bundle = ChallengeBundle(
            id: name, provider: head["provider"], commissioner: commissioner, run: run, document: document,
            raisedOn: raisedOn, words: try words(id, db),
            challenges: try challenges(id, provider: head["provider"], name, db))
        try takeAnswers(id, into: &bundle, db)
        try takeConclusions(id, into: &bundle, db)
        try takeSteps(id, into: &bundle, db)
        return bundle
    }

    static func unreadable(_ name: some CustomStringConvertible) -> Refusal {
        Refusal(
            .wanting, code: "bundle-unreadable", "The rows of the bundle “\(name)” cannot be read.",
            remedy: "Run remit verify, and restore a backup that holds.")
    }

    private static func words(_ id: Int, _ db: Database) throws -> [ChallengeWords] {
        try Row.fetchAll(db, sql: "SELECT * FROM challenge_words WHERE bundleId = ? ORDER BY place", arguments: [id])
            .map { row in
                ChallengeWords(
                    rule: row["rule"], title: row["title"], letter: row["letter"], source: row["source"],
                    isVerified: row["isVerified"])
            }
    }

    private static func challenges(
        _ id: Int, provider: String, _ name: Slug, _ db: Database
    ) throws -> [Challenge] {
        var sources: [Int: EvidenceID] = [:]
        let named = try Row.fetchAll(
            db,
            sql: "SELECT * FROM challenge_source WHERE id IN (SELECT sourceId FROM challenge WHERE bundleId = ?)",
            arguments: [id])
        for row in named { sources[row["id"]] = EvidenceID(row["digest"] as String) }
        let statement = try RawStatement(
            db,
            sql: """
                SELECT number, rule, sourceId, rowNumber, relatedRow, yearStart, month, amountPence, atRiskPence,
                    countedPence, isDataOnly, detail, record
                FROM challenge WHERE bundleId = ? ORDER BY number
                """)
        statement.bind(id, at: 1)
        var challenges: [Challenge] = []
        while try statement.step() {
            guard let source = sources[statement.integer(2)] else { throw unreadable(name) }
            challenges.append(
                Challenge(
                    number: statement.integer(0),
                    raised: RaisedChallenge(
                        rule: statement.text(1), source: source, row: statement.integer(3),
                        relatedRow: statement.optionalInteger(4), provider: provider,
                        year: FinancialYear(startingIn: statement.integer(5)), month: statement.integer(6),
                        amount: Money(pence: statement.integer(7)), atRisk: Money(pence: statement.integer(8)),
                        counted: Money(pence: statement.integer(9)), isDataOnly: statement.integer(10) == 1,
                        detail: statement.optionalText(11), record: statement.optionalText(12))))
        }
        guard challenges.last.map(\.number) ?? 0 == challenges.count else { throw unreadable(name) }
        return challenges
    }

    private static func takeAnswers(_ id: Int, into bundle: inout ChallengeBundle, _ db: Database) throws {
        let files = try Row.fetchAll(
            db, sql: "SELECT * FROM challenge_answers WHERE bundleId = ? ORDER BY sequence", arguments: [id])
        var days: [Int: Day] = [:]
        for file in files {
            guard let source = EvidenceID(file["source"] as String), let day = Day(file["receivedOn"] as String) else {
                throw unreadable(bundle.id)
            }
            bundle.answerFiles.append(source)
            days[file["sequence"]] = day
        }
        guard !files.isEmpty else { return }
        let statement = try RawStatement(
            db,
            sql: """
                SELECT number, sequence, kind, amountPence, reason, evidence
                FROM challenge_answer WHERE bundleId = ? ORDER BY number, sequence
                """)
        statement.bind(id, at: 1)
        while try statement.step() {
            let place = statement.integer(0) - 1
            guard let kind = ChallengeAnswer.Kind(rawValue: statement.text(2)), let day = days[statement.integer(1)],
                bundle.challenges.indices.contains(place)
            else { throw unreadable(bundle.id) }
            bundle.challenges[place].answer = ChallengeAnswer(
                kind: kind, amount: statement.optionalInteger(3).map { Money(pence: $0) }, reason: statement.text(4),
                evidence: statement.text(5), on: day)
        }
    }

    private static func takeConclusions(_ id: Int, into bundle: inout ChallengeBundle, _ db: Database) throws {
        let statement = try RawStatement(
            db,
            sql: """
                SELECT number, outcome, agreedPence, reason, concludedOn, isBeforeSending
                FROM challenge_conclusion WHERE bundleId = ? ORDER BY number, sequence
                """)
        statement.bind(id, at: 1)
        var day: (text: String, day: Day)?
        while try statement.step() {
            let (place, text) = (statement.integer(0) - 1, statement.text(4))
            if day?.text != text { day = Day(text).map { (text, $0) } }
            guard let outcome = ChallengeConclusion.Outcome(rawValue: statement.text(1)), let day,
                bundle.challenges.indices.contains(place)
            else { throw unreadable(bundle.id) }
            bundle.challenges[place].conclusion = ChallengeConclusion(
                outcome: outcome, agreed: Money(pence: statement.integer(2)), reason: statement.text(3), on: day.day,
                isBeforeSending: statement.integer(5) == 1)
        }
    }
}
