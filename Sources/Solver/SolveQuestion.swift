package import Methods
package import Vocabulary

/// A portfolio to be found: a model that many questions share, and what is different in this one.
package struct SolveQuestion: Hashable, Sendable {
    /// Other bounds for one of the base's rows; both are replaced.
    package struct RowBounds: Hashable, Sendable, Codable {
        /// The row's position in the base.
        package var row: Int
        package var lower: Int?
        package var upper: Int?

        package init(row: Int, lower: Int? = nil, upper: Int? = nil) {
            self.row = row
            self.lower = lower
            self.upper = upper
        }
    }

    package var base: PortfolioModel
    /// Nil where the base's hold; otherwise one for each item.
    package var values: [Double]?
    package var bounds: [RowBounds]
    /// Nil where the base's hold; otherwise one for each item.
    package var forced: [Bool?]?
    /// A choice to begin from; one that breaks a row is passed over.
    package var start: [Bool]?

    package init(
        base: PortfolioModel, values: [Double]? = nil, bounds: [RowBounds] = [], forced: [Bool?]? = nil,
        start: [Bool]? = nil
    ) {
        self.base = base
        self.values = values
        self.bounds = bounds
        self.forced = forced
        self.start = start
    }

    /// The base with the changes made.
    ///
    /// - Throws: as the model's own initialiser does, and where a row is not there.
    package func model() throws(Refusal) -> PortfolioModel {
        if values == nil && bounds.isEmpty && forced == nil { return base }
        var rows = base.rows
        for change in bounds {
            guard rows.indices.contains(change.row) else {
                throw Refusal(
                    .input, code: "portfolio-unknown-row",
                    "A question changes rule \(change.row + 1) of \(rows.count).")
            }
            rows[change.row].lower = change.lower
            rows[change.row].upper = change.upper
        }
        return try PortfolioModel(
            names: base.names, values: values ?? base.values, rows: rows, forced: forced ?? base.forced)
    }
}
