extension Table {
    /// The same rows with only some of the columns, in the order given; a key that is not there is left out.
    public func selecting(_ keys: [String], key: String? = nil, caption: String? = nil) -> Table {
        let places = keys.compactMap { wanted in columns.firstIndex { $0.key == wanted } }
        return Table(
            key: key ?? self.key, caption: caption ?? self.caption, columns: places.map { columns[$0] },
            rows: rows.map { row in places.map { row[$0] } }, notes: notes)
    }
}
