public import Tabular
public import Vocabulary

/// Deprivation of a practice's patients: the mean score of where they live.
///
/// Either Fingertips's extract (`PRACTICE_CODE`, `IMD_YEAR`, `IMD_SCORE`) or scores that somebody derived
/// (`practice_code`, `imd_score`, `imd_decile`), which say no year.
public enum PracticeDeprivationFile {
    public static let layout = Layout(
        name: "deprivation by practice", required: ["practice_code", "imd_score", "practice_name"],
        alternatives: [["IMD_YEAR"], ["imd_decile"]], optional: ["postcode", "subicb_code"])

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try IndicatorTable(
            layout: layout, areas: ["practice_code"], period: .column("IMD_YEAR"),
            figures: [
                .init(indicator: .own("practice.deprivation"), value: "imd_score")
            ]
        ).read(bytes, named: name, dropping: dropping)
    }
}
