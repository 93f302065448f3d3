public import Tabular
public import Vocabulary

/// Travel times or distances from small areas to sites, as the user has them from a routing program.
///
/// Columns: `area`, `site`, and `minutes` or `km`. A pair that is not in the file cannot be travelled.
public enum TravelTableFile {
    public static let layout = Layout(
        name: "a table of travel", required: ["area", "site"], alternatives: [["minutes"], ["km"]])

    /// - Returns: the rows, and the unit in which they are; rows refused with `blank`, `unreadable-figure`, `bad-cost`,
    ///   `pair-twice`.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `truncated`.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> (rows: Reading<TravelCost>, unit: String) {
        var seen: [String: Int] = [:]
        var unit = ""
        let rows = try RowReader.reading(
            bytes, named: name, as: layout, dropping: dropping, exempt: ["site"],
            columns: { match in
                let found = match.alternative?.first ?? ""
                unit = found
                return (area: match.place(of: "area"), site: match.place(of: "site"), cost: match[found], unit: found)
            }
        ) { reader, columns throws(RowFault) in
            let area = try reader.required(at: columns.area, "area")
            let site = try reader.required(at: columns.site, "site")
            guard let cost = try reader.figure(at: columns.cost, columns.unit, blank: .absent).number else {
                throw RowFault(column: columns.unit, code: "blank", "\(columns.unit) is blank.")
            }
            guard cost >= 0 else {
                throw RowFault(column: columns.unit, code: "bad-cost", "A way of \(shown(cost)) means nothing.")
            }
            let key = "\(area)\u{0}\(site)"
            if let first = seen[key] {
                throw RowFault(
                    column: nil, code: "pair-twice", "\(area) to \(site) stands in row \(first) already.")
            }
            seen[key] = reader.row
            return TravelCost(area: area, site: site, cost: cost)
        }
        return (rows, unit)
    }
}
