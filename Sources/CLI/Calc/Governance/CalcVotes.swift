import Governance
import Rulebook
import Vocabulary

/// How a vote comes out.
enum CalcVotes: CalcMethod {
    static let name = "governance.votes"
    static let title = "How a vote comes out; a vote that may not be given is refused with the reason."
    static let working = "CountVotes"

    static let input = Shape.object([
        .init("seats", .list(CalcQuorum.seat), "every seat of the committee, taken or not"),
        .init("majority", .choice(Majority.allCases.map(\.rawValue)), "else simple", isOptional: true),
        .init(
            "votes", .list(.written("a vote: voter, choice (for, against, abstain), castBy")), "by show of hands",
            isOptional: true),
        .init("sealed", .written("counts: for, against, abstained"), "of a secret vote", isOptional: true),
        .init("allowsProxies", .flag, "the terms allow proxies", isOptional: true),
        .init("proxies", .list(.written("a proxy: principal and holder")), "who holds whose vote", isOptional: true),
        .init("hasCastingVote", .flag, "the terms give whoever chairs a casting vote", isOptional: true),
        .init("chair", .text, "who chairs", isOptional: true),
        .init("castingVote", .written("by and choice"), "on a tie", isOptional: true),
    ])

    static let examples = [
        CalcExample(
            name: "a tie is broken by the casting vote",
            input: [
                "seats": [
                    ["person": "a", "isPresent": true, "office": "chair"], ["person": "b", "isPresent": true],
                    ["person": "c", "isPresent": true], ["person": "d", "isPresent": true],
                    ["person": "e", "isPresent": true],
                ],
                "votes": [
                    ["voter": "a", "choice": "for"], ["voter": "b", "choice": "for"],
                    ["voter": "c", "choice": "against"], ["voter": "d", "choice": "against"],
                    ["voter": "e", "choice": "abstain"],
                ],
                "hasCastingVote": true, "chair": "a", "castingVote": ["by": "a", "choice": "against"],
            ],
            expected: [
                "for": 2, "against": 2, "abstained": 1, "outcome": "notCarried", "isByCastingVote": true,
            ], tolerance: 0,
            source:
                "NHS England, standing orders for clinical commissioning groups: a casting vote for whoever chairs (the "
                + "votes are ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let question: CountVotes.Question = try input.json.writtenDocument(
            named: name, manual: "docs/governance.md")
        let tally = try CountVotes.count(question)
        return CalcAnswer(
            tally.json,
            steps: [
                Working.Step("\(tally.eligible) could vote; an abstention is no vote cast."),
                Working.Step("The motion is \(tally.inWords)."),
            ])
    }
}
