public import Vocabulary

/// How a file writes a day; it is declared, never guessed, since 03/04/2024 is two days.
public enum DayFormat: String, Sendable, CaseIterable {
    case dayFirst = "dd/mm/yyyy"
    case yearFirst = "yyyy-mm-dd"
    case monthFirst = "mm/dd/yyyy"
    case monthName = "dd-mmm-yyyy"

    /// - Parameter text: parts divided by `/`, `-`, `.` or a blank; the year has four digits.
    /// - Returns: nil where the text is not of this form, or there is no such day.
    public func day(_ text: some StringProtocol) -> Day? {
        let parts = text.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." || $0 == " " })
        guard parts.count == 3 else { return nil }
        let (year, month, day) =
            switch self {
            case .dayFirst, .monthName: (parts[2], parts[1], parts[0])
            case .yearFirst: (parts[0], parts[1], parts[2])
            case .monthFirst: (parts[2], parts[0], parts[1])
            }
        guard year.utf8.count == 4, let yearNumber = DayFormat.number(year), let dayNumber = DayFormat.number(day),
            let monthNumber = self == .monthName ? DayFormat.month(month) : DayFormat.number(month)
        else { return nil }
        return Day(year: yearNumber, month: monthNumber, day: dayNumber)
    }

    /// A month as people write it: `202312`, `2023-12`, `12/2023`, `Dec-23`, `December 2023`, or a day of it.
    public func month(_ text: some StringProtocol) -> Month? {
        if let month = Month(text) { return month }
        if let day = day(text) { return day.month }
        let parts = String(text).split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == " " })
        guard parts.count == 2, let year = DayFormat.number(parts[1]) else { return nil }
        if parts[1].utf8.count == 4, let number = DayFormat.number(parts[0]) {
            return Month(year: year, month: number)
        }
        guard parts[1].utf8.count == 4 || parts[1].utf8.count == 2, let number = DayFormat.month(parts[0])
        else { return nil }
        return Month(year: parts[1].utf8.count == 2 ? 2000 + year : year, month: number)
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    /// By its name in English, whole or its first three letters (also `Sept`).
    private static func month(_ text: some StringProtocol) -> Int? {
        let name = text.uppercased()
        return Month.names.firstIndex { whole in
            let known = whole.uppercased()
            return name == known || name == known.prefix(3) || (name == "SEPT" && known == "SEPTEMBER")
        }.map { $0 + 1 }
    }
}
