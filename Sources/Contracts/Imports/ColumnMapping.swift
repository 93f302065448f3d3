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
        guard case .object(let members) = document else {
            throw ColumnMapping.refusal("The mapping is not a list of keys and values.")
        }
        try ColumnMapping.refuseUnknownKeys(members)
        name = try ColumnMapping.text("name", in: document)
        layout = try ColumnMapping.text("layout", in: document)
        reviewedBy = try ColumnMapping.text("reviewedBy", in: document)
        reviewedOn = try ColumnMapping.day("reviewedOn", in: document)
        validFrom = try ColumnMapping.day("validFrom", in: document)
        columns = try ColumnMapping.columns(in: document)
        month = try ColumnMapping.month(in: document, columns: columns)
        delimiter = try ColumnMapping.delimiter(in: document)
        let format = document["dayFormat"] == nil ? nil : try ColumnMapping.text("dayFormat", in: document)
        guard let known = format == nil ? DayFormat.dayFirst : DayFormat(rawValue: format ?? "") else {
            let all = DayFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw ColumnMapping.refusal("The dayFormat is none of \(all).")
        }
        dayFormat = known
    }

    private static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "bad-mapping", sentence, remedy: "Correct the mapping file and have it reviewed.")
    }

    private static let keys: Set<String> = [
        "name", "layout", "reviewedBy", "reviewedOn", "validFrom", "columns", "month", "dayFormat", "delimiter",
    ]

    private static func refuseUnknownKeys(_ members: [JSONValue.Member]) throws(Refusal) {
        var seen: Set<String> = []
        for member in members {
            guard keys.contains(member.key) else { throw refusal("The mapping has an unknown key, \(member.key).") }
            guard seen.insert(member.key).inserted else { throw refusal("The mapping gives \(member.key) twice.") }
        }
    }

    private static func text(_ key: String, in document: JSONValue) throws(Refusal) -> String {
        guard case .text(let text)? = document[key], !TrimmedText.trim(text).isEmpty else {
            throw refusal("The mapping has no \(key).")
        }
        return TrimmedText.trim(text)
    }

    private static func day(_ key: String, in document: JSONValue) throws(Refusal) -> Day {
        let text = try text(key, in: document)
        guard let day = Day(text) else {
            throw refusal("The mapping's \(key), \(TrimmedText.quoted(text)), is not a day like 2025-04-01.")
        }
        return day
    }

    private static func columns(in document: JSONValue) throws(Refusal) -> [Field: String] {
        guard case .object(let members)? = document["columns"] else { throw refusal("The mapping has no columns.") }
        var columns: [Field: String] = [:]
        var fields: [String: Field] = [:]
        for member in members {
            guard let field = Field(rawValue: member.key) else {
                let all = Field.allCases.map(\.rawValue).joined(separator: ", ")
                throw refusal("The mapping names an unknown field, \(member.key); fields are \(all).")
            }
            guard case .text(let title) = member.value, !TrimmedText.trim(title).isEmpty, columns[field] == nil else {
                throw refusal("The field \(field.rawValue) needs exactly one column.")
            }
            if let other = fields.updateValue(field, forKey: TrimmedText.headerKey(title)) {
                throw refusal("The column “\(title)” is given for \(other.rawValue) and for \(field.rawValue).")
            }
            columns[field] = title
        }
        guard columns[.contract] != nil else { throw refusal("The mapping has no column for the contract.") }
        guard !Set(columns.keys).subtracting([.contract, .month]).isEmpty else {
            throw refusal("The mapping has columns for the contract and the month only: there is nothing to read.")
        }
        return columns
    }

    private static func month(in document: JSONValue, columns: [Field: String]) throws(Refusal) -> Month? {
        guard document["month"] != nil else {
            if columns[.month] != nil { return nil }
            throw refusal("The mapping gives neither a month nor a column for it.")
        }
        guard columns[.month] == nil else { throw refusal("The mapping gives a month and a column for it.") }
        let text = try text("month", in: document)
        guard let month = Month(text) else {
            throw refusal("The mapping's month, \(TrimmedText.quoted(text)), is not a month like 2025-04.")
        }
        return month
    }

    private static func delimiter(in document: JSONValue) throws(Refusal) -> UInt8? {
        guard let value = document["delimiter"] else { return nil }
        guard case .text(let text) = value else { throw refusal("The delimiter is not text.") }
        let words = ["comma": ",", "tab": "\t", "semicolon": ";", "bar": "|", "pipe": "|"]
        guard let byte = (words[text] ?? text).utf8.first, [44, 9, 59, 124].contains(byte),
            (words[text] ?? text).utf8.count == 1
        else { throw refusal("The delimiter is none of comma, tab, semicolon and bar.") }
        return byte
    }
}
