import Tabular

/// What the columns of an extract may mean, told by their titles alone: for a person to look at and correct.
///
/// Nothing is read by a suggestion; a mapping is what a person reviewed.
public enum ColumnSuggestion {
    /// Words that a title holds, the likeliest first; a field that other titles could be taken for comes before them.
    private static let words: [(field: ColumnMapping.Field, titles: [Set<String>])] = [
        (.contractType, [["contract", "type"]]),
        (.patientCharge, [["patient", "charge"], ["pcr"], ["charge"]]),
        (.carriedIn, [["carried", "in"], ["carried", "forward"], ["brought", "forward"], ["carry"], ["carried"]]),
        (
            .contracted,
            [["uda", "contracted"], ["uda", "commissioned"], ["uda", "target"], ["contracted"], ["commissioned"]]
        ),
        (
            .delivered,
            [["uda", "delivered"], ["uda", "achieved"], ["uda", "performed"], ["delivered"], ["achieved"]]
        ),
        (
            .contract,
            [["contract", "number"], ["contract", "no"], ["contract", "id"], ["contract", "ref"], ["contract"]]
        ),
        (.month, [["schedule", "month"], ["month"], ["schedule"], ["period"], ["date"]]),
    ]

    /// - Parameter header: the titles of the columns.
    /// - Returns: at most one column for a field and one field for a column; what no title speaks of is left out.
    public static func columns(of header: [String]) -> [ColumnMapping.Field: String] {
        var left = header.map { (title: $0, words: TitleWords.words(of: $0)) }
        var found: [ColumnMapping.Field: String] = [:]
        for (field, titles) in words {
            for wanted in titles {
                // Of several, the one that says least besides.
                let fitting = left.indices.filter { wanted.isSubset(of: left[$0].words) }
                guard let place = fitting.min(by: { left[$0].words.count < left[$1].words.count }) else { continue }
                found[field] = left.remove(at: place).title
                break
            }
        }
        return found
    }
}
