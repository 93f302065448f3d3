public import Tabular
public import Vocabulary

/// A body's scheme of delegation as it has it already: a sheet with a row for each matter and holder.
///
/// Columns: `matter` (in words or as a short name), `level`, `holder` (an organisation's code, or a committee or post of
/// the body), `instrument`, `limit` (pounds; `no limit`), `document`; and if there are any `id`, `title`, `committee`,
/// `also known as` (set apart by semicolons), `approach`, `extent`, `statutory holder`, `delegated from`, `from`,
/// `until` (days as 2026-04-01 or 01/04/2026).
public enum SchemeOfDelegationFile {
    public static let layout = Layout(
        name: "a scheme of delegation", required: ["matter", "level", "holder", "instrument", "limit", "document"],
        optional: [
            "id", "title", "committee", "also known as", "approach", "extent", "statutory holder", "delegated from",
            "from", "until",
        ])

    /// What the sheet leaves open.
    public struct Defaults: Sendable {
        /// The body whose scheme it is: holders that are no codes are posts of it.
        public var body: OrganisationCode
        /// From when a row without a day holds.
        public var from: Day
        /// Known codes; a holder that is none of them is taken as a post.
        public var organisations: Set<OrganisationCode>

        public init(body: OrganisationCode, from: Day, organisations: Set<OrganisationCode> = []) {
            self.body = body
            self.from = from
            self.organisations = organisations.union([body])
        }
    }

    /// - Returns: rights, settled, each to be recorded; rows refused with `blank`, `unreadable-matter`,
    ///   `unreadable-level`, `unreadable-limit`, `unreadable-extent`, `unreadable-code`, `unreadable-name`,
    ///   `unreadable-day`, `ends-before-start`, `id-twice`; a holder taken as a post is noted (`holder-is-post`), as is
    ///   a limit left blank (`no-limit`).
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func read(
        _ sheet: Sheet, defaults: Defaults, dropping: [String] = []
    ) throws(Refusal) -> Reading<DecisionRight> {
        var names: Set<Slug> = []
        var notes: [Problem] = []
        var reading = try sheet.reading(as: layout, dropping: dropping) { row throws(RowFault) in
            let cells = SchemeRow(row: row, defaults: defaults)
            let right = try cells.right(taken: names)
            names.insert(right.id)
            notes += cells.notes(on: right)
            return right
        }
        reading.problems += notes
        return reading
    }
}

/// One row of a scheme.
private struct SchemeRow {
    let row: SheetRow
    let defaults: SchemeOfDelegationFile.Defaults

    func right(taken: Set<Slug>) throws(RowFault) -> DecisionRight {
        let words = try row.required("matter")
        let matter = try slug(of: words, in: "matter")
        let holder = try row.required("holder")
        let code = organisation(holder)
        let from = try day("from") ?? defaults.from
        let until = try day("until")
        if let until, until < from {
            throw RowFault(
                column: "until", code: "ends-before-start", "The last day \(until) is before the first, \(from).")
        }
        let extent: DecisionRight.Extent? = try word("extent")
        let level: DecisionRight.Level? = try word("level")
        guard let level else { throw RowFault(column: "level", code: "blank", "level is blank.") }
        return DecisionRight(
            id: try id(matter: matter, level: level, taken: taken), matter: matter, title: row["title"] ?? words,
            alsoKnownAs: (row["also known as"] ?? "").split(separator: ";").map { TrimmedText.trim(String($0)) }
                .filter { !$0.isEmpty },
            level: level, extent: extent, holder: code ?? defaults.body, committee: try name("committee"),
            approach: row["approach"] ?? (code == nil ? holder : nil),
            statutoryHolder: try statutoryHolder(), delegatedFrom: try name("delegated from"),
            instrument: row["instrument"].map { .init(name: $0) }, upTo: try limit(), from: from, until: until,
            citation: try row.required("document"))
    }

    func notes(on right: DecisionRight) -> [Problem] {
        var notes: [Problem] = []
        if let holder = row["holder"], organisation(holder) == nil {
            notes.append(
                Problem(
                    row: row.number, column: "holder", code: "holder-is-post",
                    "\(TrimmedText.quoted(holder)) is no organisation’s code that is known, and is taken as a post or "
                        + "committee of \(defaults.body).", effect: .noted))
        }
        if row["limit"] == nil {
            notes.append(
                Problem(
                    row: row.number, column: "limit", code: "no-limit",
                    "No limit is given, and none is taken to hold; write “no limit” where that is meant.",
                    effect: .noted))
        }
        return notes
    }

