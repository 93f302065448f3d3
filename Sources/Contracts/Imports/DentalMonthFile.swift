public import Tabular
public import Vocabulary

/// NHSBSA's "English contractor monthly general dental activity": one row for each contract in a month.
///
/// Read exactly as published: 20 columns until March 2023 (one band 2), 22 since (2A, 2B, 2C). Amounts are read in
/// the published manner: what is not a plain number is a problem, and the row is refused.
/// - Reference: NHSBSA Open Data Portal, "English Contractor Monthly General Dental Activity"; OGL v3.0.
public enum DentalMonthFile {
    public static let layout = Layout(
        name: "the NHSBSA monthly dental contractor file",
        required: [
            "YEAR_MONTH", "COMMISSIONER_CODE", "COMMISSIONER_NAME", "CONTRACT_NUMBER", "PROVIDER_NAME",
            "LATEST_PPC_ADDRESS_POSTCODE", "LSOA11_CODE", "UDA_PERF_TARGET", "UDA_FIN_VAL", "UDA_DELIVERED",
            "LATE_SUBMITTED_FP17", "UDA_DELIVERED_FD", "BAND_1_DELIVERED", "BAND_3_DELIVERED",
            "BAND_URGENT_DELIVERED", "BAND_OTHER_DELIVERED", "CHILD_12M_COUNT", "ADULT_24M_COUNT",
            "GENERAL_DENTAL_FIN_VALUE",
        ],
        alternatives: [
            ["BAND_2_DELIVERED"], ["BAND_2A_DELIVERED", "BAND_2B_DELIVERED", "BAND_2C_DELIVERED"],
        ])

    /// What one file gave.
    public struct Outcome: Sendable {
        /// Values in the file's order; problems by row, those of the whole file first.
        public var reading: Reading<DentalMonth>
        public var account: ImportAccount
        public var encoding: TextEncoding
        /// Months of which rows were kept.
        public var months: Set<Month>
    }

    /// Reads a file whole: every row is kept or refused with a reason, and no amount is lost.
    ///
    /// A row is refused with: `ragged-row`, `unreadable-month`, `month-out-of-range`, `unreadable-contract`,
    /// `unreadable-commissioner`, `unreadable-amount`, `unreadable-count`, `half-blank-delivery`, `duplicate-row` (the
    /// first of several for one contract, commissioner and month is kept). For flags see `DentalMonthFlags`, and
    /// `two-commissioners`. The file is noted with `month-not-as-named`, `several-months`, `no-final-line-break`,
    /// `undefined-byte`, `column-not-known`, `column-dropped`.
    ///
    /// - Parameters:
    ///   - name: the file's own name; a month in it (`UDA_CONTRACTOR_202312.csv`) is compared with its rows.
    ///   - months: the earliest and the latest month that a row may carry.
    ///   - dropping: columns not to be read at all, by title.
    ///   - limits: what is odd in a month; nil where there is no rule for it, and then nothing is flagged by it.
    /// - Throws: `Refusal` of the whole file: `empty`, `binary`, `unreadable-encoding`, `truncated`, `column-twice`,
    ///   `not-this-layout`, `no-data-rows`, `every-row-refused`, `cell-over-lines`, `patient-identifying`.
    public static func read(
        _ bytes: [UInt8], named name: String, months: ClosedRange<Month>, dropping: [String] = [],
        limits: (Month) -> DentalFlagLimits?
    ) throws(Refusal) -> Outcome {
        var reader = try RowReader(bytes, named: name)
        let match = try layout.match(
            reader.header, in: name, dropping: dropping, known: [DentalContractsFile.layout])
        let scan = PatientIdentifierScan(
            file: name, titles: match.titles, known: match.known,
            exempt: match.dropped.union([match.place(of: "CONTRACT_NUMBER")]))
        var rows = DentalMonthRows(match: match, months: months, capacity: bytes.count / 120)
        while reader.next() {
            if let refusal = reader.cellOverLines { throw refusal }
            if let refusal = scan.refusal(for: reader) { throw refusal }
            rows.take(reader, limits: limits)
        }
        let notes = try reader.finish()
        guard rows.account.read.rows > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has a header and no rows.",
                remedy: "Ask the sender for it again.")
        }
        if rows.values.isEmpty { throw .everyRow(of: name, refusedFor: rows.problems, count: rows.account.read.rows) }
        let ofFile = match.notes + notes + monthNotes(name: name, found: rows.months)
        return Outcome(
            reading: Reading(
                values: rows.values, problems: ofFile + rows.problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) },
                rowsRead: rows.account.read.rows),
            account: rows.account, encoding: reader.encoding, months: rows.months)
    }

    private static func monthNotes(name: String, found: Set<Month>) -> [Problem] {
        let months = found.sorted().map(\.inWords).joined(separator: ", ")
        func note(_ code: String, _ explanation: String) -> Problem {
            Problem(row: nil, column: "YEAR_MONTH", code: code, explanation, effect: .noted)
        }
        var notes: [Problem] = []
        if let named = month(inName: name), found != [named] {
            notes.append(note("month-not-as-named", "The file's name says \(named.inWords), its rows \(months)."))
        }
        if found.count > 1 {
            notes.append(note("several-months", "The file has rows of \(found.count) months: \(months)."))
        }
        return notes
    }

    /// The month in a file's name: its last run of exactly six digits that is one.
    static func month(inName name: String) -> Month? {
        name.split(whereSeparator: { !$0.isNumber }).last { $0.count == 6 && Month($0) != nil }.flatMap { Month($0) }
    }
}
