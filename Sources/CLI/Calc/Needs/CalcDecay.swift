import Methods
import Rulebook
import Vocabulary

/// What a distance counts.
enum CalcDecay: CalcMethod {
    static let name = "access.decay"
    static let title = "How much a site counts at each distance, by a decay: zones, Gaussian, gravity or exponential."
    static let working = "Decay"

    static let input = Shape.object([
        .init("decay", CatchmentDocument.decay, "and its parameters"),
        .init("distances", .list(.number), "or times, or costs, in the decay's unit"),
    ])

    static let examples = [
        CalcExample(
            name: "FCA-10: zones to 20, 40 and 60",
            input: [
                "decay": [
                    "kind": "zones",
                    "zones": [
                        ["to": 20, "weight": 1], ["to": 40, "weight": .decimal(0.68)],
                        ["to": 60, "weight": .decimal(0.22)],
                    ],
                ], "distances": [0, 10, 20, 30, 40, 50, 60, 70],
            ], expected: ["weights": .decimals([1, 1, 1, 0.68, 0.68, 0.22, 0.22, 0])], tolerance: 1e-7,
            source: "PySAL access (BSD-3 licence), weights.py"),
        CalcExample(
            name: "FCA-10: Gaussian of width 20",
            input: ["decay": ["kind": "gaussian", "width": 20], "distances": [0, 20, 40, 60]],
            expected: [
                "weights": .decimals([1, 0.6065306597126334, 0.1353352832366127, 0.011108996538242306])
            ], tolerance: 1e-7, source: "PySAL access (BSD-3 licence), test_weights.py"),
        CalcExample(
            name: "FCA-10: gravity of scale 20, exponent −2, from 1",
            input: [
                "decay": ["kind": "gravity", "scale": 20, "exponent": -2, "least": 1],
                "distances": [0, 1, 2, 20, 40, 60],
            ], expected: ["weights": .decimals([400, 400, 100, 1, 0.25, 0.11])], tolerance: 0.005,
            source: "PySAL access (BSD-3 licence), weights.py"),
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let decay = try CatchmentDocument.decay(input["decay"], by: rulebook)
        return CalcAnswer([
            "weights": .decimals(try Decay.weights(at: input["distances"].list.map(\.number), by: decay))
        ])
    }
}