    private func organisation(_ text: String) -> OrganisationCode? {
        OrganisationCode(text).flatMap { defaults.organisations.contains($0) ? $0 : nil }
    }

    private func id(
        matter: Slug, level: DecisionRight.Level, taken: Set<Slug>
    ) throws(RowFault) -> Slug {
        if let given = try name("id") {
            guard !taken.contains(given) else {
                throw RowFault(column: "id", code: "id-twice", "The short name “\(given)” stands in an earlier row.")
            }
            return given
        }
        let stem = "\(matter)-\(level.rawValue)"
        for name in [stem] + (2...9_999).map({ "\(stem)-\($0)" }) {
            guard let slug = Slug(name) else { break }
            if !taken.contains(slug) { return slug }
        }
        throw RowFault(
            column: "matter", code: "unreadable-matter", "No short name can be made of \(TrimmedText.quoted(stem)).")
    }

    /// The short name in the cell, or one made of its words.
    private func slug(of words: String, in column: String) throws(RowFault) -> Slug {
        if let slug = Slug(words) { return slug }
        let letters = words.lowercased().unicodeScalars.map { scalar -> Character in
            ("a"..."z").contains(Character(scalar)) || ("0"..."9").contains(Character(scalar)) ? Character(scalar) : " "
        }
        var made = ""
        for word in String(letters).split(separator: " ") where made.utf8.count + word.utf8.count < 45 {
            made += (made.isEmpty ? "" : "-") + word
        }
        guard let slug = Slug(made) else {
            throw RowFault(
                column: column, code: "unreadable-matter",
                "No short name can be made of \(TrimmedText.quoted(words)).")
        }
        return slug
    }

    private func name(_ column: String) throws(RowFault) -> Slug? {
        guard let text = row[column] else { return nil }
        guard let slug = Slug(text) else {
            throw RowFault(
                column: column, code: "unreadable-name",
                "\(TrimmedText.quoted(text)) is no short name: lower-case letters, digits and hyphens.")
        }
        return slug
    }

    private func statutoryHolder() throws(RowFault) -> OrganisationCode? {
        guard let text = row["statutory holder"] else { return nil }
        guard let code = OrganisationCode(text) else {
            throw RowFault(
                column: "statutory holder", code: "unreadable-code",
                "\(TrimmedText.quoted(text)) is not an organisation code.")
        }
        return code
    }

    private func day(_ column: String) throws(RowFault) -> Day? {
        guard let text = row[column] else { return nil }
        if let day = Day(text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, parts[2].utf8.count == 4, let date = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2]), let day = Day(year: year, month: month, day: date)
        {
            return day
        }
        throw RowFault(
            column: column, code: "unreadable-day",
            "\(TrimmedText.quoted(text)) is no day such as 2026-04-01 or 01/04/2026.")
    }

    private func limit() throws(RowFault) -> Money? {
        guard let text = row["limit"] else { return nil }
        guard !["no limit", "unlimited", "none"].contains(text.lowercased()) else { return nil }
        if let money = Money(pounds: text), money > .zero { return money }
        if let hundredths = FixedPoint.hundredths(text, as: .local), hundredths > 0 { return Money(pence: hundredths) }
        throw RowFault(
            column: "limit", code: "unreadable-limit",
            "\(TrimmedText.quoted(text)) is no amount above nothing, nor “no limit”.")
    }

    /// A word of an enumeration, in capitals or small letters.
    private func word<Word: CaseIterable & RawRepresentable>(_ column: String) throws(RowFault) -> Word?
    where Word.RawValue == String {
        guard let text = row[column] else { return nil }
        let key = text.lowercased().filter { $0 != " " }
        guard let word = Word.allCases.first(where: { $0.rawValue.lowercased() == key }) else {
            throw RowFault(
                column: column, code: "unreadable-\(column)",
                "\(TrimmedText.quoted(text)) is none of: \(Word.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return word
    }
}
