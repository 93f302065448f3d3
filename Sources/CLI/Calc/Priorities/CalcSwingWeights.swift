import Methods
import Rulebook
import Vocabulary

/// Weights from swings.
enum CalcSwingWeights: CalcMethod {
    static let name = "weights.swing"
    static let title = "Weights from swings: each swing's share of their sum."
    static let working = "SwingWeights"

    static let input = Shape.object([
        .init(
            "swings", .list(.number),
            "for each criterion what it is worth to go from worst to best, beside the largest swing, which is 100"
        )
    ])

    static let examples = [
        CalcExample(
            name: "three swings", input: ["swings": [100, 60, 40]],
            expected: ["weights": [.decimal(0.5), .decimal(0.3), .decimal(0.2)]], tolerance: 1e-12,
            source:
                "von Winterfeldt and Edwards, Decision Analysis and Behavioral Research (1986), section 8.2 "
                + "(numbers ours)")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let weights = try SwingWeights.weights(swings: input["swings"].list.map(\.number))
        return CalcAnswer(["weights": .decimals(weights)])
    }
}
