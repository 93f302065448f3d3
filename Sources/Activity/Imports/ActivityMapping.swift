import Tabular
public import Vocabulary

/// A reviewed statement of what the columns of a provider's files mean where they have not the published titles.
///
/// ```yaml
/// name: Wexbourne General, patient level
/// layout: plcm
/// reviewedBy: A. Analyst
/// reviewedOn: 2025-05-02
/// validFrom: 2025-04-01
/// dayFormat: dd/mm/yyyy
/// columns:
///   provider: Prov
///   cost: Total Price
/// ```
///
/// Fields that it does not name are looked for under their published titles.
public struct ActivityMapping: Hashable, Sendable {
    public let name: String
    public let file: MonitoringFile
    public let reviewedBy: String
    public let reviewedOn: Day
    public let validFrom: Day
    /// The title of each field's column.
    public let columns: [String: String]
    public let dayOrder: ActivityDayOrder?
    public let delimiter: UInt8?

    /// - Throws: `Refusal`, code `bad-mapping`: as `MappingDocument`; a layout that is none of acm, plcm, drplcm and deplcm;
    ///   a dayFormat in which no number is in doubt.
    public init(_ document: JSONValue) throws(Refusal) {
        guard case .text(let layout)? = document["layout"], let file = MonitoringFile(rawValue: layout) else {
            let all = MonitoringFile.allCases.map(\.rawValue).joined(separator: ", ")
            throw MappingDocument.refusal("The mapping's layout is none of \(all).")
        }
        let fields = MonitoringLayout.shipped[file]!.kept.compactMap(\.field)
        let mapping = try MappingDocument(document, keys: ["dayFormat", "delimiter"], fields: fields)
        guard !mapping.columns.isEmpty else { throw MappingDocument.refusal("The mapping names no column.") }
        self.file = file
        name = mapping.name
        reviewedBy = mapping.reviewedBy
        reviewedOn = mapping.reviewedOn
        validFrom = mapping.validFrom
        columns = Dictionary(uniqueKeysWithValues: mapping.columns.map { ($0.field, $0.title) })
        delimiter = try mapping.delimiter()
        switch try mapping.dayFormat() {
        case nil: dayOrder = nil
        case .dayFirst: dayOrder = .dayFirst
        case .monthFirst: dayOrder = .monthFirst
        case .yearFirst, .monthName:
            throw MappingDocument.refusal("The dayFormat says nothing that is in doubt: give dd/mm/yyyy or mm/dd/yyyy.")
        }
    }
}

/// Which of day and month comes first in a file where both are numbers; declared, since 03/04/2024 is two days.
public enum ActivityDayOrder: String, Sendable, CaseIterable, Hashable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
}
