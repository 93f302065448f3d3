public import Vocabulary

extension Table {
    /// The same rows with only some of the columns, in the order given; a key that is not there is left out.
    public func selecting(_ keys: [String], key: String? = nil, caption: String? = nil) -> Table {
        let places = keys.compactMap { wanted in columns.firstIndex { $0.key == wanted } }
        return Table(
            key: key ?? self.key, caption: caption ?? self.caption, columns: places.map { columns[$0] },
            rows: rows.map { row in places.map { row[$0] } }, notes: notes)
    }
}

extension Table {
    /// The table with one more column that says the same in every row: what a CSV file, which has no notes, must
    /// carry with it.
    public func adding(_ column: Column, saying cell: Cell) -> Table {
        var table = self
        table.columns.append(column)
        table.rows = rows.map { $0 + [cell] }
        return table
    }

    /// As it goes into a CSV file: each row says to which month the data go.
    public func dated(to month: Month) -> Table {
        columns.contains { $0.key == "dataTo" } ? self : adding(.init("dataTo", "Data to"), saying: .month(month))
    }
}
