/// Ages from a first, in whole years, to a last: a band, a single year, or everybody.
public struct AgeSpan: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let first: Int
    /// Nil where the band is open: 95 and over.
    public let last: Int?

    public static let all = AgeSpan(first: 0, last: nil)

    private init(first: Int, last: Int?) {
        self.first = first
        self.last = last
    }

    /// As publishers write it: `0_4`, `0-4`, `95+`, `7`, `ALL`.
    ///
    /// - Returns: nil for anything else, and where the last age lies before the first.
    public init?(published text: some StringProtocol) {
        if text == "ALL" || text == "All" {
            self = .all
            return
        }
        if text.hasSuffix("+") {
            guard let first = AgeSpan.age(text.dropLast()) else { return nil }
            self.init(first: first, last: nil)
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "_" || $0 == "-" }
        guard (1...2).contains(parts.count), let first = AgeSpan.age(parts[0]),
            let last = AgeSpan.age(parts[parts.count - 1]), last >= first
        else { return nil }
        self.init(first: first, last: last)
    }

    public var isAll: Bool { self == .all }

    /// True where every age of the other lies in this one.
    public func contains(_ other: AgeSpan) -> Bool {
        other.first >= first && (last.map { own in other.last.map { $0 <= own } ?? false } ?? true)
    }

    public func overlaps(_ other: AgeSpan) -> Bool {
        (other.last.map { first <= $0 } ?? true) && (last.map { other.first <= $0 } ?? true)
    }

    /// `0-4`, `95+`, `7`; everybody is `0+`.
    public var description: String {
        guard let last else { return "\(first)+" }
        return last == first ? "\(first)" : "\(first)-\(last)"
    }

    /// By the first age, then the narrower.
    public static func < (left: AgeSpan, right: AgeSpan) -> Bool {
        (left.first, left.last ?? .max) < (right.first, right.last ?? .max)
    }

    private static func age(_ text: some StringProtocol) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}
