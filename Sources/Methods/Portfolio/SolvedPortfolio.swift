/// The answer of a solver: what is chosen, what it is worth, and how far that is proved.
public struct SolvedPortfolio: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// No choice is better by more than the gap asked for.
        case optimal
        /// A choice that keeps every row; the limit was reached before it was proved.
        case feasible
        /// Proved: no choice keeps every row.
        case infeasible
        /// The limit was reached before any choice was found.
        case unknown
    }

    /// One for each item; keeps every row exactly. Nil where no choice was found.
    public var chosen: [Bool]?
    public var value: Double?
    /// No choice is worth more; nil where nothing is proved.
    public var bound: Double?
    public var isProved: Bool
    public var status: Status
    /// The distance between value and bound, as a share of the value; nil where either is missing.
    public var gap: Double?

    /// What is known of a choice: proved where it is within `relativeGap` of the bound.
    public init(chosen: [Bool], value: Double, bound: Double?, relativeGap: Double) {
        self.chosen = chosen
        self.value = value
        self.bound = bound.map { $0 < value ? value : $0 }
        self.gap = self.bound.map { SolvedPortfolio.gap(value: value, bound: $0) }
        self.isProved =
            self.bound.map { SolvedPortfolio.isProved(value: value, bound: $0, relativeGap: relativeGap) } ?? false
        self.status = isProved ? .optimal : .feasible
    }

    private init(_ status: Status, bound: Double?, isProved: Bool) {
        self.status = status
        self.bound = bound
        self.isProved = isProved
    }

    /// Proved that no choice keeps every row.
    public static let infeasible = SolvedPortfolio(.infeasible, bound: nil, isProved: true)

    /// Nothing found; `bound` holds all the same where one is known.
    public static func unknown(bound: Double?) -> SolvedPortfolio {
        SolvedPortfolio(.unknown, bound: bound, isProved: false)
    }

    /// True where the bound is within the gap asked for; a billionth more is a solver's rounding.
    public static func isProved(value: Double, bound: Double, relativeGap: Double) -> Bool {
        gap(value: value, bound: bound) <= relativeGap + 1e-9
    }

    /// (bound − value) ÷ |value|; 0 where both are 0, infinite where only the value is.
    public static func gap(value: Double, bound: Double) -> Double {
        let distance = bound - value
        if distance <= 0 { return 0 }
        return value == 0 ? .infinity : distance / value.magnitude
    }
}
