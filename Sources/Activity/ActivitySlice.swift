public import Vocabulary

/// What one submission says of: a provider's month. A later submission of the same slice takes its place.
public struct ActivitySlice: Sendable, Hashable, Comparable {
    /// As published.
    public let provider: String
    public let year: FinancialYear
    /// 1 for April to 12 for March.
    public let month: Int

    public init(provider: String, year: FinancialYear, month: Int) {
        self.provider = provider
        self.year = year
        self.month = month
    }

    public static func < (left: ActivitySlice, right: ActivitySlice) -> Bool {
        (left.provider, left.year, left.month) < (right.provider, right.year, right.month)
    }
}
