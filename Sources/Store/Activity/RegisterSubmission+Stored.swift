package import Activity
package import GRDB
import Tabular
package import Vocabulary

extension RegisterSubmission: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(isHeld: try SourceRecord.isHeld(source, mapping: mappingDigest, db))
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        [
            "rowsKept": .integer(kept.rows), "rowsRefused": .integer(refused.rows),
            "costKeptPence": .integer(kept.costPence),
        ]
    }

    /// What the import did, by rows.
    package func intake(_ after: After) -> Intake {
        Intake(
            rowsRead: kept.rows + refused.rows, readable: kept.rows,
            problems: problems.reduce(notes.count) { $0 + $1.rows }, isHeld: after.isHeld)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        guard let kind = Layout(rawValue: layout) else {
            throw Refusal(.input, code: "no-such-layout", "“\(layout)” is no kind of contract monitoring.")
        }
        let sourceID = try SourceRecord.insert(
            Source(digest: source, name: sourceName, publisher: publisher, licence: licence, size: size), layout: kind,
            container: nil, mapping: mappingDigest, sequence: sequence, db)
        try intake(after).insert(sourceID: sourceID, db)
        // Of rows by the million only how often each problem was found; each by itself stands in the stored parts.
        let counts = problems.map { problem in
            Problem(
                row: nil, column: nil, code: problem.code, "In \(counted(problem.rows, "row", "rows")) of the file.",
                effect: Problem.Effect(rawValue: problem.effect) ?? .noted)
        }
        let noted = notes.map { note in
            Problem(row: nil, column: note.column, code: note.code, note.explanation, effect: .noted)
        }
        try SourceRecord.insertProblems(noted + counts, sourceID: sourceID, db)
        try db.execute(
            sql: """
                INSERT INTO activity_submission
                    (sourceId, layout, folder, mapping, dayOrder, rowsKept, costKeptPence, rowsRefused, costRefusedPence,
                     rowsWithoutCost, rowsOfUnreadableCost, cellsRepaired)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sourceID, layout, folder, mapping, dayOrder, kept.rows, kept.costPence, refused.rows, refused.costPence,
                kept.withoutCost + refused.withoutCost, kept.unreadableCost + refused.unreadableCost, cellsRepaired,
            ])
        try writeParts(sourceID, db)
        for slice in slices {
            try db.execute(
                sql: """
                    INSERT INTO activity_slice (sourceId, provider, yearStart, month, rowCount, costPence)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sourceID, slice.provider, slice.year.start, slice.month, slice.amount.rows, slice.amount.costPence,
                ])
        }
    }

    private func writeParts(_ sourceID: Int, _ db: Database) throws {
        for part in parts {
            try db.execute(
                sql: """
                    INSERT INTO activity_part (sourceId, name, holdsProblems, digest, size, rowCount)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sourceID, part.name, part.holdsProblems, part.digest.description, part.size, part.rows,
                ])
        }
        for (place, column) in columns.enumerated() {
            try db.execute(
                sql: "INSERT INTO activity_column (sourceId, place, name, type) VALUES (?, ?, ?, ?)",
                arguments: [sourceID, place + 1, column.name, column.type])
        }
    }
}

extension RegisterSubmission: ReplayedAct {}
