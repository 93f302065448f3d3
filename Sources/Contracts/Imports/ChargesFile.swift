public import Tabular
public import Vocabulary

/// What patients paid, by contract, in a month or a financial year: what turns gross money into net.
///
/// Columns: `contract_number`, `patient_charges` (pounds), and one of `month` (`2023-12`) and `year` (`2023/24`).
public enum ChargesFile {
    public static let layout = Layout(
        name: "a file of patient charges", required: ["contract_number", "patient_charges"],
        alternatives: [["month"], ["year"]])

    public struct Entry: Hashable, Sendable {
        public let contract: ContractNumber
        public let period: Period
        public let charges: Money

        public init(contract: ContractNumber, period: Period, charges: Money) {
            self.contract = contract
            self.period = period
            self.charges = charges
        }
    }

    public enum Period: Hashable, Sendable {
        case month(Month)
        case year(FinancialYear)
    }

    private struct Key: Hashable {
        let contract: ContractNumber
        let period: Period
    }

    /// - Returns: rows refused with `blank`, `unreadable-contract`, `unreadable-month`, `unreadable-period`,
    ///   `unreadable-amount`, `duplicate-row`, `conflicting-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(_ sheet: Sheet, dropping: [String] = []) throws(Refusal) -> Reading<Entry> {
        let hasMonths = sheet.header.contains { TrimmedText.headerKey($0) == "MONTH" }
        var seen = FirstRows<Key, Money>()
        return try sheet.reading(as: layout, dropping: dropping, exempt: ["contract_number"]) {
            row throws(RowFault) in
            let contract = try row.contract("contract_number")
            let period: Period
            if hasMonths {
                period = .month(try row.month("month", format: .yearFirst))
            } else {
                let text = try row.required("year")
                guard let year = FinancialYear(text) else {
                    throw RowFault(
                        column: "year", code: "unreadable-period",
                        "\(TrimmedText.quoted(text)) is not a financial year like 2023/24.")
                }
                period = .year(year)
            }
            _ = try row.required("patient_charges")
            let charges = try row.money("patient_charges") ?? .zero
            try seen.add(
                Key(contract: contract, period: period), charges, row: row.number, called: "contract \(contract)")
            return Entry(contract: contract, period: period, charges: charges)
        }
    }
}
