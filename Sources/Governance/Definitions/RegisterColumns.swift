import Tabular
import Vocabulary

/// The columns of registers of interests as bodies title them, and the words in their cells.
///
/// Owner: governance. Reviewed on 2026-11-22 against the national template's columns as they are described;
/// to be reviewed by 2027-03-31, and whenever a register in use is refused for its titles.
enum RegisterColumns {
    /// Our title, and those by which it is known; compared in small letters, signs as spaces.
    static let titles: [(title: String, variants: [String])] = [
        ("name", ["full name", "surname and forename", "name of individual", "member", "employee name"]),
        (
            "position",
            [
                "role", "job title", "position held", "current position", "current position s held",
                "current position s held in the organisation", "position within or relationship with the organisation",
            ]
        ),
        (
            "declared interest",
            [
                "interest", "description of interest", "interest declared", "details of interest", "nature of interest",
                "declared interest name of the organisation and nature of business", "description",
            ]
        ),
        ("type", ["type of interest", "kind", "category", "interest type"]),
        ("direct or indirect", ["is the interest direct or indirect", "direct indirect"]),
        ("from", ["date from", "date of interest from", "start date", "interest from", "date of interest"]),
        ("to", ["date to", "date of interest to", "end date", "interest to", "until"]),
        (
            "action to mitigate",
            ["action taken to mitigate risk", "action taken to mitigate the risk", "mitigation", "mitigating action"]
        ),
        ("date declared", ["declared on", "date of declaration", "declaration date"]),
        ("financial", ["financial interest", "financial interests"]),
        (
            "non-financial professional",
            ["non financial professional interest", "non financial professional interests"]
        ),
        ("non-financial personal", ["non financial personal interest", "non financial personal interests"]),
    ]

    static let kindColumns: [(title: String, kind: InterestKind)] = [
        ("financial", .financial), ("non-financial professional", .nonFinancialProfessional),
        ("non-financial personal", .nonFinancialPersonal),
    ]

    static let kinds: [String: InterestKind] = [
        "financial": .financial, "financial interest": .financial, "financial interests": .financial,
        "non financial professional": .nonFinancialProfessional,
        "non financial professional interest": .nonFinancialProfessional,
        "non financial professional interests": .nonFinancialProfessional,
        "non financial personal": .nonFinancialPersonal,
        "non financial personal interest": .nonFinancialPersonal,
        "non financial personal interests": .nonFinancialPersonal,
    ]

    /// Instead of an interest: a nil declaration.
    static let nothing: Set<String> = [
        "nil", "none", "nil declaration", "nil return", "no interests", "no interest", "nothing to declare",
        "no interests to declare", "no interests declared", "none declared",
    ]

    /// Instead of a last day.
    static let lasting: Set<String> = [
        "", "present", "to present", "ongoing", "current", "continuing", "to date", "n a", "none",
    ]

    /// In a column for a kind: not this one.
    static let noMarks: Set<String> = ["n", "no", "-", "–", "0", "n/a"]

    /// The sheet under our titles, and the file's own title for each of ours.
    ///
    /// - Throws: `Refusal` of kind `input`, code `column-twice`.
    static func renamed(_ sheet: Sheet) throws(Refusal) -> (sheet: Sheet, titles: [String: String]) {
        var from: [String: String] = [:]
        var titles: [String] = []
        for title in sheet.header {
            let key = title.titleKey
            let known = Self.titles.first { $0.title.titleKey == key || $0.variants.contains(key) }?.title
            if let known, let other = from[known] {
                throw Refusal(
                    .input, code: "column-twice",
                    "\(sheet.name) has two columns for \(known): \(TrimmedText.quoted(other)) and "
                        + "\(TrimmedText.quoted(title)).", remedy: "Keep one of them.")
            }
            if let known { from[known] = title }
            titles.append(known ?? title)
        }
        let renamed = try Sheet(name: sheet.name, rows: [.init(number: 1, cells: titles)] + sheet.rows)
        return (renamed, from)
    }

    /// With the kind in one column, or in a column for each.
    static func layout(of sheet: Sheet) -> Layout {
        Layout(
            name: "a register of interests",
            required: ["name", "declared interest", "from"],
            alternatives: [["type"], kindColumns.map(\.title)],
            optional: ["position", "direct or indirect", "to", "action to mitigate", "date declared"])
    }
}
