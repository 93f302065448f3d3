public import Tabular
public import Vocabulary

/// A reviewed statement of what the columns of a local extract mean; written by people, kept beside the files.
///
/// ```yaml
/// name: Wexbourne eDEN monthly
/// layout: eden-monthly
/// reviewedBy: A. Analyst
/// reviewedOn: 2025-04-02
/// validFrom: 2025-04-01
/// dayFormat: dd/mm/yyyy
/// columns:
///   contract: Contract No
///   month: Schedule Month      # or, beside columns,  month: 2025-04
///   delivered: UDAs Delivered
/// ```
public struct ColumnMapping: Hashable, Sendable {
    public let name: String
    /// The kind of extract, in the team's own word.
    public let layout: String
    public let reviewedBy: String
    public let reviewedOn: Day
    /// The first day for which the columns mean this; a row of an earlier month is refused.
    public let validFrom: Day
    /// The title of each field's column.
    public let columns: [Field: String]
    /// The month of every row, where it is in no column.
    public let month: Month?
    public let dayFormat: DayFormat
    /// Found from the header when nil.
    public let delimiter: UInt8?

    /// What a column may mean.
    public enum Field: String, CaseIterable, Sendable {
        case contract
        case month
        /// UDAs contracted for the year.
        case contracted
        /// UDAs of the month.
        case delivered
        /// UDAs carried in from the year before.
        case carriedIn
        case contractType
        /// Pounds that patients paid in the month.
        case patientCharge
    }

    /// From a mapping file's document.
    ///
    /// - Throws: `Refusal` of kind `input`, code `bad-mapping`: a key that is missing, unknown or of the wrong form;
    ///   a field with two columns; a column for two fields; no column for the contract or for anything else; a
    ///   month that is in no column and not given, or both.
    public init(_ document: JSONValue) throws(Refusal) {
        let mapping = try MappingDocument(
            document, keys: ["month", "dayFormat", "delimiter"], fields: Field.allCases.map(\.rawValue))
        name = mapping.name
        layout = mapping.layout
        reviewedBy = mapping.reviewedBy
        reviewedOn = mapping.reviewedOn
        validFrom = mapping.validFrom
        columns = try ColumnMapping.columns(of: mapping)
        month = try ColumnMapping.month(in: mapping, columns: columns)
        delimiter = try mapping.delimiter()
        dayFormat = try mapping.dayFormat() ?? .dayFirst
    }

    private static func columns(of mapping: MappingDocument) throws(Refusal) -> [Field: String] {
        var columns: [Field: String] = [:]
        for (name, title) in mapping.columns {
            if let field = Field(rawValue: name) { columns[field] = title }
        }
        guard columns[.contract] != nil else {
            throw MappingDocument.refusal("The mapping has no column for the contract.")
        }
        guard !Set(columns.keys).subtracting([.contract, .month]).isEmpty else {
            throw MappingDocument.refusal(
                "The mapping has columns for the contract and the month only: there is nothing to read.")
        }
        return columns
    }

    private static func month(in mapping: MappingDocument, columns: [Field: String]) throws(Refusal) -> Month? {
        guard mapping.has("month") else {
            if columns[.month] != nil { return nil }
            throw MappingDocument.refusal("The mapping gives neither a month nor a column for it.")
        }
        guard columns[.month] == nil else {
            throw MappingDocument.refusal("The mapping gives a month and a column for it.")
        }
        let text = try mapping.text("month")
        guard let month = Month(text) else {
            throw MappingDocument.refusal(
                "The mapping's month, \(TrimmedText.quoted(text)), is not a month like 2025-04.")
        }
        return month
    }
}
