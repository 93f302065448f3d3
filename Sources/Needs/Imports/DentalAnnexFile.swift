public import Tabular
public import Vocabulary

/// Annex 2 of NHS Dental Statistics: a workbook of who was seen and how many dentists there are, by area.
///
/// Figures: `dental.seen` (patients seen: adults in 24 months, children in 12), `dental.seenShare` (the same in per cent of
/// people), `dental.dentists`, `dental.populationPerDentist`, `dental.dentistsPer100000`, `dental.leavers` and
/// `dental.joiners`. Behind a figure of regions stands `.region`, of local authorities `.authority`; without either it is of
/// clinical commissioning groups; behind that of people whose address nobody knows, `.unallocated`. A group that had its code
/// from another is the one in some years, the other in others. Mind its marks: `-` is none, `..` does not apply, `:` is not available.
public enum DentalAnnexFile {
    private static let marks: [String: PublishedFigure] = ["-": .number(0), "..": .absent, ":": .absent]

    static let workbook = IndicatorWorkbook(
        name: "dental statistics by area (workbook, annex 2)",
        tables: [
            SheetTable(
                known: [["Org Code"], ["Org Name"]], codes: ["Org Code", "ONS Code"], names: ["Org Name"],
                besides: ["Parent Code"], meaning: meaning, kind: kind, marks: marks)
        ])

    /// - Returns: rows refused as `IndicatorWorkbook.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ sheets: [SheetGrid], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try workbook.read(sheets, named: name, dropping: dropping)
    }

    private static func kind(_ labels: SheetLabels) -> String {
        let (code, ons) = (labels["Org Code"], labels["ONS Code"])
        // Patients whose address nobody knows stand below the areas of each table.
        if code == "UnA" {
            return (labels.has("Parent Code") ? "" : labels.has("ONS Code") ? ".region" : ".authority") + ".unallocated"
        }
        if ons.hasPrefix("E38") { return "" }
        return code.hasPrefix("E0") ? ".authority" : ".region"
    }

    private static func meaning(_ column: SheetColumn) -> SheetMeaning? {
        let titles = column.titles
        switch column.last {
        case "Adult", "Child":
            guard titles.count == 2, titles[0].contains(where: \.isNumber) else { return nil }
            let isShare = column.heading.contains("as a percentage of the population")
            return SheetMeaning(
                indicator: isShare ? "dental.seenShare" : "dental.seen", part: column.last, period: titles[0],
                field: isShare ? .value : .count, most: isShare ? 100 : nil)
        case let title where title.hasPrefix("Total dentists"):
            return dentists("dental.dentists", .count, titles)
        case let title where title.hasPrefix("Population per dentist"):
            return dentists("dental.populationPerDentist", .value, titles)
        case let title where title.hasPrefix("Dentists per 100,000 population"):
            return dentists("dental.dentistsPer100000", .value, titles)
        default: return movement(titles)
        }
    }

    private static func dentists(_ indicator: String, _ field: SheetMeaning.Field, _ titles: [String]) -> SheetMeaning?
    {
        guard titles.count == 2, isYear(titles[0]) else { return nil }
        return SheetMeaning(indicator: indicator, period: titles[0], field: field)
    }

    /// Who left and who joined: the report, which of the two, number or per cent, and the year.
    private static func movement(_ titles: [String]) -> SheetMeaning? {
        guard titles.count == 4, isYear(titles[3]) else { return nil }
        let indicator =
            titles[1].hasPrefix("Leavers") ? "dental.leavers" : titles[1].hasPrefix("Joiners") ? "dental.joiners" : nil
        guard let indicator else { return nil }
        switch titles[2] {
        case "Number": return SheetMeaning(indicator: indicator, period: titles[3], field: .count)
        case "% of total dentists":
            return SheetMeaning(indicator: indicator, period: titles[3], field: .value, most: 100)
        default: return nil
        }
    }

    /// True for `2018/19`.
    private static func isYear(_ text: String) -> Bool {
        let parts = text.split(separator: "/")
        return parts.count == 2 && parts[0].count == 4 && parts[1].count == 2 && Int(parts[0]) != nil
            && Int(parts[1]) != nil
    }
}
