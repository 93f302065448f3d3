package import Contracts
package import GRDB
import Vocabulary

extension AgreeOverDelivery: StoredAct {
    package func read(_ db: Database, under rules: RulesInForce) throws -> Before {
        let year = agreement.year
        let isHeld = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM dental_month d JOIN holder h ON h.id = d.holderId
                    WHERE h.contract = ? AND d.month BETWEEN ? AND ?
                        AND d.id NOT IN (SELECT rowId FROM dental_month_superseded))
                """,
            arguments: [agreement.contract.description, year.month(1).index, year.month(12).index])!
        let standing = try AgreementRows.all(db).last { $0.contract == agreement.contract && $0.year == year }
        return Before(isHeld: isHeld, rules: try YearEndRules(rules.rulebook, year: year), standing: standing)
    }

    package func isChange(_ after: After) -> Bool { !after.isStanding }

    package func write(_ after: After, sequence: Int, _ db: Database) throws {
        let agreement = after.agreement
        let limit = agreement.limit.inLowestTerms
        try db.execute(
            sql: """
                INSERT INTO over_delivery_agreement
                    (sequence, contract, year, limitPart, limitWhole, settlement, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, agreement.contract.description, agreement.year.start, limit.part, limit.whole,
                agreement.settlement.rawValue, after.reason,
            ])
    }
}

extension Share {
    /// Equal shares have equal rows.
    fileprivate var inLowestTerms: (part: Int, whole: Int) {
        var (larger, smaller) = (whole.magnitude, part.magnitude)
        while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
        return (part / Int(larger), whole / Int(larger))
    }
}
