import Tabular
import Vocabulary

/// The rows of one monthly file as they are taken in: values, problems and the account.
///
/// Bytes become values here, once: a commissioner's name is made once for each run of equal bytes, the month too.
struct DentalMonthRows {
    private(set) var values: [Reading<DentalMonth>.Placed] = []
    private(set) var problems: [Problem] = []
    private(set) var account = ImportAccount.zero
    private(set) var months: Set<Month> = []

    private let columns: DentalMonthColumns
    private let range: ClosedRange<Month>
    private var limitsOfMonth: (month: Month, limits: DentalFlagLimits?)?
    private var lastMonth: (cell: CellRange, month: Month)?
    /// The codes met so far, as packed bytes, and in the same order what was made of them.
    private var codes: [UInt64] = []
    private var commissioners: [Commissioner] = []
    /// Where each kept value stands in the file, to tell twins from conflicts.
    private var places: [RowPlace] = []
    /// The first value kept for a contract and month, by its place in `values`; the key is both in one number.
    private var first: [Int: Int] = [:]
    /// All of them, for the few contracts that two commissioners report in one month.
    private var several: [Int: [Int]] = [:]

    private struct Commissioner {
        var nameCell: CellRange
        var code: OrganisationCode
        var name: String
    }

    init(match: HeaderMatch, months: ClosedRange<Month>, capacity: Int) {
        columns = DentalMonthColumns(match)
        range = months
        values.reserveCapacity(capacity)
        places.reserveCapacity(capacity)
        first.reserveCapacity(capacity)
    }

    /// Takes in the reader's current row: kept, or refused with every reason found.
    mutating func take(_ reader: RowReader, limits: (Month) -> DentalFlagLimits?) {
        let amounts = columns.amounts(of: reader)
        account.read += amounts
        var faults: [Problem] = []
        if let value = row(reader, faults: &faults), keep(value, reader, limits: limits) {
            account.kept += amounts
        } else {
            account.refused += amounts
            problems += faults
        }
    }

    private mutating func row(_ reader: RowReader, faults: inout [Problem]) -> DentalMonth? {
        if let problem = reader.raggedness {
            faults.append(problem)
            return nil
        }
        let month = month(reader, faults: &faults)
        let contract = ContractNumber(reader.text(at: columns.contract))
        if contract == nil {
            columns.fault(
                reader, columns.contract, "unreadable-contract", "is not a contract number of ten digits", &faults)
        }
        let commissioner = commissioner(reader, faults: &faults)
        let target = columns.hundredths(reader, columns.target, &faults)
        let value = columns.hundredths(reader, columns.value, &faults)
        let generalValue = columns.hundredths(reader, columns.generalValue, &faults)
        let activity = columns.activity(reader, &faults)
        let children = columns.optionalCount(reader, columns.children, &faults)
        let adults = columns.optionalCount(reader, columns.adults, &faults)
        guard faults.isEmpty, let month, let contract, let commissioner, let target, let value, let generalValue
        else { return nil }
        return DentalMonth(
            month: month, commissioner: commissioner.code, commissionerName: commissioner.name,
            contract: contract, providerName: reader.text(at: columns.provider),
            postcode: reader.text(at: columns.postcode), lsoa: reader.text(at: columns.lsoa),
            target: Units(hundredths: target), value: Money(pence: value), activity: activity, children: children,
            adults: adults, generalValue: Money(pence: generalValue))
    }

    private mutating func month(_ reader: RowReader, faults: inout [Problem]) -> Month? {
        if let lastMonth, reader.isSame(at: columns.month, as: lastMonth.cell) { return lastMonth.month }
        guard let month = Month(reader.text(at: columns.month)) else {
            columns.fault(reader, columns.month, "unreadable-month", "is not a month like 202312", &faults)
            return nil
        }
        guard range.contains(month) else {
            columns.fault(
                reader, columns.month, "month-out-of-range",
                "is not between \(range.lowerBound.inWords) and \(range.upperBound.inWords)", &faults)
            return nil
        }
        lastMonth = (reader.cells[columns.month], month)
        return month
    }

    private mutating func commissioner(_ reader: RowReader, faults: inout [Problem]) -> Commissioner? {
        let packed = reader.packed(at: columns.commissioner)
        if let packed, let known = codes.firstIndex(of: packed),
            reader.isSame(at: columns.commissionerName, as: commissioners[known].nameCell)
        {
            return commissioners[known]
        }
        guard let code = OrganisationCode(reader.text(at: columns.commissioner)) else {
            columns.fault(
                reader, columns.commissioner, "unreadable-commissioner", "is not an organisation code", &faults)
            return nil
        }
        let commissioner = Commissioner(
            nameCell: reader.cells[columns.commissionerName], code: code,
            name: reader.text(at: columns.commissionerName))
        if let packed, !codes.contains(packed) {
            codes.append(packed)
            commissioners.append(commissioner)
        }
        return commissioner
    }

    /// Keeps the row, unless one for the same contract, commissioner and month was kept before.
    private mutating func keep(
        _ value: consuming DentalMonth, _ reader: RowReader, limits: (Month) -> DentalFlagLimits?
    ) -> Bool {
        let key = (reader.whole(at: columns.contract) ?? 0) << 20 | value.month.index
        if let earlier = first[key] {
            let all = several[key] ?? [earlier]
            if let twin = all.first(where: { values[$0].value.commissioner == value.commissioner }) {
                refuse(value, reader, twin: places[twin])
                return false
            }
            flag(value, reader, beside: all)
            several[key] = all + [values.count]
        } else {
            first[key] = values.count
        }
        if limitsOfMonth?.month != value.month {
            months.insert(value.month)
            limitsOfMonth = (value.month, limits(value.month))
        }
        if let limits = limitsOfMonth?.limits {
            problems += DentalMonthFlags.problems(of: value, row: reader.row, limits: limits)
        }
        values.append(.init(row: reader.row, value: value))
        places.append(reader.place)
        return true
    }

    private mutating func refuse(_ value: DentalMonth, _ reader: RowReader, twin: RowPlace) {
        let what = reader.repeats(twin) ? "repeats row \(twin.row)" : "differs from row \(twin.row)"
        problems.append(
            Problem(
                row: reader.row, column: nil, code: "duplicate-row",
                "The row for contract \(value.contract), \(value.commissioner), \(value.month.inWords) \(what); "
                    + "the first was kept.",
                effect: .refused))
    }

    /// Flags the row, and the ones before it that are not flagged yet.
    private mutating func flag(_ value: DentalMonth, _ reader: RowReader, beside earlier: [Int]) {
        let codes = earlier.map { values[$0].value.commissioner.description } + [value.commissioner.description]
        let rows = (earlier.count == 1 ? [values[earlier[0]].row] : []) + [reader.row]
        for row in rows {
            problems.append(
                Problem(
                    row: row, column: "COMMISSIONER_CODE", code: "two-commissioners",
                    "Contract \(value.contract) stands under \(codes.joined(separator: " and ")) in "
                        + "\(value.month.inWords): counted twice, or handed over?",
                    effect: .flagged))
        }
    }
}
