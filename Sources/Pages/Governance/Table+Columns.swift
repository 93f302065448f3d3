import Tabular
import Vocabulary

extension Table {
    /// The columns of these keys only, in this order; keys that the table lacks are passed over.
    func showing(_ keys: [String]) -> Table {
        let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
        var table = self
        table.columns = places.map { columns[$0] }
        table.rows = rows.map { row in places.map { row[$0] } }
        return table
    }

    /// The cells of a column made anew from their row's place and themselves.
    func changing(_ key: String, _ change: (Int, Cell) -> Cell) -> Table {
        guard let column = columns.firstIndex(where: { $0.key == key }) else { return self }
        var table = self
        for place in rows.indices { table.rows[place][column] = change(place, rows[place][column]) }
        return table
    }

    /// The short names of a column as what they are called.
    func calling(_ key: String, _ name: (Slug) -> String) -> Table {
        changing(key) { _, cell in
            guard case .text(let words) = cell, let slug = Slug(words) else { return cell }
            return .text(name(slug))
        }
    }
}
