import Foundation
package import GRDB

/// Two stores held against each other, table by table and row by row.
package enum TableComparison {
    /// What differs first in a table.
    package struct Difference: Sendable {
        package let table: String
        /// One sentence.
        package let sentence: String
    }

    /// Columns that may differ between equal stores: bytes packed by another library, and people's names.
    private static let unlike: [String: Set<String>] = ["content": ["bytes", "encoding"], "author": ["name"]]

    /// Tables that the journal cannot make again: texts that stand in it by digest, what is sealed, and what people sign in
    /// with. `RoundChecks` and `AccessChecks` look at them.
    private static let apart: Set<String> = [
        "personal_text", "round_result", "ballot_key", "sealed_vote", "credential", "recovery_code", "access_token",
        "session", "access_ticket", "sign_in_failure", "openid_link", "outbox", "mail_turned_off",
    ]

    /// Compares the tables of `held` with the same of `made`, and the tables' own definitions.
    ///
    /// - Returns: the first difference of each table that has one.
    package static func differences(of held: Database, from made: Database) throws -> [Difference] {
        let definitions = "SELECT type || ' ' || name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1"
        let ours = try Row.fetchAll(made, sql: definitions)
        if try Row.fetchAll(held, sql: definitions) != ours {
            return [Difference(table: "sqlite_master", sentence: "The tables themselves are not as Remit makes them.")]
        }
        let tables = try String.fetchAll(
            made,
            sql: """
                SELECT name FROM sqlite_master
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations' ORDER BY name
                """)
        return try tables.filter { !apart.contains($0) }.compactMap { try difference(in: $0, of: held, from: made) }
    }

    private static func difference(
        in table: String, of held: Database, from made: Database
    ) throws -> Difference? {
        let keys = try made.primaryKey(table).columns.joined(separator: ", ")
        let skipped = unlike[table] ?? []
        let columns = try made.columns(in: table).map(\.name).filter { !skipped.contains($0) }
        let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY \(keys)"
        let left = try RawStatement(held, sql: sql)
        let right = try RawStatement(made, sql: sql)
        var row = 0
        while true {
            let (isLeft, isRight) = (try left.step(), try right.step())
            if !isLeft && !isRight { return nil }
            row += 1
            guard isLeft, isRight else {
                return Difference(
                    table: table,
                    sentence: isLeft
                        ? "The table \(table) has more rows than the journal accounts for: \(row - 1)."
                        : "The table \(table) has \(row - 1) rows, and the journal accounts for more.")
            }
            for place in 0..<Int32(columns.count) where !left.isEqual(to: right, at: place) {
                return Difference(
                    table: table,
                    sentence:
                        "Row \(row) of the table \(table) is not as the journal makes it: \(columns[Int(place)]) is "
                        + "\(left.shown(place)), and \(right.shown(place)) was expected.")
            }
        }
    }
}
