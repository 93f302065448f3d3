public import Vocabulary

/// Where providers stand against their plan in a year, up to the last month that each has billed.
public struct ActivityPosition: Hashable, Sendable {
    public let year: FinancialYear
    /// In order of their codes.
    public let providers: [Provider]
    /// The finest lines that can be compared, in order; only months that count.
    public let rows: [Row]

    /// A provider and the months of it that count.
    public struct Provider: Hashable, Sendable {
        public let code: String
        /// In order: those that were submitted, up to the last in which something came.
        public let months: [Int]
        /// Months before the last for which nothing was submitted; their plan does not count either.
        public let missing: [Int]
        public let plan: PlanOrigin
        /// The plan of all twelve months; nil where not every month has one.
        public let yearPlan: Money?

        /// 1 for April to 12 for March; nil where nothing came.
        public var through: Int? { months.last }
    }

    /// Where a provider's plan comes from.
    public enum PlanOrigin: String, Hashable, Sendable, CaseIterable {
        case monitoring
        case file
        case none

        public var inWords: String {
            switch self {
            case .monitoring: "monitoring"
            case .file: "plan given"
            case .none: "no plan"
            }
        }
    }

    /// A line and its sums.
    public struct Row: Hashable, Sendable {
        public let line: ActivityLine
        public let figures: PlanAndActual

        public init(line: ActivityLine, figures: PlanAndActual) {
            self.line = line
            self.figures = figures
        }
    }

    public var total: PlanAndActual { rows.reduce(.nothing) { $0 + $1.figures } }

    /// The rows summed to a coarser level, in order; they come to the same total.
    public func summed(by dimensions: Set<ActivityLine.Dimension>) -> [Row] {
        var sums: [ActivityLine: PlanAndActual] = [:]
        for row in rows { sums[row.line.summed(by: dimensions), default: .nothing] += row.figures }
        return sums.keys.sorted().map { Row(line: $0, figures: sums[$0] ?? .nothing) }
    }
}
