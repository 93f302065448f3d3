import Contracts
public import Vocabulary

extension Exemplar {
    /// The contractor file of a month, byte for byte as NHSBSA lays it out in that month.
    ///
    /// - Precondition: the month is one of the exemplar's.
    public func monthFile(_ month: Month) -> [UInt8] {
        guard let rows = rows(of: month) else { preconditionFailure("the exemplar has no \(month)") }
        return Exemplar.contractorFile(month, rows: rows)
    }

    /// The file of `correctedMonth` published again: three rows changed, one withdrawn.
    public func correctedMonthFile() -> [UInt8] {
        let changes = Dictionary(
            corrections.map { ($0.before.contract, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = (rows(of: correctedMonth) ?? []).compactMap { row in
            changes[row.contract].map { $0.after } ?? row
        }
        return Exemplar.contractorFile(correctedMonth, rows: rows)
    }

    /// What the publisher calls the file of a month: `UDA_CONTRACTOR_202412.csv`.
    public static func monthFileName(_ month: Month) -> String {
        "UDA_CONTRACTOR_\(yearMonth(month)).csv"
    }

    /// Four headers: names after a space until March 2023; then without, band 2 in three; from September 2023
    /// a space after the first of the three; from November 2023 that name in quotation marks.
    private static func header(_ month: Month) -> String {
        let before = [
            "YEAR_MONTH", "COMMISSIONER_CODE", "COMMISSIONER_NAME", "CONTRACT_NUMBER", "PROVIDER_NAME",
            "LATEST_PPC_ADDRESS_POSTCODE", "LSOA11_CODE", "UDA_PERF_TARGET", "UDA_FIN_VAL", "UDA_DELIVERED",
            "LATE_SUBMITTED_FP17", "UDA_DELIVERED_FD", "BAND_1_DELIVERED",
        ]
        let after = [
            "BAND_3_DELIVERED", "BAND_URGENT_DELIVERED", "BAND_OTHER_DELIVERED", "CHILD_12M_COUNT",
            "ADULT_24M_COUNT",
            "GENERAL_DENTAL_FIN_VALUE",
        ]
        if month < InventedYear.bandTwoPublished {
            return (before + ["BAND_2_DELIVERED"] + after).joined(separator: ", ")
        }
        let first =
            month < Month("202309")!
            ? "BAND_2A_DELIVERED"
            : month < Month("202311")! ? "BAND_2A_DELIVERED " : "\"BAND_2A_DELIVERED \""
        return (before + [first, "BAND_2B_DELIVERED", "BAND_2C_DELIVERED"] + after).joined(separator: ",")
    }

    private static func contractorFile(_ month: Month, rows: [DentalMonth]) -> [UInt8] {
        let twos = month < InventedYear.bandTwoPublished ? 1 : 3
        var text = PublishedText(header: header(month), capacity: 400 + rows.count * 170)
        for row in rows {
            text.field(yearMonth(row.month))
            text.field(row.commissioner.description)
            text.field(row.commissionerName)
            text.field(row.contract.description)
            text.field(row.providerName)
            text.field(row.postcode)
            text.field(row.lsoa)
            text.field(hundredths: row.target.hundredths)
            text.field(hundredths: row.value.pence)
            if let activity = row.activity {
                text.field(hundredths: activity.delivered.hundredths)
                text.field(activity.lateClaims)
                text.field(hundredths: activity.foundation.hundredths)
                text.field(activity.bands.one)
                switch activity.bands.two {
                case .whole(let count): text.field(count)
                case .parts(let a, let b, let c):
                    text.field(a)
                    text.field(b)
                    text.field(c)
                }
                text.field(activity.bands.three)
                text.field(activity.bands.urgent)
                text.field(activity.bands.other)
            } else {
                for _ in 0..<(7 + twos) { text.field(nil) }
            }
            text.field(row.children)
            text.field(row.adults)
            text.field(hundredths: row.generalValue.pence)
            text.endRow()
        }
        return (Month("202309")!...Month("202310")!).contains(month) ? inWindows1252(text.bytes) : text.bytes
    }

    /// The published files of September and October 2023 are in Windows-1252, where one byte is an accented
    /// letter.
    private static func inWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { UInt8($0.value) }
    }

    static func yearMonth(_ month: Month) -> String {
        "\(month.year)\(month.number < 10 ? "0" : "")\(month.number)"
    }
}
