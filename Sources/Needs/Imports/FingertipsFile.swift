public import Tabular
public import Vocabulary

/// A download of Fingertips (OHID): 27 columns, one of which changes its title with the areas that were chosen.
///
/// That column says how an area compares with others (`Compared to percentiles`, `Compared to PCNs (v. 27/10/23) value or
/// percentiles`); it is not kept. An area that stands in a download under two parents is one area: its second row is
/// refused and counted.
public enum FingertipsFile {
    private static let required = [
        "Indicator ID", "Indicator Name", "Area Code", "Area Name", "Area Type", "Sex", "Age", "Category Type",
        "Category", "Time period", "Value", "Lower CI 95.0 limit", "Upper CI 95.0 limit", "Count", "Denominator",
        "Value note",
    ]
    private static let optional = [
        "Parent Code", "Parent Name", "Lower CI 99.8 limit", "Upper CI 99.8 limit", "Recent Trend",
        "Time period Sortable", "New data", "Compared to goal", "Time period range",
    ]

    /// As it is known; the columns that compare are optional, whatever they are called.
    public static let layout = Layout(name: "a download of Fingertips", required: required, optional: optional)

    /// - Returns: rows refused as `IndicatorTable.read` has it.
    /// - Throws: `Refusal` of the whole file, as there.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<[IndicatorValue]> {
        let comparisons = try RowReader(bytes, named: name).header.filter {
            TrimmedText.headerKey($0).hasPrefix("COMPARED TO ") && !optional.contains($0)
        }
        let table = IndicatorTable(
            layout: Layout(name: layout.name, required: required, optional: optional + comparisons),
            areas: ["Area Code"], period: .column("Time period"),
            parts: ["Sex", "Age", "Category Type", "Category"], everybody: ["", "Persons", "All ages"],
            figures: [
                .init(
                    indicator: .columns(["Indicator ID"]), count: "Count", denominator: "Denominator", value: "Value",
                    limits: [
                        (95, "Lower CI 95.0 limit", "Upper CI 95.0 limit"),
                        (99.8, "Lower CI 99.8 limit", "Upper CI 99.8 limit"),
                    ])
            ], note: "Value note", areaName: "Area Name", breaksLines: true)
        return try table.read(bytes, named: name, dropping: dropping)
    }
}
