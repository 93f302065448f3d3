public import Tabular
public import Vocabulary

/// Conclusions as somebody wrote them down: a sheet with the columns `Challenge` (its number or reference), `Outcome`
/// (upheld, part, withdrawn), `Amount` (of a part, in pounds) and `Reason`.
public struct ConclusionFile: Sendable {
    /// In the file's order.
    public private(set) var conclusions: [ConcludeChallenges.Row] = []
    public private(set) var problems: [Problem] = []
    public private(set) var rowsRead = 0
    /// Rows without an outcome are passed over: they are concluded another time.
    public private(set) var rowsOpen = 0
    public var rowsRefused: Int { rowsRead - conclusions.count - rowsOpen }

    private static let (challenge, outcome, amount, reason) = ("Challenge", "Outcome", "Amount", "Reason")

    /// - Throws: `Refusal` of kind `input`, `no-conclusions`, where the columns are not there.
    public init(_ form: ReturnedForm, on bundle: Slug) throws(Refusal) {
        var faults: [Problem] = []
        guard let sheet = form.sheets.first,
            let rows = FormRows(
                sheet, isText: form.isText,
                columns: [Self.challenge, Self.outcome, Self.amount, Self.reason], problems: &faults)
        else {
            throw Refusal(
                .input, code: "no-conclusions",
                "\(form.name) is no list of conclusions.\(faults.first.map { " \($0.explanation)" } ?? "")",
                remedy: "Give the columns Challenge, Outcome, Amount and Reason.")
        }
        var seen: Set<Int> = []
        for row in rows.rows {
            rowsRead += 1
            do throws(RowFault) {
                let text = try rows.required(row, Self.challenge)
                let number =
                    text.hasPrefix("\(bundle)/") ? Int(text.dropFirst(bundle.description.count + 1)) : Int(text)
                guard let number else {
                    throw rows.fault(
                        row, Self.challenge, "unknown-reference",
                        "\(TrimmedText.quoted(text)) is no challenge of “\(bundle)”.")
                }
                guard seen.insert(number).inserted else {
                    throw rows.fault(row, Self.challenge, "challenge-twice", "challenge \(number) stands here twice.")
                }
                let said = rows.text(row, Self.outcome)
                guard !said.isEmpty else {
                    rowsOpen += 1
                    continue
                }
                guard let outcome = ChallengeConclusion.Outcome(rawValue: said.lowercased()) else {
                    let known = ChallengeConclusion.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
                    throw rows.fault(
                        row, Self.outcome, "unknown-outcome", "\(TrimmedText.quoted(said)) is none of \(known).")
                }
                conclusions.append(
                    .init(
                        number: number, outcome: outcome, amount: try rows.money(row, Self.amount),
                        reason: try rows.required(row, Self.reason)))
            } catch {
                problems.append(
                    Problem(
                        row: row.number, column: error.column, code: error.code, error.explanation, effect: .refused))
            }
        }
    }
}
