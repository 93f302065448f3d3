public import Tabular
public import Vocabulary

/// A local extract (eDEN, Compass, a team's own sheet) read through a reviewed mapping.
///
/// Amounts are read as people write them (`£1,234.50`, `(12.00)`); `TBC`, `N/A` and an exponent are problems.
public enum MappedExtract {
    /// One row; nil where its cell is blank or the mapping has no such column.
    public struct Row: Hashable, Sendable {
        public var contract: ContractNumber
        public var month: Month
        /// UDAs for the year.
        public var contracted: Units?
        /// UDAs of the month.
        public var delivered: Units?
        public var carriedIn: Units?
        public var contractType: ContractType?
        public var patientCharge: Money?

        public init(
            contract: ContractNumber, month: Month, contracted: Units? = nil, delivered: Units? = nil,
            carriedIn: Units? = nil, contractType: ContractType? = nil, patientCharge: Money? = nil
        ) {
            self.contract = contract
            self.month = month
            self.contracted = contracted
            self.delivered = delivered
            self.carriedIn = carriedIn
            self.contractType = contractType
            self.patientCharge = patientCharge
        }
    }

    private struct Key: Hashable {
        let contract: ContractNumber
        let month: Month
    }

    /// Reads the bytes of a CSV file.
    public static func read(
        csv bytes: [UInt8], named name: String, mapping: ColumnMapping, dropping: [String] = []
    ) throws(Refusal) -> Reading<Row> {
        let sheet = try Sheet(csv: bytes, named: name, delimiter: mapping.delimiter)
        return try read(sheet, mapping: mapping, dropping: dropping)
    }

    /// Reads a sheet.
    ///
    /// - Returns: rows refused with `blank`, `unreadable-contract`, `unreadable-month`, `unreadable-amount`,
    ///   `before-mapping`, `ragged-row`, `duplicate-row`, `conflicting-row`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`; `not-this-layout` where a mapped column is missing.
    public static func read(
        _ sheet: Sheet, mapping: ColumnMapping, dropping: [String] = []
    ) throws(Refusal) -> Reading<Row> {
        let titles = ColumnMapping.Field.allCases.compactMap { mapping.columns[$0] }
        let layout = Layout(name: "what the mapping “\(mapping.name)” describes", required: titles)
        var seen = FirstRows<Key, Row>()
        return try sheet.reading(
            as: layout, dropping: dropping, exempt: [mapping.columns[.contract] ?? ""],
            known: [DentalMonthFile.layout, DentalContractsFile.layout]
        ) { row throws(RowFault) in
            let contract = try row.contract(mapping.columns[.contract] ?? "")
            let month = try month(of: row, mapping: mapping)
            var value = Row(contract: contract, month: month)
            if let column = mapping.columns[.contracted] { value.contracted = try row.units(column) }
            if let column = mapping.columns[.delivered] { value.delivered = try row.units(column) }
            if let column = mapping.columns[.carriedIn] { value.carriedIn = try row.units(column) }
            if let column = mapping.columns[.patientCharge] { value.patientCharge = try row.money(column) }
            if let column = mapping.columns[.contractType] { value.contractType = row[column].map { ContractType($0) } }
            try seen.add(
                Key(contract: contract, month: month), value, row: row.number,
                called: "contract \(contract) in \(month.inWords)")
            return value
        }
    }

    private static func month(of row: SheetRow, mapping: ColumnMapping) throws(RowFault) -> Month {
        let column = mapping.columns[.month]
        let month: Month
        if let column {
            month = try row.month(column, format: mapping.dayFormat)
        } else {
            guard let fixed = mapping.month else { preconditionFailure("a mapping gives a month or a column for it") }
            month = fixed
        }
        guard month.lastDay >= mapping.validFrom else {
            throw RowFault(
                column: column, code: "before-mapping",
                "\(month.inWords) is before the mapping holds, from \(mapping.validFrom.inWords).")
        }
        return month
    }
}
