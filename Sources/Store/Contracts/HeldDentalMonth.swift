import GRDB
package import Vocabulary

/// The file of a dental month that is held, to be read again from the bytes that are kept.
package struct HeldDentalMonth: Hashable, Sendable {
    package let digest: EvidenceID
    package let name: String
    package let month: Month

    /// - Returns: nil while no month is held.
    package static func last(in store: Store) throws -> HeldDentalMonth? {
        try store.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT s.digest, s.name, f.month
                    FROM dental_month_file f JOIN source s ON s.id = f.sourceId
                    ORDER BY f.month DESC, f.sourceId DESC LIMIT 1
                    """)
            guard let row, let digest = EvidenceID(row["digest"] as String) else { return nil }
            return HeldDentalMonth(digest: digest, name: row["name"], month: Month(index: row["month"]))
        }
    }

    /// The months that are held of the financial year of the last, in their order; of each the file taken in last.
    package static func ofLastYear(in store: Store) throws -> [HeldDentalMonth] {
        guard let last = try last(in: store) else { return [] }
        let first = last.month.financialYear.month(1)
        return try store.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT s.digest, s.name, f.month
                    FROM dental_month_file f JOIN source s ON s.id = f.sourceId
                    WHERE f.month >= ? AND f.sourceId = (
                        SELECT max(g.sourceId) FROM dental_month_file g WHERE g.month = f.month)
                    ORDER BY f.month
                    """, arguments: [first.index])
            return rows.compactMap { row in
                EvidenceID(row["digest"] as String).map {
                    HeldDentalMonth(digest: $0, name: row["name"], month: Month(index: row["month"]))
                }
            }
        }
    }
}
