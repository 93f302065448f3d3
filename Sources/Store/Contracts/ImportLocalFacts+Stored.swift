package import Contracts
package import GRDB
import Tabular
package import Vocabulary

extension ImportLocalFacts: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        Before(isHeld: try SourceRecord.isHeld(source.digest, mapping: facts.mapping, db))
    }

    package func isChange(_ after: After) -> Bool { !after.isHeld }

    package func outcome(_ after: After) -> JSONValue {
        ["rowsKept": .integer(facts.rowsKept), "rowsRefused": .integer(facts.rowsRead - facts.rowsKept)]
    }

    /// What the import did, by rows.
    package func intake(_ after: After) -> Intake {
        Intake(
            rowsRead: facts.rowsRead, readable: facts.rowsKept, problems: facts.problems.count, isHeld: after.isHeld)
    }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let sourceID = try SourceRecord.insert(
            source, layout: Layout(facts.kind), container: container, mapping: facts.mapping, sequence: sequence, db)
        try SourceRecord.insertProblems(facts.problems, sourceID: sourceID, db)
        try intake(after).insert(sourceID: sourceID, db)
        switch facts {
        case .populations(let reading):
            try insert(reading, into: "population", columns: "commissioner, year, people, saidBy", sourceID, db) {
                [$0.commissioner.description, $0.year.start, $0.people, $0.source]
            }
        case .contractTypes(let reading):
            try insert(reading, into: "contract_type", columns: "contract, type", sourceID, db) {
                [$0.contract.description, $0.type.description]
            }
        case .providerGroups(let reading):
            try insert(reading, into: "provider_group", columns: "provider, contract, parentGroup", sourceID, db) {
                switch $0.member {
                case .provider(let name): [name, nil, $0.group]
                case .contract(let number): [nil, number.description, $0.group]
                }
            }
        case .patientCharges(let reading):
            try insert(reading, into: "patient_charge", columns: "contract, month, year, amount", sourceID, db) {
                switch $0.period {
                case .month(let month): [$0.contract.description, month.index, nil, $0.charges.pence]
                case .year(let year): [$0.contract.description, nil, year.start, $0.charges.pence]
                }
            }
        case .extract(let reading, _):
            let columns = "contract, month, contracted, delivered, carriedIn, contractType, patientCharge"
            try insert(reading, into: "extract_row", columns: columns, sourceID, db) {
                [
                    $0.contract.description, $0.month.index, $0.contracted?.hundredths, $0.delivered?.hundredths,
                    $0.carriedIn?.hundredths, $0.contractType?.description, $0.patientCharge?.pence,
                ]
            }
        }
    }

    private func insert<Value>(
        _ reading: Reading<Value>, into table: String, columns: String, _ sourceID: Int, _ db: Database,
        values: (Value) -> [(any DatabaseValueConvertible)?]
    ) throws {
        let marks = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
        let statement = try db.makeStatement(
            sql: "INSERT INTO \(table) (sourceId, rowNumber, \(columns)) VALUES (?, ?, \(marks))")
        for placed in reading.values {
            try statement.execute(arguments: StatementArguments([sourceID, placed.row] + values(placed.value)))
        }
    }
}

extension Layout {
    init(_ kind: ImportLocalFacts.Facts.Kind) {
        self =
            switch kind {
            case .population: .population
            case .contractTypes: .contractTypes
            case .providerGroups: .providerGroups
            case .patientCharges: .patientCharges
            case .extract: .extract
            }
    }
}
