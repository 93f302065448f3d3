import Methods
import TestSupport

extension PortfolioModel {
    init(_ figures: PortfolioFigures) throws {
        try self.init(
            names: figures.names, values: figures.values,
            rows: figures.rows.map { row in
                Row(name: row.name, terms: row.terms.map(Term.init), lower: row.lower, upper: row.upper)
            },
            forced: figures.forced)
    }
}
