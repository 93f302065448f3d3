import Governance
import Rulebook
import Vocabulary

/// Whether a quorum is there, who counts, and who is missing.
enum CalcQuorum: CalcMethod {
    static let name = "governance.quorum"
    static let title = "Whether those who are there and not recused are a quorum, and who is missing."
    static let working = "JudgeQuorum"

    /// `{"person": "p001", "roles": ["lay"], "isPresent": true}`.
    static let seat = Shape.written(
        "a seat: person, roles, isVoting, office, deputyFor, isPresent and isRecused, as docs/governance.md has them")

    static let input = Shape.object([
        .init("rule", .written("a quorum as docs/governance.md writes it"), "who has to be there"),
        .init("seats", .list(seat), "every seat of the committee, taken or not"),
    ])

    /// A lay member, a GP and an executive.
    private static let third: JSONValue = [
        "all": [
            ["atLeast": 1, "of": ["roles": ["lay"]]], ["atLeast": 1, "of": ["roles": ["gp"]]],
            ["atLeast": 1, "of": ["roles": ["executive"]]],
        ]
    ]

    static let examples = [
        CalcExample(
            name: "one who is both GP and executive fills one place",
            input: [
                "rule": third,
                "seats": [
                    ["person": "a", "roles": ["lay"], "isPresent": true],
                    ["person": "b", "roles": ["gp", "executive"], "isPresent": true],
                ],
            ],
            expected: ["isMet": false, "counted": ["a", "b"]], tolerance: 0,
            source: "PMC5695513, table 3, the third committee: one lay member, one GP and one executive"),
        CalcExample(
            name: "with another GP it is met",
            input: [
                "rule": third,
                "seats": [
                    ["person": "a", "roles": ["lay"], "isPresent": true],
                    ["person": "b", "roles": ["gp", "executive"], "isPresent": true],
                    ["person": "c", "roles": ["gp"], "isPresent": true],
                ],
            ],
            expected: ["isMet": true, "missing": []], tolerance: 0,
            source: "PMC5695513, table 3, the third committee: one lay member, one GP and one executive"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let question: JudgeQuorum.Question = try input.json.writtenDocument(
            named: name, manual: "docs/governance.md")
        let answer = try JudgeQuorum.judge(question)
        var steps = answer.places.map { place in
            let there = place.people.isEmpty ? "nobody" : place.people.map(\.description).joined(separator: ", ")
            return Working.Step("\(place.wanted): \(there)\(place.missing.map { "; missing: \($0)" } ?? "").")
        }
        steps.append(Working.Step("The quorum: \(answer.inWords)."))
        return CalcAnswer(answer.json, steps: steps)
    }
}
