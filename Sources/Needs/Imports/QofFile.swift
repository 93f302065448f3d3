public import Tabular
public import Vocabulary

/// Registers of the Quality and Outcomes Framework by practice: who is on a register, of how many patients.
///
/// The year stands in the file's name only: `PREVALENCE_2425.csv`. A register is of the patients of its ages
/// (`18OV`), which each value says as its part; more on a register than there are patients is refused.
public enum QofFile {
    static let table = IndicatorTable(
        layout: Layout(
            name: "QOF prevalence by practice",
            required: ["PRACTICE_CODE", "GROUP_CODE", "REGISTER", "PATIENT_LIST_TYPE", "PRACTICE_LIST_SIZE"]),
        areas: ["PRACTICE_CODE"], period: .fileName, parts: ["PATIENT_LIST_TYPE"], everybody: ["TOTAL"],
        figures: [
            .init(
                indicator: .columns(["GROUP_CODE"]), count: "REGISTER", denominator: "PRACTICE_LIST_SIZE",
                isProportion: true)
        ])

    public static let layout = table.layout

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try table.read(bytes, named: name, dropping: dropping)
    }
}
