public import Vocabulary

/// A day that comes back every year, such as 31 March; 29 February is none.
public struct DayInYear: Hashable, Sendable, CustomStringConvertible {
    /// 1 to 12, January first.
    public let month: Int
    public let day: Int

    /// - Returns: nil for a day that does not come every year.
    public init?(month: Int, day: Int) {
        // 2001 stands for the years without 29 February.
        guard Day(year: 2001, month: month, day: day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// - Parameter text: `03-31`.
    public init?(_ text: some StringProtocol) {
        guard let day = Day("2001-\(text)") else { return nil }
        self.init(month: day.parts.month, day: day.parts.day)
    }

    /// The day as it falls in a financial year: 31 March of 2024/25 is in 2025.
    public func day(in year: FinancialYear) -> Day {
        let startsBeforeApril = month < year.firstDay.parts.month
        return Day(year: year.start + (startsBeforeApril ? 1 : 0), month: month, day: day)!
    }

    /// `03-31`.
    public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    /// For reading: `31 March`.
    public var inWords: String { "\(day) \(Month.names[month - 1])" }
}
