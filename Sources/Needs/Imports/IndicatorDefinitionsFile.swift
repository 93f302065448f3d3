import Tabular
public import Vocabulary

/// Definitions of indicators as people keep them: one row an indicator.
///
/// Columns: `id`, `title`, `what`, `why`, `numerator`, `denominator`, `source`, `polarity`, `method`, `per`, `file`,
/// `figure`, `parts` (divided by semicolons), `owner`, `checkedBy` (blank where nobody has), `reviewBy`.
public enum IndicatorDefinitionsFile {
    private static let columns = [
        "id", "title", "what", "why", "numerator", "denominator", "source", "polarity", "method", "per", "file",
        "figure", "parts", "owner", "checkedBy", "reviewBy",
    ]

    /// - Throws: `Refusal` of kind `input`, code `bad-definitions`, with every fault of the file; an id that stands twice is
    ///   one.
    public static func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> [IndicatorDefinition] {
        var seen: Set<String> = []
        return try Definitions.read(bytes, named: name, columns: columns) { row in
            let polarity = IndicatorDefinition.Polarity(rawValue: row.text("polarity"))
            if polarity == nil { row.fault("polarity", "is no polarity") }
            let method = IndicatorDefinition.Method(rawValue: row.text("method"))
            if method == nil { row.fault("method", "is no method of indicators") }
            let file = NeedsFile(rawValue: row.text("file"))
            if file == nil { row.fault("file", "is no kind of file that is read") }
            let per = PublishedNumber.read(row.text("per")).flatMap { $0 > 0 ? $0 : nil }
            if per == nil { row.fault("per", "is no number above nothing") }
            if !seen.insert(row.text("id")).inserted { row.fault("id", "stands twice") }
            let checkedBy = row.text("checkedBy")
            guard let id = row.required("id"), let title = row.required("title"), let what = row.required("what"),
                let why = row.required("why"), let numerator = row.required("numerator"),
                let denominator = row.required("denominator"), let source = row.required("source"),
                let owner = row.required("owner"), let reviewBy = row.day("reviewBy"), let polarity, let method,
                let file, let per
            else { return nil }
            let parts = row.text("parts").split(separator: ";").map { TrimmedText.trim($0) }
            return IndicatorDefinition(
                id: id, title: title, what: what, why: why, numerator: numerator, denominator: denominator,
                source: source, polarity: polarity, method: method, per: per, file: file,
                figure: row.text("figure"), parts: parts, owner: owner,
                checkedBy: checkedBy.isEmpty ? nil : checkedBy, reviewBy: reviewBy)
        }
    }
}

extension IndicatorDefinition {
    /// Those that come with Remit.
    public static let shipped: [IndicatorDefinition] = {
        do {
            return try IndicatorDefinitionsFile.read(PackageResources.indicators_csv, named: "indicators.csv")
        } catch {
            preconditionFailure("the indicators that come with Remit are at fault: \(error)")
        }
    }()

    /// - Throws: `Refusal` of kind `usage`, code `no-such-indicator`, which lists those there are.
    public static func shipped(_ id: String) throws(Refusal) -> IndicatorDefinition {
        if let found = shipped.first(where: { $0.id == id }) { return found }
        throw Refusal(
            .usage, code: "no-such-indicator", "There is no indicator “\(id)”.",
            remedy: "There are: \(shipped.map(\.id).joined(separator: ", ")).")
    }
}
