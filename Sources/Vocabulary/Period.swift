/// Days from a first, up to and without an end; half-open, so that periods meet without overlap.
public struct Period: Hashable, Sendable {
    public let start: Day
    /// The first day that is no longer in the period; nil while it is open.
    public let end: Day?

    /// - Returns: nil when the end is not after the start.
    public init?(from start: Day, to end: Day?) {
        if let end, end <= start { return nil }
        self.start = start
        self.end = end
    }

    public func contains(_ day: Day) -> Bool {
        day >= start && (end.map { day < $0 } ?? true)
    }

    public func overlaps(_ other: Period) -> Bool {
        (other.end.map { start < $0 } ?? true) && (end.map { other.start < $0 } ?? true)
    }
}
