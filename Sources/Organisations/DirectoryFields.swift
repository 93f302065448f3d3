import Tabular
import Vocabulary

/// Cells of the directory's files as values, each with the fault that refuses its row.
enum DirectoryFields {
    static func code(_ text: String, in column: String) throws(RowFault) -> OrganisationCode {
        guard !text.isEmpty else { throw RowFault(column: column, code: "blank", "\(column) is blank.") }
        guard let code = OrganisationCode(text) else {
            throw RowFault(
                column: column, code: "unreadable-code", "\(TrimmedText.quoted(text)) is not an organisation's code.")
        }
        return code
    }

    static func optionalCode(_ text: String, in column: String) throws(RowFault) -> OrganisationCode? {
        text.isEmpty ? nil : try code(text, in: column)
    }

    static func day(_ text: String, in column: String) throws(RowFault) -> Day? {
        guard !text.isEmpty else { return nil }
        guard let day = PublishedDay.read(text) else {
            throw RowFault(column: column, code: "unreadable-day", "\(TrimmedText.quoted(text)) is not a day.")
        }
        return day
    }

    static func area(_ text: String, in column: String) throws(RowFault) -> AreaCode {
        guard let code = AreaCode(text) else {
            throw RowFault(
                column: column, code: text.isEmpty ? "blank" : "unreadable-code",
                text.isEmpty ? "\(column) is blank." : "\(TrimmedText.quoted(text)) is not an area's code.")
        }
        return code
    }

    /// - Throws: where the second day lies before the first.
    static func order(_ first: Day?, _ last: Day?, in column: String) throws(RowFault) {
        guard let first, let last, last < first else { return }
        throw RowFault(
            column: column, code: "ends-before-it-begins",
            "It ends on \(last.inWords), before it begins on \(first.inWords).")
    }
}

/// What a file has said so far: so that a board's name beside each of its practices is taken once.
struct SaidOnce {
    private var organisations: Set<ListedOrganisation> = []
    private var relationships: Set<ListedRelationship> = []

    mutating func add(_ organisation: ListedOrganisation, to row: inout DirectoryRow) {
        if organisations.insert(organisation).inserted { row.organisations.append(organisation) }
    }

    mutating func add(_ relationship: ListedRelationship, to row: inout DirectoryRow) {
        if relationships.insert(relationship).inserted { row.relationships.append(relationship) }
    }
}

extension Reading<DirectoryRow> {
    /// The latest day on which anything kept began.
    var latestBeginning: Day? {
        var latest: Day?
        for placed in values {
            for day in placed.value.organisations.compactMap(\.opened)
                + placed.value.relationships.compactMap(\.start)
            where latest.map({ $0 < day }) ?? true {
                latest = day
            }
            if let day = placed.value.succession?.day, latest.map({ $0 < day }) ?? true { latest = day }
        }
        return latest
    }
}
