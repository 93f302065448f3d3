import Governance
import Rulebook
import Vocabulary

/// What is missing in who answers to whom.
enum CalcAccountabilityGaps: CalcMethod {
    static let name = "governance.accountabilityGaps"
    static let title = "What is missing, broken or too much in who answers to whom and in what is delegated."
    static let working = "FindAccountabilityGaps"

    static let input = Shape.object([
        .init("day", .day, "on which edges and rights stand"),
        .init("edges", .list(.written("an edge, as docs/governance.md has it")), "who answers to whom"),
        .init(
            "rights", .list(.written("a decision right, as docs/governance.md has it")), "who decides what",
            isOptional: true),
        .init("sittings", .list(.written("committee, person, isChair")), "who sits with a vote", isOptional: true),
        .init("committees", .list(.written("committee and body")), "whose committees they are", isOptional: true),
        .init("posts", .list(.written("person and organisation")), "who holds a post where", isOptional: true),
        .init("successions", .list(.written("predecessor and successor")), "who took whose place", isOptional: true),
        .init("asked", .list(.text), "rights about which a question is open", isOptional: true),
        .init("forumsMost", .count, "to how many forums one body may answer", isOptional: true),
        .init("instruments", .list(.written("name, from, until")), "by which rights are passed on", isOptional: true),
    ])

    private static func edge(_ id: String, to forum: JSONValue, _ more: [JSONValue.Member]) -> JSONValue {
        let told: [JSONValue.Member] = [
            .init("id", .text(id)), .init("actor", ["organisation": "15N"]), .init("forum", forum),
            .init("about", "use of the delegated budget"), .init("nature", "administrative"),
            .init("from", "2016-04-01"), .init("citation", "as told in interviews"),
            .init("explains", "reports"), .init("questions", "at meetings"),
        ]
        return .object(Array([told, more].joined()))
    }

    static let examples = [
        CalcExample(
            name: "a partnership to which a group answers only weakly, and which has no forum of its own",
            input: [
                "day": "2019-03-12",
                "edges": [
                    edge(
                        "to-public", to: "public",
                        [
                            .init("direction", "vertical"), .init("judges", "at elections"),
                            .init("consequences", "loss of trust"),
                        ]),
                    edge("to-partnership", to: ["partnership": "stp"], [.init("direction", "horizontal")]),
                ],
            ],
            expected: [
                "kinds": ["jointMatterWithoutForum", "forumWithoutConsequence", "elementMissing"]
            ], tolerance: 0,
            source:
                "Moran and others, Accountability in a system under pressure, Social Science & Medicine (2021): the "
                + "pattern of a partnership (the edges are ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let question: FindAccountabilityGaps.Question = try input.json.writtenDocument(
            named: name, manual: "docs/governance.md")
        let findings = FindAccountabilityGaps.findings(question)
        return CalcAnswer(
            [
                "kinds": .list(findings.map { .text($0.kind.rawValue) }),
                "findings": .list(findings.map { JSONValue(encoding: $0) }),
            ], steps: findings.map { Working.Step("\($0.sentence) \($0.remedy)", rule: $0.rule) })
    }
}
