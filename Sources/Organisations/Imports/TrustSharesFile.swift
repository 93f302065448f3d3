public import Tabular
public import Vocabulary

/// Which part of each trust's activity came from each board, as the catchment studies publish it.
///
/// Columns: `nhs_trust22_code`, `icb22_code` (of the Office for National Statistics),
/// `proportion_trust_came_from_icb`.
public enum TrustSharesFile {
    public static let layout = Layout(
        name: "shares of trusts by board",
        required: ["nhs_trust22_code", "icb22_code", "proportion_trust_came_from_icb"])

    /// The sum of a trust's shares may miss 1 by this much without a note: the publisher's rounding.
    private static let tolerance = 1e-9

    /// - Returns: rows refused with `blank`, `unreadable-code`, `unreadable-proportion`, `duplicate-row`; trusts whose
    ///   shares do not sum to 1 are noted: `shares-do-not-sum`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> DirectoryReading {
        var sums: [OrganisationCode: Double] = [:]
        var seen: Set<[String]> = []
        var rows = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let trust = try DirectoryFields.code(try row.required("nhs_trust22_code"), in: "nhs_trust22_code")
            let board = try DirectoryFields.area(try row.required("icb22_code"), in: "icb22_code")
            let column = "proportion_trust_came_from_icb"
            let text = try row.required(column)
            guard let proportion = Double(text), proportion > 0, proportion <= 1 else {
                throw RowFault(
                    column: column, code: "unreadable-proportion",
                    "\(TrimmedText.quoted(text)) is not a number above 0 and at most 1.")
            }
            guard seen.insert([trust.description, board.description]).inserted else {
                throw RowFault(column: nil, code: "duplicate-row", "\(trust) and \(board) stand in an earlier row.")
            }
            sums[trust, default: 0] += proportion
            var value = DirectoryRow()
            value.trustShare = TrustShare(trust: trust, icb: board, proportion: proportion)
            return value
        }
        for (trust, sum) in sums.sorted(by: { $0.key < $1.key }) where abs(sum - 1) > tolerance {
            rows.problems.append(
                Problem(
                    row: nil, column: nil, code: "shares-do-not-sum", "The shares of \(trust) sum to \(sum).",
                    effect: .noted))
        }
        return DirectoryReading(kind: .trustShares, statedOn: nil, rows: rows)
    }
}
