/// A small portfolio as plain figures, for the tests of every module that has a type for it.
public struct PortfolioFigures: Sendable {
    public typealias Term = (item: Int, coefficient: Int)

    public struct Row: Sendable {
        public let name: String
        public let terms: [Term]
        public let lower: Int?
        public let upper: Int?

        init(_ name: String, _ terms: [Term], lower: Int? = nil, upper: Int? = nil) {
            self.name = name
            self.terms = terms
            self.lower = lower
            self.upper = upper
        }
    }

    public let values: [Double]
    public let rows: [Row]
    /// For each item: in, out, or free.
    public let forced: [Bool?]

    public var names: [String] { values.indices.map { "item \($0 + 1)" } }

    /// A coefficient for each item.
    public static func terms(_ coefficients: [Int]) -> [Term] {
        coefficients.enumerated().map { (item: $0, coefficient: $1) }
    }

    /// Items under one budget.
    public static func budget(_ values: [Double], _ costs: [Int], _ limit: Int) -> PortfolioFigures {
        PortfolioFigures(
            values: values, rows: [Row("budget", terms(costs), upper: limit)], forced: values.map { _ in nil })
    }

    /// A budget in pence, a minimum, a pair that excludes itself, a prerequisite and forced items; it may have no
    /// answer.
    public static func random(_ seed: UInt64, items: Int) -> PortfolioFigures {
        var numbers = SeededNumbers(seed: seed)
        let values = (0..<items).map { _ in Double(Int.random(in: -20...100, using: &numbers)) / 4 }
        let costs = (0..<items).map { _ in Int.random(in: -2_000_000...9_999_999, using: &numbers) }
        let posts = (0..<items).map { _ in Int.random(in: 0...300, using: &numbers) }
        return PortfolioFigures(
            values: values,
            rows: [
                Row("budget", terms(costs), upper: costs.reduce(0, +) / 3),
                Row("posts", terms(posts), lower: 100, upper: posts.reduce(0, +) / 2),
                Row("one of two", [(0, 1), (1, 1)], upper: 1),
                Row("needs", [(2, 1), (3, -1)], upper: 0),
            ],
            forced: values.indices.map { $0 == items - 1 ? true : $0 == items - 2 ? false : nil })
    }
}
