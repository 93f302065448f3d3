package import Contracts
package import GRDB
package import Vocabulary

/// What local files said that the published ones lack. A later file speaks louder than an earlier one.
package enum LocalFacts {
    /// How many people each commissioner is responsible for, in the latest year that a file gives.
    package static func populations(_ db: Database) throws -> [OrganisationCode: Int] {
        var people: [OrganisationCode: Int] = [:]
        let rows = try Row.fetchCursor(
            db, sql: "SELECT commissioner, people FROM population ORDER BY year, sourceId, rowNumber")
        while let row = try rows.next() { people[OrganisationCode(row["commissioner"] as String)!] = row["people"] }
        return people
    }

    /// The parent group of a provider, by its name in upper case, or of a contract, by its number.
    package static func providerGroups(_ db: Database) throws -> [String: String] {
        var groups: [String: String] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT COALESCE(contract, provider) AS member, parentGroup FROM provider_group
                ORDER BY sourceId, rowNumber
                """)
        while let row = try rows.next() { groups[row["member"]] = row["parentGroup"] }
        return groups
    }

    /// What each contract is in law, as rulings that a person's own word goes before; by contract.
    package static func contractTypes(_ db: Database) throws -> [ContractRuling] {
        var rulings: [ContractNumber: ContractRuling] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT f.contract, f.type, s.name, s.digest FROM (
                    SELECT sourceId, rowNumber, contract, type FROM contract_type
                    UNION ALL
                    SELECT sourceId, rowNumber, contract, contractType FROM extract_row WHERE contractType IS NOT NULL
                ) f JOIN source s ON s.id = f.sourceId
                ORDER BY f.sourceId, f.rowNumber
                """)
        while let row = try rows.next() {
            let contract = ContractNumber(row["contract"] as String)!
            rulings[contract] = ContractRuling(
                contract: contract, type: ContractType(row["type"] as String), term: .notSaid,
                reason: "The local file \(row["name"] as String) says so.",
                evidence: EvidenceID(row["digest"] as String))
        }
        return rulings.values.sorted { $0.contract < $1.contract }
    }

    /// What patients paid by contract and financial year. A year's own figure goes before the sum of its months; a
    /// year of which some months only are held has the sum of those.
    package static func patientCharges(_ db: Database) throws -> [ContractNumber: [FinancialYear: Money]] {
        var months: [ContractNumber: [Month: Money]] = [:]
        var years: [ContractNumber: [FinancialYear: Money]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT contract, month, year, amount FROM (
                    SELECT sourceId, rowNumber, contract, month, year, amount FROM patient_charge
                    UNION ALL
                    SELECT sourceId, rowNumber, contract, month, NULL, patientCharge FROM extract_row
                    WHERE patientCharge IS NOT NULL
                ) ORDER BY sourceId, rowNumber
                """)
        while let row = try rows.next() {
            let contract = ContractNumber(row["contract"] as String)!
            let amount = Money(pence: row["amount"])
            if let month: Int = row["month"] {
                months[contract, default: [:]][Month(index: month)] = amount
            } else {
                years[contract, default: [:]][FinancialYear(startingIn: row["year"])] = amount
            }
        }
        return months.reduce(into: years) { charges, entry in
            let sums = entry.value.reduce(into: [FinancialYear: Money]()) {
                $0[$1.key.financialYear, default: .zero] += $1.value
            }
            charges[entry.key, default: [:]].merge(sums) { whole, _ in whole }
        }
    }

    /// The rows of local extracts; of several for one contract and month the newest.
    package static func extracts(_ db: Database) throws -> [MappedExtract.Row] {
        var extracts: [String: MappedExtract.Row] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM extract_row ORDER BY sourceId, rowNumber")
        while let row = try rows.next() {
            let contract: String = row["contract"]
            let month: Int = row["month"]
            let contracted: Int? = row["contracted"]
            let delivered: Int? = row["delivered"]
            let carriedIn: Int? = row["carriedIn"]
            let type: String? = row["contractType"]
            let charge: Int? = row["patientCharge"]
            extracts["\(contract) \(month)"] = MappedExtract.Row(
                contract: ContractNumber(contract)!, month: Month(index: month),
                contracted: contracted.map { Units(hundredths: $0) },
                delivered: delivered.map { Units(hundredths: $0) },
                carriedIn: carriedIn.map { Units(hundredths: $0) }, contractType: type.map { ContractType($0) },
                patientCharge: charge.map { Money(pence: $0) })
        }
        return extracts.values.sorted { ($0.contract, $0.month) < ($1.contract, $1.month) }
    }
}
