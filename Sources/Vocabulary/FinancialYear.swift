/// The NHS's year: 1 April to 31 March, named by the calendar year in which it starts.
public struct FinancialYear: Hashable, Comparable, Sendable {
    public let start: Int

    public init(startingIn year: Int) {
        self.start = year
    }

    /// - Parameter text: `2024/25`, `2024-25`, `2024-2025` or `2024`; the second half must follow the first.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "-" })
        guard parts.count <= 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            parts[0].count == 4, let start = Int(parts[0]), (1900...9000).contains(start)
        else { return nil }
        if parts.count == 2 {
            guard let end = Int(parts[1]) else { return nil }
            let isShort = parts[1].count == 2 && end == (start + 1) % 100
            let isLong = parts[1].count == 4 && end == start + 1
            guard isShort || isLong else { return nil }
        }
        self.start = start
    }

    public static func < (left: FinancialYear, right: FinancialYear) -> Bool { left.start < right.start }

    public var firstDay: Day { Day(firstOf: 4, year: start) }
    public var lastDay: Day { next.firstDay.adding(days: -1) }
    public var previous: FinancialYear { FinancialYear(startingIn: start - 1) }
    public var next: FinancialYear { FinancialYear(startingIn: start + 1) }

    /// April to March, twelve of them.
    public var months: [Month] { (1...12).map { month($0) } }

    /// - Parameter number: 1 for April to 12 for March.
    public func month(_ number: Int) -> Month { Month(index: start * 12 + 3 + number - 1) }

    /// `2024/25`.
    public var description: String {
        let end = (start + 1) % 100
        return "\(start)/\(end < 10 ? "0" : "")\(end)"
    }

    /// For addresses and file names: `2024-25`.
    public var slug: String { description.replacing("/", with: "-") }
}

extension FinancialYear: CustomStringConvertible {}

extension Day {
    public var financialYear: FinancialYear { month.financialYear }
}
