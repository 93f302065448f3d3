public import Tabular
public import Vocabulary

/// How many people a commissioner is responsible for in a year, and who says so: for pounds and UDAs per head.
///
/// Columns: `commissioner_code`, `population` (whole people), `period` (a financial year, `2023/24`), `source`.
public enum PopulationFile {
    public static let layout = Layout(
        name: "a file of populations", required: ["commissioner_code", "population", "period", "source"])

    public struct Entry: Hashable, Sendable {
        public let commissioner: OrganisationCode
        public let people: Int
        public let year: FinancialYear
        public let source: String

        public init(commissioner: OrganisationCode, people: Int, year: FinancialYear, source: String) {
            self.commissioner = commissioner
            self.people = people
            self.year = year
            self.source = source
        }
    }

    private struct Key: Hashable {
        let commissioner: OrganisationCode
        let year: FinancialYear
    }

    /// - Returns: rows refused with `blank`, `unreadable-commissioner`, `unreadable-count`, `no-people` (zero or
    ///   fewer), `unreadable-period`, `duplicate-row`, `conflicting-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> Reading<Entry> {
        var seen = FirstRows<Key, Int>()
        return try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let code = try row.required("commissioner_code")
            guard let commissioner = OrganisationCode(code) else {
                throw RowFault(
                    column: "commissioner_code", code: "unreadable-commissioner",
                    "\(TrimmedText.quoted(code)) is not an organisation code.")
            }
            let text = try row.required("population")
            guard let people = try row.whole("population"), people > 0 else {
                throw RowFault(
                    column: "population", code: "no-people", "A population of \(TrimmedText.quoted(text)) is none.")
            }
            let period = try row.required("period")
            guard let year = FinancialYear(period) else {
                throw RowFault(
                    column: "period", code: "unreadable-period",
                    "\(TrimmedText.quoted(period)) is not a financial year like 2023/24.")
            }
            let source = try row.required("source")
            try seen.add(
                Key(commissioner: commissioner, year: year), people, row: row.number,
                called: "\(commissioner) in \(year)")
            return Entry(commissioner: commissioner, people: people, year: year, source: source)
        }
    }
}
