public import Tabular
public import Vocabulary

/// Indicators of the network contract (IIF) by practice and network: numerators and denominators on rows of their own.
public enum NetworkIndicatorsFile {
    static let table = IndicatorTable(
        layout: Layout(
            name: "indicators of the network contract (IIF)",
            required: ["ORGANISATION_TYPE", "ORGANISATION_CODE", "ACH_DATE", "IND_CODE", "MEASURE", "VALUE"],
            optional: ["ORGANISATION_NAME", "QUALITY_SERVICE"]),
        areas: ["ORGANISATION_CODE"], period: .column("ACH_DATE"),
        figures: [.init(indicator: .columns(["IND_CODE", "MEASURE"]), count: "VALUE")])

    public static let layout = table.layout

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        try table.read(bytes, named: name, dropping: dropping)
    }
}
