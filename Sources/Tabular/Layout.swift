public import Vocabulary

/// The columns by which a kind of file is known; their order does not matter, nor does upper or lower case.
public struct Layout: Sendable {
    /// As it stands in a sentence: `the NHSBSA monthly dental contractor file`.
    public let name: String
    public let required: [String]
    /// Sets of columns of which a file has exactly one, whole: a band in one column, or in three.
    public let alternatives: [[String]]
    public let optional: [String]

    public init(name: String, required: [String], alternatives: [[String]] = [], optional: [String] = []) {
        self.name = name
        self.required = required
        self.alternatives = alternatives
        self.optional = optional
    }

    /// Finds the layout's columns in a header.
    ///
    /// - Parameters:
    ///   - dropping: columns that are not to be read at all, by their titles in the file.
    ///   - known: other layouts, to say what the file seems to be when it is not this one.
    /// - Throws: `Refusal` of kind `input`: `column-twice`, `not-this-layout`, `patient-identifying` (a header row
    ///   that holds an NHS number is no header); of kind `usage`: `unknown-column` (nothing to drop),
    ///   `required-column` (dropped, but needed).
    public func match(
        _ header: [String], in file: String, dropping: [String] = [], known: [Layout] = []
    ) throws(Refusal) -> HeaderMatch {
        let keys = header.map { TrimmedText.headerKey($0) }
        if let place = header.firstIndex(where: { PatientIdentifier.holdsNHSNumber($0) }) {
            throw PatientIdentifier.nhsNumber.refusal(in: file, row: 1, column: "\(place + 1)", canDrop: false)
        }
        for (place, key) in keys.enumerated() where !key.isEmpty && keys[..<place].contains(key) {
            throw Refusal(
                .input, code: "column-twice", "\(file) has the column \(header[place]) twice.",
                remedy: "Remove or rename one of them.")
        }
        let dropped = try places(of: dropping, among: keys, in: file)
        let missing = required.filter { !keys.contains(TrimmedText.headerKey($0)) }
        let whole = alternatives.filter { $0.allSatisfy { keys.contains(TrimmedText.headerKey($0)) } }
        guard missing.isEmpty, alternatives.isEmpty || whole.count == 1 else {
            throw refusal(of: file, header: header, keys: keys, missing: missing, hasAll: whole.count > 1, known: known)
        }
        var columns: [String: Int] = [:]
        for column in required + (whole.first ?? []) + optional {
            let place = keys.firstIndex(of: TrimmedText.headerKey(column))
            if let place, !dropped.contains(place) { columns[column] = place }
        }
        if let lost = (required + (whole.first ?? [])).first(where: { columns[$0] == nil }) {
            throw Refusal(
                .usage, code: "required-column", "\(lost) cannot be dropped: \(name) is not read without it.")
        }
        return HeaderMatch(titles: header, columns: columns, alternative: whole.first, dropped: dropped)
    }

    private func places(of dropping: [String], among keys: [String], in file: String) throws(Refusal) -> Set<Int> {
        var places: Set<Int> = []
        for title in dropping {
            guard let place = keys.firstIndex(of: TrimmedText.headerKey(title)) else {
                throw Refusal(
                    .usage, code: "unknown-column", "\(file) has no column \(TrimmedText.quoted(title)) to drop.")
            }
            places.insert(place)
        }
        return places
    }

    private func refusal(
        of file: String, header: [String], keys: [String], missing: [String], hasAll: Bool, known: [Layout]
    ) -> Refusal {
        let groups = alternatives.map { $0.joined(separator: ", ") }.joined(separator: " or ")
        var lacks = missing.isEmpty ? "" : "it has no \(missing.joined(separator: ", "))"
        if missing.isEmpty {
            lacks = hasAll ? "it has more than one of \(groups)" : "it has neither of \(groups)"
        }
        let other = known.first { layout in
            layout.name != name && layout.required.allSatisfy { keys.contains(TrimmedText.headerKey($0)) }
        }
        let titles = header.filter { !$0.isEmpty }.map(TrimmedText.title)
        return Refusal(
            .input, code: "not-this-layout", "\(file) is not \(name): \(lacks).",
            remedy: other.map { "It seems to be \($0.name)." }
                ?? "Its first row has: \(titles.prefix(30).joined(separator: ", "))\(titles.count > 30 ? ", …" : "").")
    }
}

/// Where a layout's columns stand in one file.
public struct HeaderMatch: Sendable {
    /// The file's own titles, trimmed.
    public let titles: [String]
    /// Which of the layout's alternatives the file has; nil where the layout has none.
    public let alternative: [String]?
    /// Places of the columns that were dropped at the door.
    public let dropped: Set<Int>
    private let columns: [String: Int]

    init(titles: [String], columns: [String: Int], alternative: [String]?, dropped: Set<Int>) {
        self.titles = titles
        self.columns = columns
        self.alternative = alternative
        self.dropped = dropped
    }

    /// The column's place in a row; nil where the file has no such column.
    public subscript(column: String) -> Int? { columns[column] }

    /// - Precondition: a required column of the layout.
    public func place(of column: String) -> Int {
        guard let place = columns[column] else { preconditionFailure("\(column) is not required by the layout") }
        return place
    }

    /// Places of the layout's own columns.
    public var known: Set<Int> { Set(columns.values) }

    /// Notes on columns that are not read: `column-not-known`, and `column-dropped` for those dropped at the door.
    public var notes: [Problem] {
        titles.indices.compactMap { place in
            if dropped.contains(place) {
                return Problem(
                    row: nil, column: titles[place], code: "column-dropped",
                    "The column was dropped at the door, as asked; nothing of it was read.", effect: .noted)
            }
            if known.contains(place) || titles[place].isEmpty { return nil }
            return Problem(
                row: nil, column: titles[place], code: "column-not-known",
                "The column is not part of the layout; it was not kept.", effect: .noted)
        }
    }
}

extension TrimmedText {
    /// A cell of the first row for a sentence; a value that may identify a patient is not repeated.
    static func title(_ text: String) -> String { shownTitle(text) }

    /// A title for a sentence; a value that may identify a patient is not repeated.
    public static func shownTitle(_ text: String) -> String {
        let mayIdentify = PatientIdentifier.holdsPostcode(text) || PatientIdentifier.isDate(text)
        return mayIdentify ? "(a value)" : text.count > 40 ? "\(text.prefix(39))…" : text
    }
}
