public import Tabular

/// A fault in a row of contract monitoring, as small as it can be held: files of millions of rows have many.
public struct ActivityProblem: Sendable, Hashable {
    /// Within its piece, from 1; the reader of the whole file adds where the piece begins.
    public var row: Int
    /// The place of the column; nil where the row as a whole is meant.
    public let place: Int?
    public let code: Code
    /// The value, quoted and cut; "" where there is none.
    public let value: String
    public let effect: Problem.Effect

    public enum Code: String, Sendable, CaseIterable {
        case raggedRow = "ragged-row"
        case blank
        case unreadableAmount = "unreadable-amount"
        case fractionOfPenny = "fraction-of-a-penny"
        case unreadableCount = "unreadable-count"
        case unreadablePrice = "unreadable-price"
        case unreadableYear = "unreadable-year"
        case unreadableMonth = "unreadable-month"
        case unreadableDay = "unreadable-day"
        case ambiguousDay = "ambiguous-day"
        case dayInOtherOrder = "day-in-other-order"
        case undefinedByte = "undefined-byte"
    }

    /// - Parameter title: of the column.
    public func explanation(title: String) -> String {
        switch code {
        case .raggedRow: "The row has \(value) cells."
        case .blank: "\(title) is blank."
        case .unreadableAmount: "\(value) is not an amount of money."
        case .fractionOfPenny: "\(value) has a part of a penny, and money is whole pence."
        case .unreadableCount: "\(value) is not a number with at most four decimals."
        case .unreadablePrice: "\(value) is not a number with at most six decimals."
        case .unreadableYear: "\(value) is not a financial year such as 202526 or 2025/26."
        case .unreadableMonth: "\(value) is not a month of the financial year, 1 to 12."
        case .unreadableDay: "\(value) is not a day."
        case .ambiguousDay:
            "\(value) is two days, as the day or the month comes first; say which with --dates or in a mapping."
        case .dayInOtherOrder: "\(value) is a day only in the other order than the one said of the file."
        case .undefinedByte: "The value holds a byte that means nothing in Windows-1252; it is shown as \u{FFFD}."
        }
    }

    /// The problem as others are shown.
    public func problem(titles: [String], rowOffset: Int) -> Problem {
        let title = place.map { titles[$0] }
        return Problem(
            row: row + rowOffset, column: title, code: code.rawValue, explanation(title: title ?? ""), effect: effect)
    }
}
