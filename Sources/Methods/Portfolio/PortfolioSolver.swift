/// Something that finds the best portfolio and proves it.
public protocol PortfolioSolver: Sendable {
    /// As it is named on a decision record.
    var name: String { get }
    var version: String { get }

    /// The best choice found within the limits.
    ///
    /// The answer depends on the arguments only, unless the time limit stops the work.
    ///
    /// - Parameter start: a choice to begin from; one that breaks a row is passed over.
    /// - Throws: where the solver is not there or failed.
    func solve(
        _ model: PortfolioModel, limits: SolveLimits, from start: [Bool]?
    ) throws -> SolvedPortfolio
}

/// How near and how long.
public struct SolveLimits: Hashable, Sendable {
    /// The distance between value and bound, as a share of the value, at which an answer counts as proved.
    public var relativeGap: Double
    /// For one answer.
    public var seconds: Double

    public init(relativeGap: Double, seconds: Double) {
        self.relativeGap = relativeGap
        self.seconds = seconds
    }
}
