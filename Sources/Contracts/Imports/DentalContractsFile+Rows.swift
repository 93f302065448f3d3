import Tabular
import Vocabulary

/// The rows of the annual file as they are taken in.
struct DentalContractRows {
    private(set) var values: [Reading<ContractTerms>.Placed] = []
    private(set) var problems: [Problem] = []
    private(set) var rowsRead = 0
    /// Amounts by the fate of their rows; `read` is counted before a row is judged.
    private(set) var account = ImportAccount.zero
    private let match: HeaderMatch
    private let months: ClosedRange<Month>
    private var seen: [Int: [RowPlace]] = [:]

    init(match: HeaderMatch, months: ClosedRange<Month>) {
        self.match = match
        self.months = months
    }

    mutating func take(_ reader: RowReader) {
        rowsRead += 1
        let amounts = amounts(of: reader)
        account.read += amounts
        let kept = values.count
        judge(reader)
        if values.count > kept { account.kept += amounts } else { account.refused += amounts }
    }

    private func amounts(of reader: RowReader) -> ImportAccount.Tally {
        let isWhole = reader.raggedness == nil
        let target = isWhole ? match["CONTRACTED_UDA"].flatMap { reader.hundredths(at: $0) } : nil
        let value = isWhole ? match["TOTAL_FIN_VALUE"].flatMap { reader.hundredths(at: $0) } : nil
        return ImportAccount.Tally(
            rows: 1, target: Units(hundredths: target ?? 0), delivered: .zero, value: Money(pence: value ?? 0),
            unreadable: .init(targets: target == nil ? 1 : 0, delivered: 0, values: value == nil ? 1 : 0))
    }

    private mutating func judge(_ reader: RowReader) {
        if let problem = reader.raggedness {
            problems.append(problem)
            return
        }
        var row = ContractRow(reader: reader, match: match)
        guard let terms = row.terms(months: months) else {
            problems += row.problems
            return
        }
        let contract = Int(terms.contract.description) ?? 0
        if let twin = seen[contract]?.first(where: { reader.repeats($0) }) {
            problems.append(
                Problem(
                    row: reader.row, column: nil, code: "duplicate-row",
                    "The row for contract \(terms.contract) repeats row \(twin.row); the first was kept.",
                    effect: .refused))
            return
        }
        seen[contract, default: []].append(reader.place)
        values.append(.init(row: reader.row, value: terms))
        problems += row.problems
    }

    /// Flags every row of a contract that stands under more than one commissioner.
    mutating func flagTwoCommissioners() {
        let byContract = Dictionary(grouping: values, by: \.value.contract)
        for rows in byContract.values where Set(rows.map(\.value.commissioner)).count > 1 {
            let codes = Set(rows.map(\.value.commissioner)).sorted().map(\.description).joined(separator: " and ")
            for row in rows {
                problems.append(
                    Problem(
                        row: row.row, column: "COMMISSIONER_CODE", code: "two-commissioners",
                        "Contract \(row.value.contract) stands under \(codes): counted twice, or shared?",
                        effect: .flagged))
            }
        }
    }
}

/// One row of the annual file and what is wrong with it.
private struct ContractRow {
    let reader: RowReader
    let match: HeaderMatch
    var problems: [Problem] = []

    init(reader: RowReader, match: HeaderMatch) {
        self.reader = reader
        self.match = match
    }

    mutating func terms(months: ClosedRange<Month>) -> ContractTerms? {
        let month = month(within: months)
        let contract = ContractNumber(text("CONTRACT_NUMBER"))
        if contract == nil {
            refuse("CONTRACT_NUMBER", "unreadable-contract", "is not a contract number of ten digits")
        }
        let commissioner = OrganisationCode(text("COMMISSIONER_CODE"))
        if commissioner == nil {
            refuse("COMMISSIONER_CODE", "unreadable-commissioner", "is not an organisation code")
        }
        let isPrison = indicator("PRISON_IND", yes: ["Y", "YES"], no: ["N", "NO"])
        let isRecurring = indicator("RECURRING_IND", yes: ["Y", "YES"], no: ["N", "NO"])
        let start = day("START_DATE")
        let end = day("END_DATE")
        let lines = lines()
        let total = amount("TOTAL_FIN_VALUE")
        if let start, let end, end < start {
            refuse("END_DATE", "end-before-start", "is before the contract's first day, \(start.inWords)")
        }
        guard problems.isEmpty, let month, let contract, let commissioner, let isPrison, let isRecurring, let total
        else { return nil }
        let terms = ContractTerms(
            asOf: month, commissioner: commissioner, commissionerName: text("COMMISSIONER_NAME"), contract: contract,
            providerName: text("PROVIDER_NAME"), isPrison: isPrison, start: start, end: end, isRecurring: isRecurring,
            lines: lines, total: Money(pence: total))
        check(terms)
        return terms
    }

