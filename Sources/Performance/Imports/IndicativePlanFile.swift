import Tabular
public import Vocabulary

/// An indicative plan as people write it: one row a line and month, or a line and year.
///
/// Columns: `provider`, `pointOfDelivery`, `treatmentFunction`, `tariff` (blank where the plan does not go down to it),
/// `financialYear` (`2025/26`), `financialMonth` (1 for April to 12; blank for the year), `activity`, `pricePence`.
public enum IndicativePlanFile {
    public static let columns = [
        "provider", "pointOfDelivery", "treatmentFunction", "tariff", "financialYear", "financialMonth", "activity",
        "pricePence",
    ]

    /// A plan with a row left out is another plan, so a file with a fault is refused whole, with all its faults.
    ///
    /// - Throws: `Refusal` of kind `input`: `bad-definitions` with every fault, `plan-empty`, or what `RowReader` refuses.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> IndicativePlan {
        let entries = try Definitions.read(bytes, named: name, columns: columns) { row -> IndicativePlan.Entry? in
            let provider = row.required("provider")
            let year = FinancialYear(row.text("financialYear"))
            if year == nil { row.fault("financialYear", "is no financial year such as 2025/26") }
            let month = FixedPoint.whole(row.text("financialMonth"))
            let isWholeYear = row.text("financialMonth").isEmpty
            if !isWholeYear, !(month.map { (1...12).contains($0) } ?? false) {
                row.fault("financialMonth", "is no month from 1 for April to 12, nor blank for the year")
            }
            let activity = amount(row.text("activity"))
            if activity == nil { row.fault("activity", "is no number with at most four decimals, 0 or more") }
            let pence = FixedPoint.whole(row.text("pricePence"))
            if pence.map({ $0 < 0 }) ?? true { row.fault("pricePence", "is no whole number of pence, 0 or more") }
            guard let provider, let year, let activity, let pence, pence >= 0,
                isWholeYear || month.map({ (1...12).contains($0) }) == true
            else { return nil }
            func key(_ column: String) -> String? { row.text(column).isEmpty ? nil : row.text(column) }
            return IndicativePlan.Entry(
                line: ActivityLine(
                    provider: provider, pointOfDelivery: key("pointOfDelivery"),
                    treatmentFunction: key("treatmentFunction"), tariff: key("tariff")),
                year: year, month: isWholeYear ? nil : month, activity: activity, cost: Money(pence: pence))
        }
        guard !entries.isEmpty else {
            throw Refusal(.input, code: "plan-empty", "\(name) holds no row.", remedy: "Give at least one.")
        }
        return IndicativePlan(entries: entries)
    }

    private static func amount(_ text: String) -> ActivityAmount? {
        var text = text
        let number = text.withUTF8 { ScaledNumber.read($0, places: 4) }
        guard case .value(let value) = number, value >= 0 else { return nil }
        return ActivityAmount(tenThousandths: value)
    }
}
