import Contracts
import GRDB
import Vocabulary

/// The rows of monthly contractor files: written in bulk, read back as values.
enum DentalMonthRows {
    private static let columns = """
        sourceId, rowNumber, month, commissionerId, holderId, target, value, generalValue, delivered, lateClaims,
        foundation, band1, band2, band2a, band2b, band2c, band3, bandUrgent, bandOther, children, adults
        """

    /// Appends the rows of one source. About 2 µs a row.
    static func insert(_ rows: [ImportDentalMonths.Kept], sourceID: Int, _ db: Database) throws {
        guard !rows.isEmpty else { return }
        let statement = try RawStatement(
            db,
            sql: """
                INSERT INTO dental_month (id, \(columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        let supersede = try RawStatement(
            db, sql: "INSERT INTO dental_month_superseded (rowId, sourceId, replacementId) VALUES (?, ?, ?)")
        let flag = try RawStatement(db, sql: "INSERT OR IGNORE INTO dental_month_flag (rowId, code) VALUES (?, ?)")
        let names = Names.known(in: db)
        var id = try Int.fetchOne(db, sql: "SELECT COALESCE(MAX(id), 0) FROM dental_month")!
        var spans: [Month: (first: Int, last: Int)] = [:]
        for row in rows {
            id += 1
            let value = row.value
            spans[value.month, default: (id, id)].last = id
            statement.bind(id, at: 1)
            statement.bind(sourceID, at: 2)
            statement.bind(row.row, at: 3)
            statement.bind(value.month.index, at: 4)
            statement.bind(try names.commissioner(value.commissioner, value.commissionerName), at: 5)
            statement.bind(try names.holder(value), at: 6)
            statement.bind(value.target.hundredths, at: 7)
            statement.bind(value.value.pence, at: 8)
            statement.bind(value.generalValue.pence, at: 9)
            bind(value.activity, to: statement)
            statement.bind(value.children, at: 21)
            statement.bind(value.adults, at: 22)
            try statement.run()
            if let old = row.replaces {
                supersede.bind(old, at: 1)
                supersede.bind(sourceID, at: 2)
                supersede.bind(id, at: 3)
                try supersede.run()
            }
            for code in row.flags {
                flag.bind(id, at: 1)
                flag.bind(code, at: 2)
                try flag.run()
            }
        }
        for (month, span) in spans {
            try db.execute(
                sql: "INSERT INTO dental_month_file (sourceId, month, firstId, lastId) VALUES (?, ?, ?, ?)",
                arguments: [sourceID, month.index, span.first, span.last])
        }
    }

    private static func bind(_ activity: DentalActivity?, to statement: borrowing RawStatement) {
        let bands = activity?.bands
        statement.bind(activity?.delivered.hundredths, at: 10)
        statement.bind(activity?.lateClaims, at: 11)
        statement.bind(activity?.foundation.hundredths, at: 12)
        statement.bind(bands?.one, at: 13)
        var whole: Int?
        var parts: (a: Int, b: Int, c: Int)?
        switch bands?.two {
        case .whole(let count)?: whole = count
        case .parts(let a, let b, let c)?: parts = (a, b, c)
        case nil: break
        }
        statement.bind(whole, at: 14)
        statement.bind(parts?.a, at: 15)
        statement.bind(parts?.b, at: 16)
        statement.bind(parts?.c, at: 17)
        statement.bind(bands?.three, at: 18)
        statement.bind(bands?.urgent, at: 19)
        statement.bind(bands?.other, at: 20)
    }

    /// The rows that hold for a month, in the order in which they were taken in.
    static func held(in month: Month, _ db: Database) throws -> [ImportDentalMonths.Held] {
        var rows: [ImportDentalMonths.Held] = []
        let spans = try Row.fetchAll(
            db, sql: "SELECT firstId, lastId FROM dental_month_file WHERE month = ? ORDER BY firstId",
            arguments: [month.index])
        for span in spans {
            let statement = try RawStatement(
                db,
                sql: """
                    SELECT d.month, c.code, c.name, h.contract, h.provider, h.postcode, h.lsoa, d.target, d.value,
                        d.generalValue, d.delivered, d.lateClaims, d.foundation, d.band1, d.band2, d.band2a, d.band2b,
                        d.band2c, d.band3, d.bandUrgent, d.bandOther, d.children, d.adults, d.id
                    FROM dental_month d
                    JOIN commissioner c ON c.id = d.commissionerId
                    JOIN holder h ON h.id = d.holderId
                    WHERE d.id BETWEEN ? AND ? AND d.month = ?
                        AND d.id NOT IN (SELECT rowId FROM dental_month_superseded)
                    """)
            statement.bind(span["firstId"] as Int, at: 1)
            statement.bind(span["lastId"] as Int, at: 2)
            statement.bind(month.index, at: 3)
            while try statement.step() {
                rows.append(ImportDentalMonths.Held(id: statement.integer(23), value: value(of: statement)))
            }
        }
        return rows
    }

    private static func value(of row: borrowing RawStatement) -> DentalMonth {
        let activity = row.optionalInteger(10).map { delivered in
            DentalActivity(
                delivered: Units(hundredths: delivered), lateClaims: row.integer(11),
                foundation: Units(hundredths: row.integer(12)),
                bands: BandCounts(
                    one: row.integer(13),
                    two: row.optionalInteger(14).map(BandCounts.Two.whole)
                        ?? .parts(a: row.integer(15), b: row.integer(16), c: row.integer(17)),
                    three: row.integer(18), urgent: row.integer(19), other: row.integer(20)))
        }
        return DentalMonth(
            month: Month(index: row.integer(0)), commissioner: OrganisationCode(row.text(1))!,
            commissionerName: row.text(2), contract: ContractNumber(row.text(3))!, providerName: row.text(4),
            postcode: row.text(5), lsoa: row.text(6), target: Units(hundredths: row.integer(7)),
            value: Money(pence: row.integer(8)), activity: activity, children: row.optionalInteger(21),
            adults: row.optionalInteger(22), generalValue: Money(pence: row.integer(9)))
    }
}
