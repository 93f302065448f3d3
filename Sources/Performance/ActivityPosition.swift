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

    /// Points of delivery that a provider billed and its plan has nothing of, where it has something of others: then the
    /// provider's total is not one like for like.
    public struct Unplanned: Hashable, Sendable {
        public let provider: String
        /// In order; empty for activity of which no point of delivery was stated.
        public let points: [String]
        public let cost: Money
        /// Of the provider in all.
        public let whole: Money

        public var sentence: String {
            let named = points.map { $0.isEmpty ? "no point of delivery" : $0 }.joined(separator: ", ")
            return "\(provider): of \(whole) that came, \(cost) is in \(named), of which the plan has nothing; "
                + "the total is not like for like."
        }
    }

    /// In order of the providers.
    public var unplanned: [Unplanned] {
        let points = summed(by: [.pointOfDelivery])
        return providers.compactMap { provider in
            let own = points.filter { $0.line.provider == provider.code }
            // A plan for the whole provider has no points of delivery.
            guard own.contains(where: \.figures.isPlanned), own.allSatisfy({ $0.line.pointOfDelivery != nil }) else {
                return nil
            }
            let without = own.filter { !$0.figures.isPlanned && $0.figures.hasCome }
            guard !without.isEmpty else { return nil }
            return Unplanned(
                provider: provider.code, points: without.compactMap(\.line.pointOfDelivery),
                cost: without.map(\.figures.cost).total(), whole: own.map(\.figures.cost).total())
        }
    }
}
