public import Vocabulary

/// What a file was read by, besides its bytes and the rules of the day: enough to read it again in the same way.
public struct ReadingConditions: Hashable, Sendable {
    /// The earliest and the latest month that a row might carry; nil for a layout without months.
    public var months: ClosedRange<Month>?
    /// Columns that were dropped at the door, by title.
    public var dropped: [String]

    public init(months: ClosedRange<Month>? = nil, dropped: [String] = []) {
        self.months = months
        self.dropped = dropped
    }

    public var journalled: JSONValue {
        [
            "monthFrom": .optional(months) { .month($0.lowerBound) },
            "monthTo": .optional(months) { .month($0.upperBound) },
            "dropped": .list(dropped.map(JSONValue.text)),
        ]
    }

    /// - Returns: nil where the value is none that `journalled` gives.
    public init?(journalled value: JSONValue) {
        guard case .list(let titles)? = value["dropped"] else { return nil }
        dropped = []
        for case .text(let title) in titles { dropped.append(title) }
        switch (value["monthFrom"], value["monthTo"]) {
        case (.text(let from)?, .text(let to)?):
            guard let from = Month(from), let to = Month(to), from <= to else { return nil }
            months = from...to
        case (.null?, .null?): months = nil
        default: return nil
        }
    }
}
