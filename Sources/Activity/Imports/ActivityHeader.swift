public import Tabular
public import Vocabulary

/// Where the columns of a kind of contract monitoring stand in one file.
///
/// Titles are compared by letters and digits alone: `ORGANISATION_IDENTIFIER_(CODE_OF_PROVIDER)` is the published title.
public struct ActivityHeader: Sendable {
    /// The file's name, as it stands in refusals.
    public let name: String
    public let layout: MonitoringLayout
    /// The file's own titles.
    public let titles: [String]
    /// For each column of `layout.kept` its place in the file; nil where the file has none, or it was dropped.
    public let places: [Int?]
    public let dropped: Set<Int>
    /// Columns of the layout of which no value is kept, because the published definition makes them identifying.
    let identifying: [(place: Int, as: MonitoringColumn.Identifying)]
    /// What a person should know of the columns.
    public let notes: [Problem]

    /// - Parameters:
    ///   - dropping: titles of columns that are not to be looked at.
    /// - Throws: `Refusal` of kind `input`: `not-this-layout` with suggestions, `column-twice`, `patient-identifying` (a
    ///   header that holds an NHS number is none); of kind `usage`: `unknown-column`, `required-column`.
    public init(
        titles: [String], in name: String, mapping: ActivityMapping? = nil, dropping: [String] = []
    ) throws(Refusal) {
        if let place = titles.firstIndex(where: { PatientIdentifier.holdsNHSNumber($0) }) {
            throw PatientIdentifier.nhsNumber.refusal(in: name, row: 1, column: "\(place + 1)", canDrop: false)
        }
        let keys = titles.map { TitleWords.key($0) }
        let layout: MonitoringLayout
        if let mapping {
            layout = MonitoringLayout.shipped[mapping.file]!
        } else {
            layout = try ActivityHeader.recognised(keys, titles: titles, in: name)
        }
        self.layout = layout
        self.name = name
        self.titles = titles

        var dropped: Set<Int> = []
        for title in dropping {
            guard let place = keys.firstIndex(of: TitleWords.key(title)) else {
                throw Refusal(
                    .usage, code: "unknown-column", "\(name) has no column \(TrimmedText.quoted(title)) to drop.")
            }
            dropped.insert(place)
        }
        self.dropped = dropped

        var places: [Int?] = []
        var taken: Set<Int> = dropped
        for column in layout.kept {
            let place = try ActivityHeader.place(of: column, in: keys, named: name, mapping: mapping)
            if let place, dropped.contains(place), column.need == .mandatory || column.field == "cost" {
                throw Refusal(
                    .usage, code: "required-column",
                    "\(column.title) cannot be dropped: \(layout.file.inWords) is not read without it.")
            }
            let free = place.flatMap { taken.contains($0) ? nil : $0 }
            if let free { taken.insert(free) }
            places.append(free)
        }
        self.places = places
        var identifying: [(place: Int, as: MonitoringColumn.Identifying)] = []
        for column in layout.columns {
            guard let kind = column.identifies else { continue }
            for key in ([column.title] + column.aliases).map({ TitleWords.key($0) }) {
                if let place = keys.firstIndex(of: key), !dropped.contains(place) { identifying.append((place, kind)) }
            }
        }
        for (column, place) in zip(layout.kept, places) {
            guard let place, let kind = column.identifies, !identifying.contains(where: { $0.place == place })
            else { continue }
            identifying.append((place, kind))
        }
        self.identifying = identifying
        notes = ActivityHeader.notes(
            titles, taken: taken, identifying: Set(identifying.map(\.place)), dropped: dropped, layout: layout)
        let missing = zip(layout.kept, places).filter { column, place in
            place == nil && (column.need == .mandatory || column.field == "cost")
        }
        guard missing.isEmpty else {
            throw ActivityHeader.refusal(
                of: name, layout: layout, missing: missing.map(\.0.title), titles: titles, taken: taken)
        }
    }

