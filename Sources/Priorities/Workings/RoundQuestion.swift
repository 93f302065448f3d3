public import Methods
public import Vocabulary

/// One portfolio problem of a round, as what it changes in the round's own: small enough to be sent by the
/// thousand.
public struct RoundQuestion: Hashable, Sendable {
    public var subject: Subject
    /// Other values for all options; nil: the round's benefits.
    public var values: [Double]?
    /// Rows with another bound.
    public var bounds: [Bound]
    /// Other marks of in, out or free for all options; nil: as the rules say.
    public var forced: [Bool?]?
    /// To which the answer is to be proved.
    public var relativeGap: Double

    /// What is asked.
    public enum Subject: Hashable, Sendable {
        case recommended
        /// The best set for an amount of recurrent money.
        case frontier(Money)
        case withoutRule(Slug)
        case withoutLocks
        case moreMoney
        /// The best set that has the option.
        case with(Slug)
        /// The exclusion at this place turned the other way.
        case otherwise(Int)
        /// The best set of a draw of weights and scores.
        case draw(Int)
    }

    /// A row's greatest sum in place of its own, and no least one; nil: none at all.
    public struct Bound: Hashable, Sendable {
        public var row: Int
        public var upper: Int?

        public init(row: Int, upper: Int?) {
            self.row = row
            self.upper = upper
        }
    }

    public init(
        _ subject: Subject, values: [Double]? = nil, bounds: [Bound] = [], forced: [Bool?]? = nil,
        relativeGap: Double = 0
    ) {
        self.subject = subject
        self.values = values
        self.bounds = bounds
        self.forced = forced
        self.relativeGap = relativeGap
    }

    /// The whole problem.
    public func applied(to base: PortfolioModel) -> PortfolioModel {
        var model = base
        if let values { model.values = values }
        if let forced { model.forced = forced }
        for bound in bounds {
            model.rows[bound.row].upper = bound.upper
            model.rows[bound.row].lower = nil
        }
        return model
    }
}
