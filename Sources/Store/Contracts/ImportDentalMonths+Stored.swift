package import Contracts
package import GRDB
import Rulebook
import Tabular
package import Vocabulary

extension ImportDentalMonths: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        if try SourceRecord.isHeld(source.digest, db) { return Before(isHeld: true, rows: []) }
        var rows: [Held] = []
        var limits: [Month: Share] = [:]
        for month in Set(reading.values.map(\.value.month)).sorted() {
            rows += try DentalMonthRows.held(in: month, db)
            // Rules that were in force before there was a limit know none.
            limits[month] = try? rules.rulebook.share(DentalRuleID.republicationWithdrawn, on: month.firstDay)
        }
        return Before(isHeld: false, rows: rows, withdrawnLimits: limits)
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        [
            "rowsKept": .integer(after.kept.count), "rowsAlreadyHeld": .integer(after.rowsAlreadyHeld.count),
            "rowsCorrected": .integer(after.corrected), "rowsWithdrawn": .integer(after.withdrawn.count),
            "rowsRefused": .integer(reading.rowsRead - reading.values.count),
        ]
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let sourceID = try SourceRecord.insert(
            source, layout: .dentalMonth, container: container, sequence: sequence, db)
        try SourceRecord.insertProblems(after.problems, sourceID: sourceID, db)
        try Intake(self, after).insert(sourceID: sourceID, db)
        try DentalMonthRows.insert(after.kept, sourceID: sourceID, db)
        let supersede = try RawStatement(
            db, sql: "INSERT INTO dental_month_superseded (rowId, sourceId) VALUES (?, ?)")
        for row in after.withdrawn {
            supersede.bind(row.id, at: 1)
            supersede.bind(sourceID, at: 2)
            try supersede.run()
        }
    }
}
