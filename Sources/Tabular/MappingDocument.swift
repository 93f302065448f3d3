public import Vocabulary

/// What every mapping file says: who reviewed which column as what, and from which day it holds.
///
/// Readers of extracts take the rest of the document, by keys of their own.
public struct MappingDocument: Sendable {
    public let name: String
    /// The kind of extract, in the team's own word.
    public let layout: String
    public let reviewedBy: String
    public let reviewedOn: Day
    /// From this day the columns mean this.
    public let validFrom: Day
    /// Each field with the title of its column, in the file's order; no field twice, no column for two fields.
    public let columns: [(field: String, title: String)]
    private let document: JSONValue

    /// - Parameters:
    ///   - keys: those that the document may have besides its own.
    ///   - fields: what a column may mean.
    /// - Throws: `Refusal` of kind `input`, code `bad-mapping`: a key that is missing, unknown, given twice or of the
    ///   wrong form; a field with two columns; a column for two fields.
    public init(_ document: JSONValue, keys: Set<String>, fields: [String]) throws(Refusal) {
        guard case .object(let members) = document else {
            throw MappingDocument.refusal("The mapping is not a list of keys and values.")
        }
        let own: Set = ["name", "layout", "reviewedBy", "reviewedOn", "validFrom", "columns"]
        var seen: Set<String> = []
        for member in members {
            guard own.contains(member.key) || keys.contains(member.key) else {
                throw MappingDocument.refusal("The mapping has an unknown key, \(member.key).")
            }
            guard seen.insert(member.key).inserted else {
                throw MappingDocument.refusal("The mapping gives \(member.key) twice.")
            }
        }
        self.document = document
        name = try MappingDocument.text("name", in: document)
        layout = try MappingDocument.text("layout", in: document)
        reviewedBy = try MappingDocument.text("reviewedBy", in: document)
        reviewedOn = try MappingDocument.day("reviewedOn", in: document)
        validFrom = try MappingDocument.day("validFrom", in: document)
        columns = try MappingDocument.columns(in: document, fields: fields)
    }

    public func has(_ key: String) -> Bool { document[key] != nil }

    public subscript(key: String) -> JSONValue? { document[key] }

    /// A text, which may not be blank.
    public func text(_ key: String) throws(Refusal) -> String { try MappingDocument.text(key, in: document) }

    /// How days are written; nil where it does not say.
    public func dayFormat() throws(Refusal) -> DayFormat? {
        guard has("dayFormat") else { return nil }
        guard let known = DayFormat(rawValue: try text("dayFormat")) else {
            let all = DayFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw MappingDocument.refusal("The dayFormat is none of \(all).")
        }
        return known
    }

    /// What stands between cells; nil where it does not say.
    public func delimiter() throws(Refusal) -> UInt8? {
        guard let value = self["delimiter"] else { return nil }
        guard case .text(let text) = value else { throw MappingDocument.refusal("The delimiter is not text.") }
        let words = ["comma": ",", "tab": "\t", "semicolon": ";", "bar": "|", "pipe": "|"]
        guard let byte = (words[text] ?? text).utf8.first, [44, 9, 59, 124].contains(byte),
            (words[text] ?? text).utf8.count == 1
        else { throw MappingDocument.refusal("The delimiter is none of comma, tab, semicolon and bar.") }
        return byte
    }

    /// A fault of the mapping, for those who read the rest of it.
    public static func refusal(_ sentence: String) -> Refusal {
        Refusal(.input, code: "bad-mapping", sentence, remedy: "Correct the mapping file and have it reviewed.")
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

    private static func columns(
        in document: JSONValue, fields known: [String]
    ) throws(Refusal) -> [(field: String, title: String)] {
        guard case .object(let members)? = document["columns"] else { throw refusal("The mapping has no columns.") }
        var columns: [(field: String, title: String)] = []
        var fields: [String: String] = [:]
        for member in members {
            guard known.contains(member.key) else {
                throw refusal(
                    "The mapping names an unknown field, \(member.key); fields are \(known.joined(separator: ", ")).")
            }
            var titles = columns.filter { $0.field == member.key }.map(\.title)
            switch member.value {
            case .text(let title): titles.append(title)
            case .list(let list):
                for case .text(let title) in list { titles.append(title) }
            default: break
            }
            if titles.count > 1 {
                let given = titles.map { "“\($0)”" }.joined(separator: " and ")
                throw refusal("The field \(member.key) is given the columns \(given); it has one.")
            }
            guard case .text(let title) = member.value, !TrimmedText.trim(title).isEmpty
            else { throw refusal("The field \(member.key) needs exactly one column.") }
            if let other = fields.updateValue(member.key, forKey: TrimmedText.headerKey(title)) {
                throw refusal("The column “\(title)” is given for \(other) and for \(member.key).")
            }
            columns.append((member.key, title))
        }
        return columns
    }
}