    private mutating func check(_ terms: ContractTerms) {
        let sum = terms.lines.map(\.value).total()
        if sum != terms.total {
            add(
                "TOTAL_FIN_VALUE", "total-differs", "The total is \(terms.total), the lines sum to \(sum).", .flagged)
        }
        if let end = terms.end, end < terms.asOf.firstDay {
            add(
                "END_DATE", "end-date-past",
                "The contract ended on \(end.inWords), before the file's month, \(terms.asOf.inWords).", .flagged)
        }
        for published in DentalContractsFile.sums {
            guard let place = match[published.column] else { continue }
            guard let value = reader.hundredths(at: place) else {
                add(
                    published.column, "sum-differs", "The sum is \(TrimmedText.quoted(reader.text(at: place))).", .noted
                )
                continue
            }
            let ours = DentalContractsFile.lines.reduce(0) { sum, line in
                guard !published.isFlexible || line.value.hasPrefix("FC_") else { return sum }
                let columns =
                    published.kind.map { kind in line.targets.filter { $0.kind == kind }.map(\.column) } ?? [line.value]
                return sum + columns.compactMap { match[$0] }.compactMap { reader.hundredths(at: $0) }.reduce(0, +)
            }
            if ours != value {
                add(
                    published.column, "sum-differs",
                    "The file says \(Units(hundredths: value)), its columns sum to \(Units(hundredths: ours)).", .noted)
            }
        }
    }

    private mutating func lines() -> [ContractTerms.Line] {
        DentalContractsFile.lines.compactMap { line in
            let value = match[line.value] == nil ? 0 : amount(line.value) ?? 0
            var units: [ContractTerms.Contracted] = []
            for target in line.targets where match[target.column] != nil {
                if let contracted = amount(target.column), contracted != 0 {
                    units.append(target.kind.contracted(Units(hundredths: contracted)))
                }
            }
            if units.count > 1 {
                add(
                    line.value, "units-on-two-kinds",
                    "The line carries \(units.count) kinds of units; the first was kept.", .noted)
            }
            guard value != 0 || !units.isEmpty else { return nil }
            return ContractTerms.Line(service: line.service, value: Money(pence: value), units: units.first)
        }
    }

    private mutating func month(within months: ClosedRange<Month>) -> Month? {
        guard let month = Month(text("YEAR_MONTH")) else {
            refuse("YEAR_MONTH", "unreadable-month", "is not a month like 202506")
            return nil
        }
        guard months.contains(month) else {
            refuse(
                "YEAR_MONTH", "month-out-of-range",
                "is not between \(months.lowerBound.inWords) and \(months.upperBound.inWords)")
            return nil
        }
        return month
    }

    private mutating func day(_ column: String) -> Day? {
        let text = text(column)
        if text.isEmpty { return nil }
        guard let day = DayFormat.dayFirst.day(text) else {
            refuse(column, "unreadable-date", "is not a day like 31/03/2025")
            return nil
        }
        return day
    }

    private mutating func indicator(_ column: String, yes: Set<String>, no: Set<String>) -> Bool? {
        let text = text(column).uppercased()
        if yes.contains(text) { return true }
        if no.contains(text) { return false }
        refuse(column, "unreadable-indicator", "is neither yes nor no")
        return nil
    }

    private mutating func amount(_ column: String) -> Int? {
        if let value = reader.hundredths(at: match.place(of: column)) { return value }
        refuse(column, "unreadable-amount", "is not a plain number with at most two decimals")
        return nil
    }

    private func text(_ column: String) -> String { reader.text(at: match.place(of: column)) }

    private mutating func refuse(_ column: String, _ code: String, _ what: String) {
        let text = text(column)
        add(column, code, "\(text.isEmpty ? "Blank" : TrimmedText.quoted(text)) \(what).", .refused)
    }

    private mutating func add(_ column: String, _ code: String, _ explanation: String, _ effect: Problem.Effect) {
        problems.append(Problem(row: reader.row, column: column, code: code, explanation, effect: effect))
    }
}
