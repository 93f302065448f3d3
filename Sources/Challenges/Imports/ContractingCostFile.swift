public import Tabular
public import Vocabulary

/// Hours and fees of finding and following challenges, as CSV or a workbook: `Day`, `Provider`, `Rule`, `Bundle` (each of
/// these three may be blank), `Hours`, `Pounds an hour`, `Fee`, `What`.
///
/// A row has hours with what one costs, or a fee.
public struct ContractingCostFile: Sendable {
    /// In the file's order.
    public private(set) var costs: [ContractingCost] = []
    public private(set) var problems: [Problem] = []
    public private(set) var rowsRead = 0
    public var rowsRefused: Int { rowsRead - costs.count }

    private enum Title {
        static let (day, provider, rule, bundle) = ("Day", "Provider", "Rule", "Bundle")
        static let (hours, rate, fee, what) = ("Hours", "Pounds an hour", "Fee", "What")
        static let all = [day, provider, rule, bundle, hours, rate, fee, what]
    }

    /// - Throws: `Refusal` of kind `input`, `no-costs`, where the columns are not there.
    public init(_ form: ReturnedForm) throws(Refusal) {
        var faults: [Problem] = []
        guard let sheet = form.sheets.first,
            let rows = FormRows(sheet, isText: form.isText, columns: Title.all, problems: &faults)
        else {
            throw Refusal(
                .input, code: "no-costs",
                "\(form.name) is no list of costs.\(faults.first.map { " \($0.explanation)" } ?? "")",
                remedy: "Give the columns \(Title.all.joined(separator: ", ")).")
        }
        for row in rows.rows {
            rowsRead += 1
            do throws(RowFault) {
                costs.append(try ContractingCostFile.cost(row, rows))
            } catch {
                problems.append(
                    Problem(
                        row: row.number, column: error.column, code: error.code, error.explanation, effect: .refused))
            }
        }
    }

    private static func cost(_ row: Sheet.Row, _ rows: FormRows) throws(RowFault) -> ContractingCost {
        func optional(_ column: String) -> String? {
            let text = rows.text(row, column)
            return text.isEmpty ? nil : text
        }
        let dayText = try rows.required(row, Title.day)
        guard let day = Day(dayText) else {
            throw rows.fault(
                row, Title.day, "unreadable-day", "\(TrimmedText.quoted(dayText)) is no day such as 2025-11-03.")
        }
        var bundle: Slug?
        if let named = optional(Title.bundle) {
            guard let slug = Slug(named) else {
                throw rows.fault(
                    row, Title.bundle, "unreadable-name", "\(TrimmedText.quoted(named)) is no name of a bundle.")
            }
            bundle = slug
        }
        let (hours, fee) = (try rows.money(row, Title.hours), try rows.money(row, Title.fee))
        let rate = try rows.money(row, Title.rate)
        let what = try rows.required(row, Title.what)
        guard (hours == nil) != (fee == nil), (hours == nil) == (rate == nil) else {
            throw rows.fault(
                row, Title.hours, "hours-or-fee", "a row has hours with pounds an hour, or a fee, and not both.")
        }
        for (title, amount) in [(Title.hours, hours), (Title.rate, rate), (Title.fee, fee)] {
            guard amount.map({ $0.pence >= 0 && $0.pence <= 1 << 40 }) ?? true else {
                throw rows.fault(row, title, "amount-out-of-range", "\(rows.text(row, title)) is no such amount.")
            }
        }
        let (provider, rule) = (optional(Title.provider), optional(Title.rule))
        guard let hours, let rate else {
            return ContractingCost(
                on: day, provider: provider, rule: rule, bundle: bundle, amount: fee ?? .zero, what: what)
        }
        // Hours are hundredths here, as money is pence: a hundredth of an hour is 36 seconds.
        return ContractingCost(
            on: day, provider: provider, rule: rule, bundle: bundle,
            minutes: Money(pence: hours.pence).scaled(by: 60, over: 100).pence,
            amount: rate.scaled(by: hours.pence, over: 100), what: what)
    }
}
