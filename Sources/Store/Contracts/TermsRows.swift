import Contracts
import GRDB
import Vocabulary

/// The annual contract file's rows, read back as values.
enum TermsRows {
    /// The rows of the newest month held; none where no annual file was taken in.
    static func newest(_ db: Database) throws -> [TermsHeld] {
        let lines = try Row.fetchAll(
            db,
            sql: """
                SELECT l.termsId, l.service, l.value, l.kind, l.units
                FROM contract_line l JOIN contract_terms t ON t.id = l.termsId
                WHERE t.month = (SELECT MAX(month) FROM contract_terms)
                """)
        var linesByTerms: [Int: [ContractTerms.Line]] = [:]
        for line in lines {
            let kind: String? = line["kind"]
            linesByTerms[line["termsId"], default: []].append(
                ContractTerms.Line(
                    service: ServiceLine(rawValue: line["service"])!, value: Money(pence: line["value"]),
                    units: kind.flatMap { ContractedColumn.value(kind: $0, hundredths: line["units"]) }))
        }
        let order = Dictionary(uniqueKeysWithValues: ServiceLine.allCases.enumerated().map { ($1, $0) })
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.*, c.code, c.name FROM contract_terms t JOIN commissioner c ON c.id = t.commissionerId
                WHERE t.month = (SELECT MAX(month) FROM contract_terms)
                    AND t.id NOT IN (SELECT termsId FROM contract_terms_superseded)
                ORDER BY t.id
                """)
        let flags = try flags(db)
        var held: [TermsHeld] = []
        while let row = try rows.next() {
            let start: String? = row["startDay"]
            let end: String? = row["endDay"]
            let lines = (linesByTerms[row["id"]] ?? []).sorted { order[$0.service]! < order[$1.service]! }
            held.append(
                TermsHeld(
                    terms: ContractTerms(
                        asOf: Month(index: row["month"]), commissioner: OrganisationCode(row["code"] as String)!,
                        commissionerName: row["name"], contract: ContractNumber(row["contract"] as String)!,
                        providerName: row["provider"], isPrison: row["isPrison"], start: start.flatMap { Day($0) },
                        end: end.flatMap { Day($0) }, isRecurring: row["isRecurring"], lines: lines,
                        total: Money(pence: row["total"])),
                    flags: flags[row["id"]] ?? []))
        }
        return held
    }

    private static func flags(_ db: Database) throws -> [Int: [String]] {
        var flags: [Int: [String]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT termsId, code FROM contract_terms_flag ORDER BY code") {
            flags[row["termsId"], default: []].append(row["code"])
        }
        return flags
    }
}
