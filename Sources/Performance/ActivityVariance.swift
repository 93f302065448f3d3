public import Vocabulary

/// Why the cost is another than planned: three parts that come to the difference, to the penny.
public struct ActivityVariance: Hashable, Sendable {
    /// That a unit cost another amount than planned.
    public var price: Money
    /// That more or less was done, had it been made up as planned.
    public var volume: Money
    /// That it was made up otherwise: dearer or cheaper lines than planned.
    public var mix: Money
    /// What lines come to that were not planned; it is within the three parts.
    public var newLines: Money
    /// What planned lines come to in which nothing came; it is within the three parts.
    public var stoppedLines: Money

    public init(
        price: Money = .zero, volume: Money = .zero, mix: Money = .zero, newLines: Money = .zero,
        stoppedLines: Money = .zero
    ) {
        (self.price, self.volume, self.mix) = (price, volume, mix)
        (self.newLines, self.stoppedLines) = (newLines, stoppedLines)
    }

    public var total: Money { price + volume + mix }

    public static func + (left: Self, right: Self) -> Self {
        Self(
            price: left.price + right.price, volume: left.volume + right.volume, mix: left.mix + right.mix,
            newLines: left.newLines + right.newLines, stoppedLines: left.stoppedLines + right.stoppedLines)
    }

    /// A line with its parts.
    public struct Row: Hashable, Sendable {
        public let line: ActivityLine
        public let figures: PlanAndActual
        public let variance: ActivityVariance
        /// How many of the finest lines it sums, and of them new ones and stopped ones.
        public let lines: Int
        public let new: Int
        public let stopped: Int
    }

    /// The rows summed to a coarser level, in order; the parts come to the same totals.
    public static func summed(_ rows: [Row], by dimensions: Set<ActivityLine.Dimension>) -> [Row] {
        let groups = Dictionary(grouping: rows) { $0.line.summed(by: dimensions) }
        return groups.keys.sorted().map { line in
            let members = groups[line] ?? []
            return Row(
                line: line, figures: members.reduce(.nothing) { $0 + $1.figures },
                variance: members.reduce(ActivityVariance()) { $0 + $1.variance },
                lines: members.reduce(0) { $0 + $1.lines }, new: members.reduce(0) { $0 + $1.new },
                stopped: members.reduce(0) { $0 + $1.stopped })
        }
    }
}
