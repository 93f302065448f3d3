public import Vocabulary

/// Which items to take, all or nothing, so that the value is greatest and every row holds.
///
/// Rows are in whole numbers (pence, hundredths of a full-time post, counts), so whether a choice keeps a row
/// is never a matter of rounding. The initialiser checks the model; what is changed afterwards is the caller's.
///
/// - Reference: H. Kellerer, U. Pferschy and D. Pisinger, *Knapsack Problems* (2004), chapter 9.
public struct PortfolioModel: Hashable, Sendable {
    /// One for each item; no two the same.
    public var names: [String]
    /// One for each item, to be maximised; negative where taking the item costs value, as a disinvestment does.
    public var values: [Double]
    public var rows: [Row]
    /// One for each item: true is in, false is out, nil is free.
    public var forced: [Bool?]

    /// A sum over the chosen items that must lie between two whole numbers, both allowed.
    public struct Row: Hashable, Sendable {
        public var name: String
        /// No item twice.
        public var terms: [Term]
        /// Nil where there is no least sum.
        public var lower: Int?
        /// Nil where there is no greatest sum.
        public var upper: Int?

        public init(name: String, terms: [Term], lower: Int? = nil, upper: Int? = nil) {
            self.name = name
            self.terms = terms
            self.lower = lower
            self.upper = upper
        }
    }

    /// What an item adds to a row when it is chosen.
    public struct Term: Hashable, Sendable {
        /// The item's position in `names`.
        public var item: Int
        public var coefficient: Int

        public init(item: Int, coefficient: Int) {
            self.item = item
            self.coefficient = coefficient
        }
    }

    /// The greatest sum that a row may reach: every whole number up to it is a `Double` too.
    static let greatestSum = 1 << 53

    /// - Throws: where lengths differ, two items or two rows have one name, a value is not finite, a row names
    ///   an item that is not there or one twice, its possible sum or a bound passes 2⁵³, or its least sum is
    ///   above its greatest.
    public init(names: [String], values: [Double], rows: [Row], forced: [Bool?]) throws(Refusal) {
        self.names = names
        self.values = values
        self.rows = rows
        self.forced = forced
        guard values.count == names.count, forced.count == names.count else {
            throw Refusal(
                .input, code: "portfolio-lengths",
                "\(names.count) items have \(values.count) values and \(forced.count) marks of in, out or free.")
        }
        try PortfolioModel.checkOnce(names, "items", code: "portfolio-item-twice")
        try PortfolioModel.checkOnce(rows.map(\.name), "rules", code: "portfolio-row-twice")
        for (name, value) in zip(names, values) where !value.isFinite {
            throw Refusal(.input, code: "portfolio-value", "The value of \(name) is \(value), not a number.")
        }
        for row in rows { try check(row) }
    }

    private static func checkOnce(_ names: [String], _ what: String, code: String) throws(Refusal) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            throw Refusal(
                .input, code: code, "Two \(what) have the name '\(name)'.", remedy: "Give each its own name.")
        }
    }

    private func check(_ row: Row) throws(Refusal) {
        var seen: Set<Int> = []
        var reach = 0
        for term in row.terms {
            guard names.indices.contains(term.item) else {
                throw Refusal(
                    .input, code: "portfolio-unknown-item",
                    "The rule '\(row.name)' names item \(term.item + 1) of \(names.count).")
            }
            guard seen.insert(term.item).inserted else {
                throw Refusal(
                    .input, code: "portfolio-term-twice",
                    "The rule '\(row.name)' names \(names[term.item]) twice.")
            }
            let size = term.coefficient.magnitude
            guard size <= PortfolioModel.greatestSum, reach <= PortfolioModel.greatestSum - Int(size) else {
                throw tooLarge(row)
            }
            reach += Int(size)
        }
        for bound in [row.lower, row.upper] {
            if let bound, bound.magnitude > PortfolioModel.greatestSum { throw tooLarge(row) }
        }
        if let lower = row.lower, let upper = row.upper, lower > upper {
            throw Refusal(
                .input, code: "portfolio-bounds-crossed",
                "The rule '\(row.name)' asks for at least \(lower) and at most \(upper).")
        }
    }

    private func tooLarge(_ row: Row) -> Refusal {
        Refusal(
            .input, code: "portfolio-row-too-large",
            "The amounts of the rule '\(row.name)' pass \(PortfolioModel.greatestSum) together.",
            remedy: "Give the amounts in a larger unit, or look for one that is mistyped.")
    }
}

extension PortfolioModel {
    /// The value of the chosen items, added in the items' order.
    ///
    /// - Parameter chosen: one for each item.
    public func value(of chosen: [Bool]) -> Double {
        precondition(chosen.count == values.count, "one mark for each item")
        var sum = 0.0
        for (value, isChosen) in zip(values, chosen) where isChosen { sum += value }
        return sum
    }
}