    private static func place(
        of column: MonitoringColumn, in keys: [String], named name: String, mapping: ActivityMapping?
    ) throws(Refusal) -> Int? {
        let mapped = column.field.flatMap { mapping?.columns[$0] }
        for title in mapped.map({ [$0] }) ?? [column.title] + column.aliases {
            let found = keys.indices.filter { keys[$0] == TitleWords.key(title) }
            if found.count > 1 {
                throw Refusal(
                    .input, code: "column-twice", "\(name) has the column \(title) twice.",
                    remedy: "Remove or rename one of them.")
            }
            if let place = found.first { return place }
        }
        if let mapped {
            throw Refusal(
                .input, code: "not-this-layout",
                "\(name) has no column \(TrimmedText.quoted(mapped)), which the mapping names.",
                remedy: "Give the mapping of this file.")
        }
        return nil
    }

    /// The layout of which the header has every mandatory column, and most others.
    private static func recognised(
        _ keys: [String], titles: [String], in name: String
    ) throws(Refusal) -> MonitoringLayout {
        let counted = MonitoringFile.allCases.map { file -> (layout: MonitoringLayout, count: Int, whole: Bool) in
            let layout = MonitoringLayout.shipped[file]!
            let found = layout.columns.filter { column in
                ([column.title] + column.aliases).contains { keys.contains(TitleWords.key($0)) }
            }
            let needed = layout.columns.filter { $0.need == .mandatory || $0.field == "cost" }
            return (layout, found.count, needed.allSatisfy { found.contains($0) })
        }
        let best = counted.max { ($0.whole ? 1 : 0, $0.count) < ($1.whole ? 1 : 0, $1.count) }!
        guard best.count > 0 else {
            throw Refusal(
                .input, code: "not-this-layout", "\(name) has no column of contract monitoring.",
                remedy:
                    "Its first row has: \(titles.prefix(30).map { TrimmedText.shownTitle($0) }.joined(separator: ", "))."
            )
        }
        return best.layout
    }

    private static func notes(
        _ titles: [String], taken: Set<Int>, identifying: Set<Int>, dropped: Set<Int>, layout: MonitoringLayout
    ) -> [Problem] {
        titles.indices.compactMap { place in
            if dropped.contains(place) {
                return Problem(
                    row: nil, column: titles[place], code: "column-dropped",
                    "The column was dropped at the door, as asked; nothing of it was read.", effect: .noted)
            }
            if taken.contains(place) || titles[place].isEmpty { return nil }
            if identifying.contains(place) {
                return Problem(
                    row: nil, column: titles[place], code: "column-identifying",
                    "The column is made for what identifies a patient; nothing of it was kept.", effect: .noted)
            }
            let suggestion = TitleWords.nearest(to: titles[place], among: layout.kept.map(\.title))
            return Problem(
                row: nil, column: titles[place], code: "column-not-known",
                "The column is not part of the layout; it was not kept."
                    + (suggestion.map { " It may be \($0): a mapping would say so." } ?? ""), effect: .noted)
        }
    }

    private static func refusal(
        of name: String, layout: MonitoringLayout, missing: [String], titles: [String], taken: Set<Int>
    ) -> Refusal {
        let left = titles.indices.filter { !taken.contains($0) && !titles[$0].isEmpty }.map { titles[$0] }
        let likely = missing.compactMap { title -> String? in
            TitleWords.nearest(to: title, among: left).map { "\(TrimmedText.quoted($0)) may be \(title)" }
        }
        let suggestions =
            likely.isEmpty ? "" : " By their titles \(likely.joined(separator: "; "))."
        return Refusal(
            .input, code: "not-this-layout",
            "\(name) is not \(layout.file.inWords): it has no \(missing.joined(separator: ", ")).",
            remedy: "Say in a reviewed mapping what its columns mean: --mapping MAPPING.yaml.\(suggestions)")
    }
}
