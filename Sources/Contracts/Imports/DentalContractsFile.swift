public import Tabular
public import Vocabulary

/// NHSBSA's annual file of dental contracts: money by service line, contracted units, dates and whether recurring.
///
/// A contract may have several rows. `FC_OVERALL_FIN_VALUE` is the sum of the flexible commissioning lines, and
/// `CONTRACTED_UDA` and its like the sums of targets: they are checked, never added. A service line that the file lacks
/// is none; one that is new to us shows as a total that differs from its lines.
/// - Reference: NHSBSA Open Data Portal, dental contract data of June 2025; OGL v3.0.
public enum DentalContractsFile {
    public static let layout = Layout(
        name: "the NHSBSA annual dental contract file",
        required: [
            "YEAR_MONTH", "COMMISSIONER_CODE", "COMMISSIONER_NAME", "CONTRACT_NUMBER", "PROVIDER_NAME", "PRISON_IND",
            "START_DATE", "END_DATE", "RECURRING_IND", "GENERAL_DENT_FIN_VALUE", "TOTAL_FIN_VALUE",
        ],
        optional: lines.map(\.value) + sums.map(\.column) + lines.flatMap { $0.targets.map(\.column) })

    /// Reads a file whole: every row is kept or refused with a reason.
    ///
    /// A row is refused with: `ragged-row`, `unreadable-month`, `month-out-of-range`, `unreadable-contract`,
    /// `unreadable-commissioner`, `unreadable-amount`, `unreadable-date`, `unreadable-indicator`, `end-before-start`,
    /// `duplicate-row`. It is kept and flagged with: `end-date-past` (before the first day of the file's month),
    /// `total-differs` (from the sum of its lines), `two-commissioners`; noted with `sum-differs` (a sum of units or of
    /// the flexible lines), `units-on-two-kinds` (a line with more than one kind of units: the first is kept).
    ///
    /// - Parameters:
    ///   - months: the earliest and the latest month that a row may carry.
    ///   - dropping: columns not to be read at all, by title.
    /// - Throws: `Refusal` of the whole file, as `DentalMonthFile.read`.
    public static func read(
        _ bytes: [UInt8], named name: String, months: ClosedRange<Month>, dropping: [String] = []
    ) throws(Refusal) -> Reading<ContractTerms> {
        try outcome(of: bytes, named: name, months: months, dropping: dropping).reading
    }

    /// What one file gave, with what became of its amounts: CONTRACTED_UDA and TOTAL_FIN_VALUE, row by row.
    public struct Outcome: Sendable {
        public var reading: Reading<ContractTerms>
        public var account: ImportAccount
    }

    /// As `read`, with the account.
    public static func outcome(
        of bytes: [UInt8], named name: String, months: ClosedRange<Month>, dropping: [String] = []
    ) throws(Refusal) -> Outcome {
        var reader = try RowReader(bytes, named: name)
        let match = try layout.match(reader.header, in: name, dropping: dropping, known: [DentalMonthFile.layout])
        let scan = PatientIdentifierScan(
            file: name, titles: match.titles, known: match.known,
            exempt: match.dropped.union([match.place(of: "CONTRACT_NUMBER")]))
        var rows = DentalContractRows(match: match, months: months)
        while reader.next() {
            if let refusal = reader.cellOverLines { throw refusal }
            if let refusal = scan.refusal(for: reader) { throw refusal }
            rows.take(reader)
        }
        let notes = try reader.finish()
        guard rows.rowsRead > 0 else {
            throw Refusal(
                .input, code: "no-data-rows", "\(name) has a header and no rows.",
                remedy: "Ask the sender for it again.")
        }
        if rows.values.isEmpty { throw .everyRow(of: name, refusedFor: rows.problems, count: rows.rowsRead) }
        rows.flagTwoCommissioners()
        return Outcome(
            reading: Reading(
                values: rows.values,
                problems: match.notes + notes + rows.problems.sorted { ($0.row ?? 0) < ($1.row ?? 0) },
                rowsRead: rows.rowsRead),
            account: rows.account)
    }

    /// A service line's columns: its money, and its targets by kind of units.
    struct Line: Sendable {
        let service: ServiceLine
        let value: String
        let targets: [Target]
    }

    struct Target: Sendable {
        let column: String
        let kind: Kind
    }

    enum Kind: String, CaseIterable, Sendable {
        case uda = "UDA"
        case uoa = "UOA"
        case cot = "COT"
        case local = "LD"

        func contracted(_ units: Units) -> ContractTerms.Contracted {
            switch self {
            case .uda: .uda(units)
            case .uoa: .uoa(units)
            case .cot: .cot(units)
            case .local: .local(units)
            }
        }
    }

    static let lines: [Line] = ServiceLine.allCases.map { service in
        Line(
            service: service, value: "\(service.rawValue)_FIN_VALUE",
            targets: Kind.allCases.compactMap { kind in
                targetColumn(of: service, kind: kind).map { Target(column: $0, kind: kind) }
            })
    }

    /// The file names three targets otherwise than the money of their lines.
    private static func targetColumn(of service: ServiceLine, kind: Kind) -> String? {
        switch (service, kind) {
        case (.orthodonticExcessDelivery, .uoa): "EXCESS_DELIVERY_UOA_TARGET"
        case (.excessDelivery, .uoa): nil
        case (.orthodonticOralHealthAccess, .uoa): "OH_ACCESS_UOA_TARGET"
        case (.domiciliary, .cot): "DOM_VISIT_COT_TARGET"
        default: "\(service.rawValue)_\(kind.rawValue)_TARGET"
        }
    }

    /// Columns that are sums of others, to be checked: all lines of a kind, or the flexible ones alone.
    static let sums: [Sum] = [
        Sum(column: "FC_OVERALL_FIN_VALUE", kind: nil, isFlexible: true),
        Sum(column: "FC_OVERALL_LD_TARGET", kind: .local, isFlexible: true),
        Sum(column: "CONTRACTED_UDA", kind: .uda, isFlexible: false),
        Sum(column: "CONTRACTED_UOA", kind: .uoa, isFlexible: false),
        Sum(column: "CONTRACTED_COT", kind: .cot, isFlexible: false),
        Sum(column: "CONTRACTED_LOC_DETERMINED", kind: .local, isFlexible: false),
    ]

    struct Sum: Sendable {
        let column: String
        /// Nil for money.
        let kind: Kind?
        let isFlexible: Bool
    }
}
