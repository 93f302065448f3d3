import Rulebook
import Testing
import Vocabulary

@testable import CLI

/// What the methods on priorities refuse, beyond a document that is not of their shape.
struct PriorityRefusalsTests {
    private static let circle: JSONValue = [
        "criteria": ["a", "b", "c"],
        "statements": [
            ["kind": "exactRatio", "criterion": "a", "other": "b", "times": 2],
            ["kind": "exactRatio", "criterion": "b", "other": "c", "times": 2],
            ["kind": "exactRatio", "criterion": "c", "other": "a", "times": 2],
        ],
    ]

    @Test(
        arguments: [
            ("weights.swing", ["swings": [80, 60]], "swing-weights"),
            ("weights.constraints", circle, "weights-clash"),
            (
                "weights.constraints",
                ["criteria": ["a"], "statements": [["kind": "ratio", "criterion": "a", "other": "b", "low": 1]]],
                "no-such-name"
            ),
            ("weights.constraints", ["criteria": ["a", "a"]], "name-twice"),
            ("weights.constraints", ["criteria": []], "no-names"),
            (
                "weights.constraints",
                ["criteria": ["a", "b"], "statements": [["kind": "range", "criterion": "a", "low": 0]]], "missing-key"
            ),
            ("weights.sample", ["criteria": ["a"], "draws": 0, "seed": 1], "too-large"),
            ("weights.rankOrder", ["criteria": ["a", "b"], "order": [["a"]]], "rank-order"),
            (
                "values.additive",
                ["criteria": ["a"], "options": ["x"], "performances": [[1, 2]], "weights": [1]], "uneven-rows"
            ),
            (
                "values.additive",
                [
                    "criteria": ["a"], "options": ["x"], "performances": [[1]], "weights": [1],
                    "lessIsBetter": ["a"],
                ], "no-scaling"
            ),
            ("group.agreement", ["options": ["x"], "members": [], "rowsAre": "places"], "no-members"),
            ("smaa2", ["criteria": ["a"], "options": ["x"]], "missing-key"),
            (
                "portfolio.greedy",
                [
                    "items": ["x"], "values": [1], "costs": [1], "rules": [["name": "r", "amounts": []]],
                ], "uneven-rows"
            ),
            (
                "portfolio.greedy",
                [
                    "items": ["x"], "values": [1], "costs": [1], "rules": [], "in": ["x"], "out": ["x"],
                ], "in-and-out"
            ),
        ] as [(String, JSONValue, String)])
    func `what cannot be worked out is refused with its reason`(
        name: String, document: JSONValue, code: String
    ) throws {
        let method = try CalcMethods.named(name)
        let refusal = #expect(throws: Refusal.self) {
            try CalcMethods.answer(method, document, by: .shipped)
        }
        #expect(refusal?.code == code)
    }

    @Test func `a clash names the criteria and says how to mend it`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try CalcMethods.answer(CalcConstraints.self, Self.circle, by: .shipped)
        }
        #expect(refusal?.sentence.contains("“c” matters 2.0 times as much as “a”") == true)
        #expect(refusal?.remedy?.hasPrefix("Take back or widen any one of them") == true)
    }
}
