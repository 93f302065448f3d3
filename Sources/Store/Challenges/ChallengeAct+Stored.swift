package import Challenges
package import GRDB
package import Vocabulary

/// One way of keeping for all acts on a bundle of challenges: each is decided from it as its rows make it, and what it
/// decided is appended.
extension StoredAct where Self: ChallengeAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> ChallengeBefore {
        ChallengeBefore(
            bundle: try ChallengeRows.bundle(bundle, db), rulebook: rules.rulebook, calendar: rules.calendar)
    }

    package func outcome(_ after: ChallengeBundle) -> JSONValue {
        [
            "state": .text(after.state.rawValue), "open": .integer(after.challenges.count(where: \.isOpen)),
            "agreedPence": .money(after.agreed), "creditedPence": .money(after.credited),
        ]
    }
}

extension RaiseChallenges: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> ChallengeBefore {
        ChallengeBefore(
            bundle: try ChallengeRows.bundle(bundle, db),
            standing: try ChallengeRows.standing(challenges, db), rulebook: rules.rulebook,
            calendar: rules.calendar)
    }

    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try keepDocument(db)
        try ChallengeRows.insert(after, sequence: sequence, db)
    }
}

extension SendChallenges: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        guard let sending = after.sending else { preconditionFailure("what was sent has a sending") }
        try db.execute(
            sql: """
                INSERT INTO challenge_sending
                    (sequence, bundleId, sentOn, deadline, addressee, contact, accountReceivedOn, isLate, reason, papers)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, try ChallengeRows.id(of: bundle, db), sending.on.description, sending.deadline.description,
                sending.addressee, sending.contact, sending.accountReceivedOn?.description, sending.isLate,
                sending.reason,
                JSONValue(encoding: sending.papers).canonical,
            ])
    }
}

extension AnswerChallenges: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try keepDocument(db)
        let id = try ChallengeRows.id(of: bundle, db)
        try db.execute(
            sql: """
                INSERT INTO challenge_answers (sequence, bundleId, source, sourceName, receivedOn)
                VALUES (?, ?, ?, ?, ?)
                """, arguments: [sequence, id, source.description, sourceName, on.description])
        let insert = try RawStatement(
            db,
            sql: """
                INSERT INTO challenge_answer (bundleId, number, sequence, kind, amountPence, reason, evidence)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for row in answers {
            insert.bind(id, at: 1)
            insert.bind(row.number, at: 2)
            insert.bind(sequence, at: 3)
            insert.bind(row.kind.rawValue, at: 4)
            insert.bind(row.amount?.pence, at: 5)
            insert.bind(row.reason, at: 6)
            insert.bind(row.evidence, at: 7)
            try insert.run()
        }
    }
}

extension ConcludeChallenges: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try keepDocument(db)
        let id = try ChallengeRows.id(of: bundle, db)
        let insert = try RawStatement(
            db,
            sql: """
                INSERT INTO challenge_conclusion
                    (bundleId, number, sequence, outcome, agreedPence, reason, concludedOn, isBeforeSending)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for row in conclusions {
            guard let made = after.challenges[row.number - 1].conclusion else {
                preconditionFailure("what was concluded has a conclusion")
            }
            insert.bind(id, at: 1)
            insert.bind(row.number, at: 2)
            insert.bind(sequence, at: 3)
            insert.bind(made.outcome.rawValue, at: 4)
            insert.bind(made.agreed.pence, at: 5)
            insert.bind(made.reason, at: 6)
            insert.bind(made.on.description, at: 7)
            insert.bind(made.isBeforeSending ? 1 : 0, at: 8)
            try insert.run()
        }
    }
}

extension RecordCredit: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO challenge_credit (sequence, bundleId, number, creditedOn, amountPence, reason)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, try ChallengeRows.id(of: bundle, db), number, on.description, amountPence, reason,
            ])
    }
}

extension DisputeBundle: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        guard let step = after.openDispute?.steps.last else { preconditionFailure("a dispute has its step") }
        try db.execute(
            sql: """
                INSERT INTO challenge_dispute (sequence, bundleId, step, stepOn, deadline, words)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, try ChallengeRows.id(of: bundle, db), step.kind.rawValue, step.on.description,
                step.deadline.description, step.words,
            ])
    }
}

extension SettleDispute: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO challenge_dispute (sequence, bundleId, step, stepOn, words)
                VALUES (?, ?, 'settled', ?, ?)
                """, arguments: [sequence, try ChallengeRows.id(of: bundle, db), on.description, words])
    }
}

extension CloseBundle: StoredAct {
    package func write(_ after: ChallengeBundle, sequence: Int, _ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO challenge_closing (bundleId, sequence, closedOn, reason) VALUES (?, ?, ?, ?)",
            arguments: [try ChallengeRows.id(of: bundle, db), sequence, on.description, reason])
    }
}
