public import Tabular
public import Vocabulary

/// The index of multiple deprivation by small area: of 2019 for areas of 2011, of 2025 for areas of 2021.
///
/// Columns: the area (`lsoa11_code`, `lsoa11cd`, `lsoa21_code`), its rank and its tenth. Areas that are not in England
/// have no rank of the index, and are refused. A tenth that is not the rank's own is flagged.
public enum DeprivationFile {
    private static let domains = [
        "Income", "Employment", "Education", "Health", "Crime", "Housing_and_Access", "Housing_and_Services",
        "Environment",
    ].flatMap { ["\($0)_decile", "\($0)_rank", "\($0)_score"] }

    public static let layout = Layout(
        name: "deprivation by small area", required: [],
        alternatives: [
            ["lsoa11_code", "IMD_rank", "IMD_decile"], ["lsoa21_code", "IMD_rank", "IMD_decile"],
            ["lsoa11cd", "IMDRank", "IMDDecil"],
        ], optional: ["IMD_score", "FID", "lsoa11nm", "Shape__Area", "Shape__Length"] + domains)

    /// - Returns: rows refused with `blank`, `unreadable-count`, `no-rank`, `no-tenth`, `duplicate-row`.
    /// - Throws: `Refusal` of the whole file: `not-this-layout`, `no-data-rows`, `truncated`.
    public static func read(
        _ bytes: [UInt8], named name: String, dropping: [String] = []
    ) throws(Refusal) -> Reading<AreaDeprivation> {
        var seen: [String: Int] = [:]
        var reading = try RowReader.reading(
            bytes, named: name, as: layout, dropping: dropping, exempt: ["Shape__Area", "Shape__Length"],
            columns: { match in
                (
                    titles: match.alternative ?? [], places: (match.alternative ?? []).compactMap { match[$0] },
                    score: match["IMD_score"]
                )
            }
        ) { reader, columns throws(RowFault) in
            let area = try reader.required(at: columns.places[0], columns.titles[0])
            let rank = try reader.people(at: columns.places[1], columns.titles[1])
            guard rank > 0 else {
                throw RowFault(
                    column: columns.titles[1], code: "no-rank",
                    "\(area) has no rank: the index ranks areas of England only.")
            }
            let decile = try reader.people(at: columns.places[2], columns.titles[2])
            guard (1...10).contains(decile) else {
                throw RowFault(
                    column: columns.titles[2], code: "no-tenth", "\(decile) is no tenth: they are 1 to 10.")
            }
            if let first = seen[area] {
                throw RowFault(
                    column: columns.titles[0], code: "duplicate-row", "\(area) stands in row \(first) already.")
            }
            seen[area] = reader.row
            let score = try reader.figure(at: columns.score, "IMD_score", blank: .absent).number
            return AreaDeprivation(area: area, rank: rank, decile: decile, score: score)
        }
        let last = reading.values.map(\.value.rank).max() ?? 1
        for placed in reading.values {
            let value = placed.value
            // At the edge of a tenth publishers round either way.
            let usual = (-1...1).map { (min(last, max(1, value.rank + $0)) - 1) * 10 / last + 1 }
            if !usual.contains(value.decile) {
                reading.problems.append(
                    Problem(
                        row: placed.row, column: nil, code: "other-tenth",
                        "Rank \(value.rank) of \(last) lies in tenth \(usual[1]), and the file says \(value.decile).",
                        effect: .flagged))
            }
        }
        return reading
    }
}
