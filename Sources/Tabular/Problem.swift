/// A fault in somebody else's file: data, collected and shown, never thrown.
public struct Problem: Hashable, Sendable {
    /// As a spreadsheet numbers it: the header is row 1. Nil where the whole file is meant.
    public let row: Int?
    /// The header's own words, trimmed; nil where the whole row is meant.
    public let column: String?
    /// Stable, for programs: `nominal-target`.
    public let code: String
    /// One sentence with the value: what is wrong, and what it may be.
    public let explanation: String
    public let effect: Effect

    public enum Effect: String, Sendable, CaseIterable {
        /// The row was not kept.
        case refused
        /// The row was kept, and stays out of totals until a person accepts it.
        case flagged
        /// The row was kept and counts; a person should know.
        case noted
    }

    public init(row: Int?, column: String?, code: String, _ explanation: String, effect: Effect) {
        self.row = row
        self.column = column
        self.code = code
        self.explanation = explanation
        self.effect = effect
    }
}
