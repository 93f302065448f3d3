import Contracts
import GRDB
import Vocabulary

/// Flags that people accepted.
enum AcceptedFlags {
    static func all(_ db: Database) throws -> Set<AcceptedFlag> {
        Set(
            try Row.fetchAll(db, sql: "SELECT rowId, code FROM flag_acceptance").map {
                AcceptedFlag(row: $0["rowId"], code: $0["code"])
            })
    }
}

/// A flag that a person accepted, by the row's place in the store.
struct AcceptedFlag: Hashable {
    let row: Int
    let code: String
}

/// What people said about contracts; the last word on a contract holds, and a local list fills in where none was said.
enum RulingRows {
    static func all(_ db: Database) throws -> [ContractRuling] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM contract_ruling
                WHERE sequence IN (SELECT MAX(sequence) FROM contract_ruling GROUP BY contract) ORDER BY contract
                """)
        let said = rows.map { row in
            let end: String? = row["endDay"]
            let type: String? = row["type"]
            let evidence: String? = row["evidence"]
            let term: ContractRuling.Term =
                switch row["term"] as String {
                case "openEnded": .openEnded
                case "ends": .ends(Day(end!)!)
                default: .notSaid
                }
            return ContractRuling(
                contract: ContractNumber(row["contract"] as String)!, type: type.map { ContractType($0) }, term: term,
                reason: row["reason"], evidence: evidence.flatMap { EvidenceID($0) })
        }
        let contracts = Set(said.map(\.contract))
        return said + (try LocalFacts.contractTypes(db)).filter { !contracts.contains($0.contract) }
    }
}

/// Money released by rebasing, hand-back or termination.
enum ReleaseRows {
    static func all(_ db: Database) throws -> [Release] {
        try Row.fetchAll(db, sql: "SELECT * FROM money_release ORDER BY sequence").map { row in
            let units: Int? = row["units"]
            return Release(
                contract: ContractNumber(row["contract"] as String)!, line: ServiceLine(rawValue: row["service"])!,
                kind: Release.Kind(rawValue: row["kind"])!, amount: Money(pence: row["amount"]),
                units: units.map { Units(hundredths: $0) }, noticeDay: Day(row["noticeDay"] as String)!,
                fromDay: Day(row["fromDay"] as String)!, reason: row["reason"])
        }
    }
}

/// Agreements to pay or carry above the usual limit; the last for a contract and year holds.
enum AgreementRows {
    static func all(_ db: Database) throws -> [AgreedOverDelivery] {
        try Row.fetchAll(db, sql: "SELECT * FROM over_delivery_agreement ORDER BY sequence").map { row in
            AgreedOverDelivery(
                contract: ContractNumber(row["contract"] as String)!, year: FinancialYear(startingIn: row["year"]),
                limit: Share(row["limitPart"], of: row["limitWhole"])!,
                settlement: AgreedOverDelivery.Settlement(rawValue: row["settlement"])!)
        }
    }
}
