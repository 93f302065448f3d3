/// Who performs an act.
public struct Author: Hashable, Sendable, CustomStringConvertible {
    /// What the person is known by here: a sign-in name, or the name given with `--as`.
    public let description: String

    /// White space around the name is dropped, so that one person is one author.
    ///
    /// - Returns: nil when blank, longer than 100 characters, or holding a control character, a line break or
    ///   a mark that turns the direction of writing (it could make one name read as another).
    public init?(_ name: some StringProtocol) {
        var trimmed = name.drop(while: \.isWhitespace)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard !trimmed.isEmpty, trimmed.count <= 100,
            !trimmed.unicodeScalars.contains(where: Author.isForbidden)
        else { return nil }
        self.description = String(trimmed)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }
}

/// An instant in UTC, to the second, as it stands in the journal: `2026-03-09T10:15:00Z`.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let secondsSince1970: Int

    public init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
    }

    /// The day in UTC; that of clocks in London is `inLondon.day`.
    public var day: Day {
        let whole = secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
        return Day(number: whole.remainder < 0 ? whole.quotient - 1 : whole.quotient)
    }

    public var description: String {
        let rest = secondsSince1970 - day.number * 86_400
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day)T\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    public static func < (left: Moment, right: Moment) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}
