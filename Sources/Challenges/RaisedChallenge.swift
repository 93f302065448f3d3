public import Vocabulary

/// One row that one rule found fault with.
public struct RaisedChallenge: Sendable, Hashable {
    /// `CC05`.
    public let rule: String
    /// The file in which the row stands, by its digest.
    public let source: EvidenceID
    /// The row in the file as it was sent; the header is row 1.
    public let row: Int
    /// Another row of the same file that the fault rests on; nil where there is none.
    public let relatedRow: Int?
    public let provider: String
    public let year: FinancialYear
    /// 1 for April to 12 for March.
    public let month: Int
    /// What the fault comes to, whatever the line's payment element.
    public let amount: Money
    /// What of it is cash: nil pounds where the line's payment element has none, and the fault is one of data only.
    public let atRisk: Money
    /// What of it counts: each row's money once, under the first of the rules that found fault with it.
    public let counted: Money
    public let isDataOnly: Bool
    /// What the rule found in its place, in words: `Responsible: QHM (G-PRACTICE)`; nil where it says no more than its title.
    public let detail: String?
    /// What was billed, as the provider's own system knows it, and its point of delivery: `XA1-77 EL`. The same in a later file
    /// that states the month again; nil where the row bears no identifier, and of rules that judge sums.
    public let record: String?

    public init(
        rule: String, source: EvidenceID, row: Int, relatedRow: Int?, provider: String, year: FinancialYear, month: Int,
        amount: Money, atRisk: Money, counted: Money, isDataOnly: Bool, detail: String? = nil,
        record: String? = nil
    ) {
        (self.rule, self.source, self.row, self.relatedRow) = (rule, source, row, relatedRow)
        (self.provider, self.year, self.month) = (provider, year, month)
        (self.amount, self.atRisk, self.counted, self.isDataOnly) = (amount, atRisk, counted, isDataOnly)
        (self.detail, self.record) = (detail, record)
    }
}
