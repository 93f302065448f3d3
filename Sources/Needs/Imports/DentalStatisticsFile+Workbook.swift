public import Tabular
public import Vocabulary

extension DentalStatisticsFile {
    /// Tooth extractions in hospital as their publisher has them: a workbook with a sheet for each year and kind of area, on
    /// each of which eight tables stand side by side; and what its charts show.
    ///
    /// `dental.extractions` is by local authority and age, like the table that analysts pass on; `.caries` and `.noCaries` are
    /// those with and without decay as their main diagnosis, `.cariesShare` the share of the first. Behind a figure of
    /// regions stands `.region`, of England `.england`, of the charts `.chart` and `.fifths` (of
    /// deprivation). `c` is suppressed.
    static let extractionsWorkbook = IndicatorWorkbook(
        name: "tooth extractions in hospital (workbook)",
        tables: [
            SheetTable(
                known: [["LA Code"], ["LA Name"], ages.map(\.title)], codes: ["LA Code"], names: ["LA Name"],
                besides: ["Region"], meaning: byAge, kind: kind, marks: marks),
            SheetTable(
                known: [["Region"], ["ONS Code", "Region Code"], ages.map(\.title)],
                codes: ["ONS Code", "Region Code"],
                names: ["Region"], meaning: byAge, kind: kind, marks: marks),
            SheetTable(
                known: [["Region"]], names: ["Region"], isTelling: false, meaning: byYear, kind: { _ in ".chart" },
                marks: marks),
            SheetTable(
                known: [["Year"], ["All extracts"]], besides: ["Year"], isTelling: false, meaning: byDecay,
                kind: { _ in ".chart" }, row: { ("England", "", year(in: $0["Year"]) ?? $0["Year"]) }, marks: marks),
            SheetTable(
                known: [["Deprivation quintile"]], besides: ["Deprivation quintile"], isTelling: false,
                meaning: byFifth, kind: { _ in ".fifths" },
                row: { ("England", fifth($0["Deprivation quintile"]), nil) },
                marks: marks),
        ])

    /// - Returns: rows refused as `IndicatorWorkbook.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func readExtractions(
        _ sheets: [SheetGrid], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try extractionsWorkbook.read(sheets, named: name, dropping: dropping)
    }

    private static let marks: [String: PublishedFigure] = ["c": .suppressed]

    /// Ages as the workbook and as the table has them.
    private static let ages: [(title: String, part: String)] = [
        ("Age 0-5yrs", "age_0_5yrs"), ("Age 6-10yrs", "age_6_10yrs"), ("Age 11-14yrs", "age_11_14yrs"),
        ("Age 15-19yrs", "age_15_19yrs"), ("Total 0-19yrs", ""),
    ]

    private static func kind(_ labels: SheetLabels) -> String {
        let code = [labels["LA Code"], labels["ONS Code"], labels["Region Code"]].first { !$0.isEmpty } ?? ""
        return code.hasPrefix("E92") ? ".england" : code.hasPrefix("E12") ? ".region" : ""
    }

    private static func byAge(_ column: SheetColumn) -> SheetMeaning? {
        guard column.titles.count == 2, let age = ages.first(where: { $0.title == column.last }),
            let period = year(in: column.heading)
        else { return nil }
        let table = column.titles[0].lowercased()
        func means(_ indicator: String, _ field: SheetMeaning.Field, most: Double? = nil) -> SheetMeaning {
            SheetMeaning(indicator: indicator, part: age.part, period: period, field: field, most: most)
        }
        let isDecay = table.contains("with caries as primary diagnosis")
        let isOther = table.contains("no diagnosis code") || table.contains("no caries")
        let which =
            isDecay ? "dental.extractions.caries" : isOther ? "dental.extractions.noCaries" : "dental.extractions"
        if table.contains("population estimates") { return means("dental.extractions", .denominator) }
        if table.contains("percentage of fces") { return means("dental.extractions.cariesShare", .value, most: 1) }
        // As a percentage in one year and for 100,000 in others: only the second is kept.
        if table.contains("percentage") { return nil }
        if table.contains("per 100,000") { return means(which, .value) }
        return table.contains("fces") ? means(which, .count) : nil
    }

    private static func byYear(_ column: SheetColumn) -> SheetMeaning? {
        guard let year = year(in: column.last), column.last.first?.isNumber == true else { return nil }
        return SheetMeaning(indicator: "dental.extractions", period: year, field: .count)
    }

    private static func byDecay(_ column: SheetColumn) -> SheetMeaning? {
        switch column.last {
        case "All extracts": SheetMeaning(indicator: "dental.extractions", period: "", field: .count)
        case "Caries extracts": SheetMeaning(indicator: "dental.extractions.caries", period: "", field: .count)
        case "Non-caries extracts": SheetMeaning(indicator: "dental.extractions.noCaries", period: "", field: .count)
        case "percentage of extractions due to decay":
            SheetMeaning(indicator: "dental.extractions.cariesShare", period: "", field: .value, most: 100)
        default: nil
        }
    }

    private static func byFifth(_ column: SheetColumn) -> SheetMeaning? {
        let fields: [String: SheetMeaning.Field] = [
            "Carious Tooth extractions": .count, "Quintile Population": .denominator,
            "Tooth extraction rate per 100,000 population": .value, "Lower confidence limit": .low,
            "Upper confidence limit": .high,
        ]
        guard let field = fields[column.last], let period = year(in: column.heading) else { return nil }
        return SheetMeaning(indicator: "dental.extractions.caries", period: period, field: field)
    }

    private static func fifth(_ text: String) -> String { text == "ENGLAND" ? "" : "deprivation fifth \(text)" }

    /// The last financial year that a text names (`2020 to 2021`, `2020-21`, `2016-2017`), as `2020/21`.
    static func year(in text: String) -> String? {
        var words: [(text: Substring, gap: Substring)] = []
        var place = text.startIndex
        while let start = text[place...].firstIndex(where: \.isNumber) {
            let end = text[start...].firstIndex { !$0.isNumber } ?? text.endIndex
            words.append((text[start..<end], text[place..<start]))
            place = end
        }
        for (first, second) in zip(words, words.dropFirst()).reversed()
        where first.text.count == 4 && ["-", " to ", "/"].contains(String(second.gap)) {
            guard let start = Int(first.text), let end = Int(second.text.suffix(2)), second.text.count != 3,
                second.text.count <= 4, (start + 1) % 100 == end
            else { continue }
            return "\(start)/\(second.text.suffix(2))"
        }
        return nil
    }
}
