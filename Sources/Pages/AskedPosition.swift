public import Vocabulary

/// The year and month that a reader asked for: `?year=2024-25&month=2024-12`.
public struct AskedPosition: Hashable, Sendable {
    /// Nil for the year of `month`, or the latest held.
    public var year: FinancialYear?
    /// Nil for the last month held of the year.
    public var month: Month?

    public init(year: FinancialYear? = nil, month: Month? = nil) {
        self.year = year
        self.month = month
    }

    /// What is shown when nothing is asked for.
    public static let latest = AskedPosition()

    /// - Parameter value: gives the value of a name in the request's query; nil or blank where there is none.
    /// - Throws: `Refusal` of kind `usage` where a value cannot be read, or the month is not of the year.
    public init(query value: (String) -> String?) throws(Refusal) {
        let yearText = value("year") ?? ""
        let monthText = value("month") ?? ""
        year = FinancialYear(yearText)
        month = Month(monthText)
        if year == nil, !yearText.isEmpty {
            throw Refusal(
                .usage, code: "unreadable-year", "There is no financial year “\(yearText)”.",
                remedy: "Write it as 2024-25.")
        }
        if month == nil, !monthText.isEmpty {
            throw Refusal(
                .usage, code: "unreadable-month", "There is no month “\(monthText)”.", remedy: "Write it as 2024-12.")
        }
        if let year, let month, month.financialYear != year {
            throw Refusal(
                .usage, code: "month-outside-year", "\(month.inWords) is not in the financial year \(year).")
        }
    }

    /// `?year=2024-25&month=2024-12`; nothing where nothing was asked for.
    var querySuffix: String {
        let text = pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        return text.isEmpty ? "" : "?" + text
    }

    var pairs: [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        if let year { pairs.append(("year", year.slug)) }
        if let month { pairs.append(("month", month.description)) }
        return pairs
    }
}
