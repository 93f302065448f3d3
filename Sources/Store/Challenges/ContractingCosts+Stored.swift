package import Challenges
package import GRDB
package import Vocabulary

extension RecordContractingCosts: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        var providers: [Slug: String] = [:]
        for bundle in Set(costs.compactMap(\.bundle)) {
            providers[bundle] = try String.fetchOne(
                db, sql: "SELECT provider FROM challenge_bundle WHERE name = ?", arguments: [bundle.description])
        }
        let isHeld = try source.map { source in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM contracting_cost WHERE source = ?)",
                arguments: [source.description])!
        }
        return Before(providers: providers, isHeld: isHeld ?? false)
    }

    package func outcome(_ after: After) -> JSONValue {
        ["costs": .integer(after.costs.count), "amountPence": .integer(after.costs.reduce(0) { $0 + $1.amountPence })]
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        for cost in after.costs {
            try db.execute(
                sql: """
                    INSERT INTO contracting_cost
                        (sequence, spentOn, provider, rule, bundle, source, minutes, amountPence, what)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sequence, cost.on.description, cost.provider, cost.rule, cost.bundle?.description,
                    source?.description, cost.minutes, cost.amountPence, cost.what,
                ])
        }
    }
}

extension RecordContractingCosts: ReplayedAct {}

extension ChallengeDesk {
    /// True where costs were taken in from a file of that digest.
    package func holdsCosts(of source: EvidenceID) throws -> Bool {
        try store.read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM contracting_cost WHERE source = ?)",
                arguments: [source.description])!
        }
    }

    /// What finding and following challenges cost, in the order in which it was recorded; what was withdrawn is not in it.
    package func costs() throws -> [ContractingCost] { try recordedCosts().filter(\.stands).map(\.cost) }

    /// Every cost that was ever recorded, in that order, with its withdrawal where there is one.
    package func recordedCosts() throws -> [RecordedCost] { try store.read { db in try RecordedCost.all(db) } }
}

extension WithdrawContractingCosts: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(held: try RecordedCost.all(db, among: costs))
    }

    package func outcome(_ after: After) -> JSONValue {
        [
            "costs": .integer(after.withdrawn.count),
            "amountPence": .integer(after.withdrawn.reduce(0) { $0 + $1.cost.amountPence }),
        ]
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        for cost in after.withdrawn {
            guard let withdrawal = cost.withdrawal else { continue }
            try db.execute(
                sql: """
                    INSERT INTO contracting_cost_withdrawal (costId, sequence, withdrawnOn, reason) VALUES (?, ?, ?, ?)
                    """,
                arguments: [cost.number, sequence, withdrawal.on.description, withdrawal.reason])
        }
    }
}

extension WithdrawContractingCosts: ReplayedAct {}

extension RecordedCost {
    /// - Parameter numbers: those wanted; nil for all.
    fileprivate static func all(_ db: Database, among numbers: [Int]? = nil) throws -> [RecordedCost] {
        let wanted = numbers.map { "WHERE cost.id IN (\(databaseQuestionMarks(count: $0.count)))" } ?? ""
        return try Row.fetchAll(
            db,
            sql: """
                SELECT cost.*, withdrawal.withdrawnOn, withdrawal.reason
                FROM contracting_cost AS cost
                LEFT JOIN contracting_cost_withdrawal AS withdrawal ON withdrawal.costId = cost.id
                \(wanted) ORDER BY cost.id
                """, arguments: StatementArguments(numbers ?? [])
        ).compactMap { row in
            guard let day = Day(row["spentOn"] as String) else { return nil }
            let withdrawnOn = (row["withdrawnOn"] as String?).flatMap { Day($0) }
            return RecordedCost(
                number: row["id"],
                ContractingCost(
                    on: day, provider: row["provider"], rule: row["rule"],
                    bundle: (row["bundle"] as String?).flatMap { Slug($0) }, minutes: row["minutes"],
                    amount: Money(pence: row["amountPence"]), what: row["what"]),
                withdrawal: withdrawnOn.map { Withdrawal(on: $0, reason: row["reason"]) })
        }
    }
}
