package import Contracts
package import GRDB
package import Vocabulary

extension AcceptFlaggedRows: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.month, c.code AS commissioner, f.code,
                    EXISTS (SELECT 1 FROM flag_acceptance a WHERE a.rowId = d.id AND a.code = f.code) AS isAccepted
                \(FlaggedRow.selection)
                ORDER BY d.id, f.code
                """,
            arguments: FlaggedRow.arguments(contract, year))
        var before = Before(flags: [])
        for row in rows {
            let flag = Flag(
                month: Month(index: row["month"]), commissioner: OrganisationCode(row["commissioner"] as String)!,
                code: row["code"])
            if row["isAccepted"] { before.accepted.append(flag) } else { before.flags.append(flag) }
        }
        return before
    }

    package func outcome(_ after: After) -> JSONValue { ["flagsAccepted": .integer(after.accepted.count)] }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        for flag in after.accepted {
            try db.execute(
                sql: """
                    INSERT INTO flag_acceptance (rowId, code, sequence, reason)
                    SELECT d.id, f.code, ?, ?
                    \(FlaggedRow.selection) AND d.month = ? AND c.code = ? AND f.code = ?
                    """,
                arguments: [sequence, after.reason] + FlaggedRow.arguments(contract, year) + [
                    flag.month.index, flag.commissioner.description, flag.code,
                ])
        }
    }
}

/// Flagged rows of one contract and year that hold.
private enum FlaggedRow {
    static let selection = """
        FROM dental_month_flag f
        JOIN dental_month d ON d.id = f.rowId
        JOIN commissioner c ON c.id = d.commissionerId
        JOIN holder h ON h.id = d.holderId
        WHERE h.contract = ? AND d.month BETWEEN ? AND ?
            AND d.id NOT IN (SELECT rowId FROM dental_month_superseded)
        """

    static func arguments(_ contract: ContractNumber, _ year: FinancialYear) -> StatementArguments {
        [contract.description, year.month(1).index, year.month(12).index]
    }
}
