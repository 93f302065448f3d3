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
    private var commissioners: [Commissioner] = []
    /// Where each kept value stands in the file, to tell twins from conflicts.
    private var places: [RowPlace] = []
    /// The first value kept for a contract and month, by its place in `values`.
    private var first: [Key: Int] = [:]
    /// All of them, for the few contracts that two commissioners report in one month.
    private var several: [Key: [Int]] = [:]

    private struct Commissioner {
        var code: CellRange
        var name: CellRange
        var organisation: OrganisationCode
        var title: String
    }

    private struct Key: Hashable {
        var contract: Int
        var month: Int
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
        let value = row(reader, faults: &faults)
        if let value, faults.isEmpty, keep(value, reader, limits: limits) {
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
            month: month, commissioner: commissioner.organisation, commissionerName: commissioner.title,
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
        let known = commissioners.firstIndex {
            reader.isSame(at: columns.commissioner, as: $0.code) && reader.isSame(at: columns.commissionerName, as: $0.name)
        }
        if let known {
            let commissioner = commissioners[known]
            // Those met often come to stand where they are found soon.
            if known > 0 { commissioners.swapAt(known, known / 2) }
            return commissioner
        }
        guard let code = OrganisationCode(reader.text(at: columns.commissioner)) else {
            columns.fault(
                reader, columns.commissioner, "unreadable-commissioner", "is not an organisation code", &faults)
            return nil
        }
        let commissioner = Commissioner(
            code: reader.cells[columns.commissioner], name: reader.cells[columns.commissionerName],
            organisation: code, title: reader.text(at: columns.commissionerName))
        if commissioners.count < 400 { commissioners.append(commissioner) }
        return commissioner
    }

    /// Keeps the row, unless one for the same contract, commissioner and month was kept before.
    private mutating func keep(
        _ value: DentalMonth, _ reader: RowReader, limits: (Month) -> DentalFlagLimits?
    ) -> Bool {
        let key = Key(contract: Int(value.contract.description) ?? 0, month: value.month.index)
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
        if months.isEmpty || values.last?.value.month != value.month { months.insert(value.month) }
        values.append(.init(row: reader.row, value: value))
        places.append(reader.place)
        if limitsOfMonth?.month != value.month { limitsOfMonth = (value.month, limits(value.month)) }
        if let limits = limitsOfMonth?.limits {
            problems += DentalMonthFlags.problems(of: value, row: reader.row, limits: limits)
        }
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
