package import Challenges
package import GRDB
import Tabular
package import Vocabulary

extension RegisterReference: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(isHeld: try SourceRecord.isHeld(source, mapping: mappingDigest, db))
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        ["rowsKept": .integer(rowsKept), "rowsRefused": .integer(rowsRefused)]
    }

    package func intake(_ after: After) -> Intake {
        Intake(
            rowsRead: rowsKept + rowsRefused, readable: rowsKept, problems: problems.count, isHeld: after.isHeld)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let sourceID = try SourceRecord.insert(
            Source(digest: source, name: sourceName, publisher: publisher, licence: licence, size: size),
            layout: .activityReference, container: nil, mapping: mappingDigest, sequence: sequence, db)
        try intake(after).insert(sourceID: sourceID, db)
        try SourceRecord.insertProblems(
            problems.map { problem in
                Problem(
                    row: problem.row, column: problem.column, code: problem.code, problem.explanation,
                    effect: Problem.Effect(rawValue: problem.effect) ?? .noted)
            }, sourceID: sourceID, db)
        try db.execute(
            sql: """
                INSERT INTO activity_reference (sourceId, name, folder, mapping, part, partSize, rowsKept, rowsRefused)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sourceID, table, folder, mapping, part.description, partSize, rowsKept, rowsRefused,
            ])
    }
}

extension RegisterReference: ReplayedAct {}
