public import Tabular
public import Vocabulary

/// Lookups of the Office for National Statistics from small areas to larger ones, under any of their usual headers.
///
/// A column is known by its parts: the area (`LSOA`, `MSOA`, `SICBL`, `ICB`, `LTLA` or `LAD`), the year in two digits,
/// and what it says: `_code` or `CD` (the Office's code), `_code_h`, `_code_nhs` or `CDH` (the NHS's), `_name` or `NM`.
/// `change_code` or `CHNGIND` says how an area of 2011 went into that of 2021.
public enum AreaLookupFile {
    private struct Column: Hashable {
        let area: String
        let year: Int
        let isNHS: Bool
    }

    /// True where the columns name small areas and a larger area, or those of another year.
    public static func recognises(_ header: [String]) -> Bool {
        let columns = Set(header.compactMap { column($0) })
        return columns.contains { $0.area == "LSOA" } && columns.count >= 2
            && header.allSatisfy { column($0) != nil || isName($0) || isChange($0) }
    }

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unknown-change`, `duplicate-row`, `ragged-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> DirectoryReading {
        guard recognises(sheet.header) else {
            throw Refusal(
                .input, code: "not-this-layout",
                "\(sheet.name) is not a lookup of small areas: its columns name no LSOA beside another area.",
                remedy: "Its first row has: \(sheet.header.prefix(12).joined(separator: ", ")).")
        }
        let codes = sheet.header.filter { column($0) != nil }
        let layout = Layout(
            name: "a lookup of small areas", required: codes, optional: sheet.header.filter { column($0) == nil })
        var seen: Set<AreaLookup> = []
        let rows = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let area = try self.area(row, columns: sheet.header)
            guard seen.insert(area).inserted else {
                throw RowFault(column: nil, code: "duplicate-row", "The same areas stand in an earlier row.")
            }
            var value = DirectoryRow()
            value.area = area
            return value
        }
        return DirectoryReading(kind: .areaLookup, statedOn: nil, rows: rows)
    }

    private static func area(_ row: SheetRow, columns: [String]) throws(RowFault) -> AreaLookup {
        var area = AreaLookup()
        var ons: [String: AreaCode] = [:]
        var nhs: [String: OrganisationCode] = [:]
        for title in columns {
            if isChange(title), let text = row[title] {
                guard let change = AreaLookup.Change(rawValue: text) else {
                    throw RowFault(
                        column: title, code: "unknown-change", "\(TrimmedText.quoted(text)) is none of U, S, M and X.")
                }
                area.change = change
            }
            guard let column = column(title) else { continue }
            let text = try row.required(title)
            if column.isNHS {
                nhs[column.area] = try DirectoryFields.code(text, in: title)
                continue
            }
            let code = try DirectoryFields.area(text, in: title)
            switch (column.area, column.year) {
            case ("LSOA", 11): area.lsoa2011 = code
            case ("LSOA", _): area.lsoa2021 = code
            case ("MSOA", _): area.msoa2011 = code
            case ("SICBL", _), ("ICB", _): ons[column.area] = code
            default: area.localAuthority = code
            }
        }
        if let code = nhs["SICBL"], let place = ons["SICBL"] { area.subICB = .init(nhs: code, ons: place) }
        if let code = nhs["ICB"], let place = ons["ICB"] { area.icb = .init(nhs: code, ons: place) }
        return area
    }

    /// The column of a code; nil for a name or anything else.
    private static func column(_ title: String) -> Column? {
        let key = TrimmedText.headerKey(title)
        guard let area = ["LSOA", "MSOA", "SICBL", "ICB", "LTLA", "LAD"].first(where: { key.hasPrefix($0) })
        else { return nil }
        let rest = key.dropFirst(area.count)
        guard rest.count >= 4, let year = Int(rest.prefix(2)) else { return nil }
        switch rest.dropFirst(2) {
        case "_CODE", "CD": return Column(area: area == "LAD" ? "LTLA" : area, year: year, isNHS: false)
        case "_CODE_H", "_CODE_NHS", "CDH": return Column(area: area, year: year, isNHS: true)
        default: return nil
        }
    }

    private static func isName(_ title: String) -> Bool {
        let key = TrimmedText.headerKey(title)
        return key.hasSuffix("_NAME") || key.hasSuffix("NM") || key == "OBJECTID"
    }

    private static func isChange(_ title: String) -> Bool {
        ["CHANGE_CODE", "CHNGIND"].contains(TrimmedText.headerKey(title))
    }
}
