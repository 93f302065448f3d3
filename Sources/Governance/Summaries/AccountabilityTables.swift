public import Tabular
public import Vocabulary

/// The accountability map of a day, as tables.
public struct AccountabilityTables: Sendable {
    public var book: GovernanceBook
    public var day: Day
    public var names: PartyNames

    public init(_ book: GovernanceBook, on day: Day, names: PartyNames) {
        self.book = book
        self.day = day
        self.names = names
    }

    static let columns: [Table.Column] = [
        .init("actor", "Who answers"), .init("forum", "To whom"), .init("about", "About what"),
        .init("matter", "Matter"), .init("standard", "Judged by"), .init("direction", "Direction"),
        .init("nature", "Kind"), .init("explains", "Explains"), .init("questions", "Questions"),
        .init("judges", "Judges"), .init("consequences", "Consequences"), .init("missing", "Missing"),
        .init("legalBasis", "Legal basis"), .init("from", "From"), .init("until", "Last day"),
        .init("citation", "Says so"), .init("edge", "Short name"),
    ]

    static let source =
        "An edge is accountability where the actor explains, and the forum questions, judges and can let something "
        + "follow: Bovens, European Law Journal 13 (2007) 447."

    /// Every edge that stands on the day, by actor, forum and short name.
    public func edges() -> Table {
        let standing = book.edges.values.compactMap { $0.asOf(day) }.sorted {
            ($0.actor.description, $0.forum.description, $0.id) < ($1.actor.description, $1.forum.description, $1.id)
        }
        return Table(
            key: "edges", caption: "Who answers to whom on \(day.inWords)", columns: Self.columns,
            rows: standing.map(cells), notes: [Self.source])
    }

    func cells(_ edge: AccountabilityEdge) -> [Cell] {
        func element(_ element: AccountabilityEdge.Element, _ words: String?) -> Cell {
            edge.missing.contains(element) ? .absent("missing") : .optional(words, else: "missing")
        }
        return [
            .text(names.name(edge.actor)), .text(names.name(edge.forum)), .text(edge.about),
            .optional(edge.matter?.description, else: "conduct at large"),
            .optional(edge.standard, else: "not said"), .text(edge.direction.rawValue), .text(edge.nature.rawValue),
            element(.explain, edge.explains), element(.question, edge.questions), element(.judge, edge.judges),
            element(.consequence, edge.consequences),
            edge.missing.isEmpty
                ? .absent("nothing") : .text(listed(edge.missing.map(\.inWords))),
            .optional(edge.legalBasis, else: "not said"), .day(edge.from), .optional(edge.until, else: "not ended"),
            .text(edge.citation), .text(edge.id.description),
        ]
    }

    /// Who answers to whom for what was asked about: each edge with its side, and by way of whom.
    public func answer(_ answer: WhoAnswers.Answer) -> Table {
        let extra: [Table.Column] = [.init("side", "Side"), .init("through", "By way of")]
        func rows(_ lines: [WhoAnswers.Line], _ side: String) -> [[Cell]] {
            lines.map { line in
                [.text(side), .optional(line.through.map { names.name($0) }, else: "itself")] + cells(line.edge)
            }
        }
        let what =
            answer.question.party.map { names.name($0) } ?? answer.question.matter?.description
            ?? answer.question.words ?? "anything"
        return Table(
            key: "answers", caption: "Who answers for \(what) on \(answer.question.day.inWords)",
            columns: extra + Self.columns,
            rows: rows(answer.answersTo, "answers to") + rows(answer.answeredBy, "is answered to by"),
            notes: [Self.source])
    }

    /// What was found missing, broken or too much.
    public static func findings(_ findings: [AccountabilityFinding], on day: Day) -> Table {
        Table(
            key: "findings", caption: "What is missing in who answers to whom on \(day.inWords)",
            columns: [
                .init("kind", "Finding"), .init("sentence", "What was found"), .init("remedy", "What would mend it"),
                .init("edges", "Edges"), .init("rights", "Rights"), .init("rule", "Rule"),
            ],
            rows: findings.map { finding in
                [
                    .text(finding.kind.title), .text(finding.sentence), .text(finding.remedy),
                    short(finding.edges), short(finding.rights), .optional(finding.rule, else: "none"),
                ]
            }, notes: findings.isEmpty ? ["Nothing was found among the edges and rights that are recorded."] : [])
    }

    private static func short(_ ids: [Slug]) -> Cell {
        ids.isEmpty ? .absent("none") : .text(ids.map(\.description).joined(separator: ", "))
    }
}
