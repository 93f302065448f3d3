public import Tabular
public import Vocabulary

/// Deprivation of 2019 by clinical commissioning group (File 13 of the English indices of deprivation): a workbook, with the
/// index and each of its domains on a sheet of its own.
///
/// Each column is an indicator by its own title: `IMD - Average score`. A group is the one of 2019, under the code of the
/// Office for National Statistics.
public enum DeprivationSummariesFile {
    private static let code = "Clinical Commissioning Group Code (2019)"
    private static let name = "Clinical Commissioning Group Name (2019)"
    private static let year = "2019"

    static let workbook = IndicatorWorkbook(
        name: "summaries of deprivation by clinical commissioning group (workbook)",
        tables: [
            SheetTable(
                known: [[code], [name]], codes: [code], names: [name],
                meaning: { column in
                    SheetMeaning(
                        indicator: column.last, period: year, field: .value,
                        most: column.last.contains("Proportion") && !column.last.contains("Rank") ? 1 : nil)
                })
        ])

    /// - Returns: rows refused as `IndicatorWorkbook.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ sheets: [SheetGrid], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try workbook.read(sheets, named: name, dropping: dropping)
    }
}
