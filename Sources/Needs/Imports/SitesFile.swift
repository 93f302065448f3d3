public import Methods
public import Tabular
public import Vocabulary

/// A local list of places where care is given.
///
/// Columns: `site`, `name` and `supply`, with either `lsoa` (the small area in which it lies) or `latitude` and
/// `longitude`; and, if wanted, `reach`, how far people go for that site.
public enum SitesFile {
    private static let byArea = ["lsoa"]
    private static let byPlace = ["latitude", "longitude"]

    public static let layout = Layout(
        name: "a list of sites", required: ["site", "name", "supply"], alternatives: [byArea, byPlace],
        optional: ["reach"])

    /// One row: a site that has its place, or the small area in which it lies.
    public struct Entry: Hashable, Sendable {
        public let site: AccessSite
        /// As the file has it; nil where it gives coordinates.
        public let area: String?
    }

    /// - Parameter extent: where places of England lie, latitude first.
    /// - Returns: rows refused with `blank`, `unreadable-figure`, `negative-supply`, `bad-reach`, `coordinates-swapped`,
    ///   `coordinates-outside`, `duplicate-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(
        _ sheet: Sheet, extent: MapExtent, dropping: [String] = []
    ) throws(Refusal) -> Reading<Entry> {
        var seen: [String: Int] = [:]
        let hasPlaces = sheet.header.contains { TrimmedText.headerKey($0) == TrimmedText.headerKey(byPlace[0]) }
        return try sheet.reading(as: layout, dropping: dropping, exempt: ["site"]) { row throws(RowFault) in
            let code = try row.required("site")
            if let first = seen[code] {
                throw RowFault(
                    column: "site", code: "duplicate-row",
                    "\(TrimmedText.quoted(code)) stands in row \(first) already.")
            }
            _ = try row.required("supply")
            let supply = try number(row, "supply") ?? 0
            guard supply >= 0 else {
                throw RowFault(column: "supply", code: "negative-supply", "A site cannot supply \(shown(supply)).")
            }
            let reach = try number(row, "reach")
            if let reach, reach <= 0 {
                throw RowFault(column: "reach", code: "bad-reach", "A reach of \(shown(reach)) reaches nothing.")
            }
            let place = hasPlaces ? try place(row, called: code, within: extent) : nil
            let area = hasPlaces ? nil : try row.required("lsoa")
            seen[code] = row.number
            return Entry(
                site: AccessSite(
                    code: code, name: row["name"] ?? "", place: place, supply: supply, reach: reach), area: area)
        }
    }

    private static func place(
        _ row: SheetRow, called name: String, within extent: MapExtent
    ) throws(RowFault) -> MapPoint {
        for column in byPlace { _ = try row.required(column) }
        let point = MapPoint(try number(row, "latitude") ?? 0, try number(row, "longitude") ?? 0)
        do throws(Refusal) { try extent.check([point], names: [name]) } catch {
            throw RowFault(column: "latitude", code: error.code, error.sentence)
        }
        return point
    }

    private static func number(_ row: SheetRow, _ column: String) throws(RowFault) -> Double? {
        guard let text = row[column] else { return nil }
        guard let number = PublishedNumber.read(text) else {
            throw RowFault(
                column: column, code: "unreadable-figure", "\(TrimmedText.quoted(text)) is not a number.")
        }
        return number
    }
}
