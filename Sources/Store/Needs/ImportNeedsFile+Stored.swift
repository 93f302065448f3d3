import Digests
package import GRDB
package import Needs
import Tabular
package import Vocabulary

extension ImportNeedsFile: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(isHeld: try SourceRecord.isHeld(source.digest, db))
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        [
            "rowsKept": .integer(reading.rowsKept),
            "rowsRefused": .integer(reading.rowsRead - reading.rowsKept),
        ]
    }

    /// What the import did, by rows.
    package func intake(_ after: After) -> Intake {
        Intake(
            rowsRead: reading.rowsRead, readable: reading.rowsKept, problems: reading.problems.count,
            isHeld: after.isHeld)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let sourceID = try SourceRecord.insert(
            source, layout: Layout(kind), container: container, sequence: sequence, db)
        try SourceRecord.insertProblems(reading.problems, sourceID: sourceID, db)
        try intake(after).insert(sourceID: sourceID, db)
        try db.execute(
            sql: "INSERT INTO needs_file (sourceId, kind) VALUES (?, ?)", arguments: [sourceID, kind.rawValue])
    }
}

extension Layout {
    init(_ kind: NeedsFile) {
        self =
            switch kind {
            case .registeredPatients: .registeredPatients
            case .areaPopulations: .areaPopulations
            case .areaDeprivation: .areaDeprivation
            case .areaCentroids: .areaCentroids
            case .deprivationIndicators: .deprivationIndicators
            case .practiceDeprivation: .practiceDeprivation
            case .qofPrevalence: .qofPrevalence
            case .networkIndicators: .networkIndicators
            case .fingertips: .fingertips
            case .dentalCharges: .dentalCharges
            case .dentalPopulations: .dentalPopulations
            case .dentalWorkforce: .dentalWorkforce
            case .dentalWorkforceAnnex: .dentalWorkforceAnnex
            case .dentalMonths: .dentalMonths
            case .dentalExtractions: .dentalExtractions
            case .dentalBoards: .dentalBoards
            case .deprivationSummaries: .deprivationSummaries
            case .dentalAnnex: .dentalAnnex
            case .dentalList: .dentalList
            }
    }
}
