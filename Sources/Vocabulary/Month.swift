/// A calendar month.
public struct Month: Hashable, Comparable, Sendable {
    /// Months since January of the year 0: `year × 12 + (month − 1)`.
    public let index: Int

    public init(index: Int) {
        self.index = index
    }

    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        self.index = year * 12 + month - 1
    }

    /// - Parameter text: `2023-12`, or the publishers' `202312`.
    public init?(_ text: some StringProtocol) {
        let digits = Array(text.utf8).filter { $0 != 45 }
        guard digits.count == 6, digits.allSatisfy({ (48...57).contains($0) }),
            text.utf8.count == 6 || (text.utf8.count == 7 && Array(text.utf8)[4] == 45)
        else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        self.init(year: value / 100, month: value % 100)
    }

    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }

    public func adding(months: Int) -> Month { Month(index: index + months) }

    public var year: Int { index >= 0 ? index / 12 : (index - 11) / 12 }

    /// 1 to 12, January first.
    public var number: Int { index - year * 12 + 1 }

    public var firstDay: Day { Day(firstOf: number, year: year) }

    public var lastDay: Day { adding(months: 1).firstDay.adding(days: -1) }

    public var financialYear: FinancialYear { FinancialYear(startingIn: number >= 4 ? year : year - 1) }

    /// 1 for April to 12 for March.
    public var numberInFinancialYear: Int { (number + 8) % 12 + 1 }

    /// ISO 8601: `2023-12`.
    public var description: String { "\(Day.fourDigits(year))-\(number < 10 ? "0" : "")\(number)" }

    /// For reading: `December 2023`.
    public var inWords: String { "\(Month.names[number - 1]) \(year)" }

    public static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

extension Month: CustomStringConvertible {}
