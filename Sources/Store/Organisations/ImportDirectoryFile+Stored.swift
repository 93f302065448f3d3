package import GRDB
package import Organisations
import Tabular
package import Vocabulary

extension ImportDirectoryFile: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(isHeld: try SourceRecord.isHeld(source.digest, db))
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        [
            "rowsKept": .integer(file.rows.values.count),
            "rowsRefused": .integer(file.rows.rowsRead - file.rows.values.count),
        ]
    }

    /// What the import did, by rows.
    package func intake(_ after: After) -> Intake {
        Intake(
            rowsRead: file.rows.rowsRead, readable: file.rows.values.count, problems: file.rows.problems.count,
            isHeld: after.isHeld)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        guard let layout = Layout(rawValue: file.kind.rawValue) else {
            preconditionFailure("\(file.kind) is a kind that Store does not know")
        }
        let sourceID = try SourceRecord.insert(source, layout: layout, container: container, sequence: sequence, db)
        try SourceRecord.insertProblems(file.rows.problems, sourceID: sourceID, db)
        try intake(after).insert(sourceID: sourceID, db)
        try db.execute(
            sql: "INSERT INTO directory_file (sourceId, kind, statedOn) VALUES (?, ?, ?)",
            arguments: [sourceID, file.kind.rawValue, file.statedOn?.description])
        try DirectoryRows.insert(file.rows, sourceID: sourceID, db)
    }
}

/// The tables of the directory, with a statement each: a file has tens of thousands of rows.
private enum DirectoryRows {
    static func insert(_ rows: Reading<DirectoryRow>, sourceID: Int, _ db: Database) throws {
        let organisation = try statement(
            "listed_organisation", "code, name, role, status, opened, closed, postcode, onsCode", db)
        let relationship = try statement("listed_relationship", "code, kind, target, startDay, endDay", db)
        let succession = try statement("listed_succession", "predecessor, successor, day", db)
        let area = try statement(
            "area_lookup", "lsoa2011, lsoa2021, msoa2011, change, subICB, subICBOns, icb, icbOns, localAuthority", db)
        let share = try statement("trust_share", "trust, icbOns, proportion", db)
        for placed in rows.values {
            let (value, row) = (placed.value, placed.row)
            for one in value.organisations { try run(organisation, sourceID, row, texts(one)) }
            for one in value.relationships { try run(relationship, sourceID, row, texts(one)) }
            if let one = value.succession {
                let texts = [one.predecessor.description, one.successor.description, one.day.description]
                try run(succession, sourceID, row, texts)
            }
            if let one = value.area { try run(area, sourceID, row, texts(one)) }
            if let one = value.trustShare {
                share.bind(sourceID, at: 1)
                share.bind(row, at: 2)
                share.bind(one.trust.description, at: 3)
                share.bind(one.icb.description, at: 4)
                share.bind(one.proportion, at: 5)
                try share.run()
            }
        }
    }

    private static func statement(_ table: String, _ columns: String, _ db: Database) throws -> RawStatement {
        let marks = Array(repeating: "?", count: columns.split(separator: ",").count + 2).joined(separator: ", ")
        return try RawStatement(db, sql: "INSERT INTO \(table) (sourceId, rowNumber, \(columns)) VALUES (\(marks))")
    }

    private static func run(
        _ statement: borrowing RawStatement, _ sourceID: Int, _ row: Int, _ values: [String?]
    ) throws {
        statement.bind(sourceID, at: 1)
        statement.bind(row, at: 2)
        for (place, value) in values.enumerated() { statement.bind(value, at: Int32(place + 3)) }
        try statement.run()
    }

    private static func texts(_ one: ListedOrganisation) -> [String?] {
        [
            one.code.description, one.name, one.role.rawValue, one.status?.rawValue, one.opened?.description,
            one.closed?.description, one.postcode, one.onsCode?.description,
        ]
    }

    private static func texts(_ one: ListedRelationship) -> [String?] {
        [
            one.code.description, one.kind.rawValue, one.target.description, one.start?.description,
            one.end?.description,
        ]
    }

    private static func texts(_ one: AreaLookup) -> [String?] {
        [
            one.lsoa2011?.description, one.lsoa2021?.description, one.msoa2011?.description, one.change?.rawValue,
            one.subICB?.nhs.description, one.subICB?.ons.description, one.icb?.nhs.description,
            one.icb?.ons.description, one.localAuthority?.description,
        ]
    }
}
