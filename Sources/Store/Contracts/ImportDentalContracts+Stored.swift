package import Contracts
package import GRDB
import Tabular
package import Vocabulary

extension ImportDentalContracts: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        if try SourceRecord.isHeld(source.digest, db) { return Before(isHeld: true, rows: []) }
        var rows: [Int] = []
        for month in Set(reading.values.map(\.value.asOf)) {
            rows += try Int.fetchAll(
                db,
                sql: """
                    SELECT id FROM contract_terms
                    WHERE month = ? AND id NOT IN (SELECT termsId FROM contract_terms_superseded)
                    """,
                arguments: [month.index])
        }
        return Before(isHeld: false, rows: rows)
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        [
            "rowsKept": .integer(after.kept.count), "rowsSuperseded": .integer(after.superseded.count),
            "rowsRefused": .integer(reading.rowsRead - reading.values.count),
        ]
    }

    /// Rows and problems of the import; the file's own totals are its lines, which are not amounts of this kind.
    package func intake(_ after: After) -> Intake {
        var intake = Intake()
        intake.rowsRead = reading.rowsRead
        intake.rowsKept = after.kept.count
        intake.rowsAlreadyHeld = after.isHeld ? reading.values.count : 0
        intake.rowsRefused = reading.rowsRead - reading.values.count
        intake.rowsWithdrawn = after.superseded.count
        intake.flagged = after.isHeld ? 0 : after.flags.count
        intake.problems = after.problems.count
        if let account {
            intake.amounts = Intake.Amounts(
                read: account.read, kept: after.isHeld ? .zero : account.kept, refused: account.refused,
                alreadyHeld: after.isHeld ? account.kept : .zero)
        }
        return intake
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let sourceID = try SourceRecord.insert(
            source, layout: .dentalContracts, container: container, sequence: sequence, db)
        try SourceRecord.insertProblems(after.problems, sourceID: sourceID, db)
        try intake(after).insert(sourceID: sourceID, db)
        for id in after.superseded {
            try db.execute(
                sql: "INSERT INTO contract_terms_superseded (termsId, sourceId) VALUES (?, ?)",
                arguments: [id, sourceID])
        }
        let names = Names.known(in: db)
        for placed in after.kept {
            let terms = placed.value
            try db.execute(
                sql: """
                    INSERT INTO contract_terms (sourceId, rowNumber, month, commissionerId, contract, provider,
                        isPrison, startDay, endDay, isRecurring, total)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sourceID, placed.row, terms.asOf.index,
                    try names.commissioner(terms.commissioner, terms.commissionerName), terms.contract.description,
                    terms.providerName, terms.isPrison, terms.start?.description, terms.end?.description,
                    terms.isRecurring, terms.total.pence,
                ])
            let termsID = db.lastInsertedRowID
            for code in Set(after.flags[placed.row] ?? []) {
                try db.execute(
                    sql: "INSERT INTO contract_terms_flag (termsId, code) VALUES (?, ?)", arguments: [termsID, code])
            }
            for line in terms.lines {
                let units = line.units.map(ContractedColumn.init)
                try db.execute(
                    sql: "INSERT INTO contract_line (termsId, service, value, kind, units) VALUES (?, ?, ?, ?, ?)",
                    arguments: [termsID, line.service.rawValue, line.value.pence, units?.kind, units?.hundredths])
            }
        }
    }
}

/// Units of a line as they stand in two columns.
struct ContractedColumn {
    let kind: String
    let hundredths: Int

    init(_ units: ContractTerms.Contracted) {
        switch units {
        case .uda(let units): (kind, hundredths) = ("uda", units.hundredths)
        case .uoa(let units): (kind, hundredths) = ("uoa", units.hundredths)
        case .cot(let units): (kind, hundredths) = ("cot", units.hundredths)
        case .local(let units): (kind, hundredths) = ("local", units.hundredths)
        }
    }

    /// - Returns: nil where the kind is none of ours.
    static func value(kind: String, hundredths: Int) -> ContractTerms.Contracted? {
        let units = Units(hundredths: hundredths)
        switch kind {
        case "uda": return .uda(units)
        case "uoa": return .uoa(units)
        case "cot": return .cot(units)
        case "local": return .local(units)
        default: return nil
        }
    }
}
