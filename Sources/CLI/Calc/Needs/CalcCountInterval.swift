import Methods
import Rulebook
import Vocabulary

/// Limits of counts.
enum CalcCountInterval: CalcMethod {
    static let name = "interval.count"
    static let title = "Limits of counts of events: Byar's, exact, or exact below a number of events and Byar's above."
    static let working = "CountInterval"

    static let input = Shape.object([
        .init("counts", .list(.number), "how many events; not negative"),
        .init(
            "method", .choice(["byar", "exact", "chosen"]),
            "chosen, where nothing is said: exact below the number of events of the rules", isOptional: true),
        NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "five events, exactly", input: ["counts": [5, 0], "confidence": [95]],
            expected: [
                "rows": [
                    ["count": 5, "intervals": [["level": 95, "low": .decimal(1.62), "high": .decimal(11.67)]]],
                    ["count": 0, "intervals": [["level": 95, "low": 0, "high": .decimal(3.69)]]],
                ]
            ], tolerance: 0.005, source: "Garwood, Biometrika 28 (1936) 437, table of limits for a Poisson count")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let exactBelow = try document.count("needs.rate.exactBelow")
        var rows: [JSONValue] = []
        for count in input["counts"].list.map(\.number) {
            guard count >= 0 else {
                throw Refusal(.input, code: "negative-count", "A count of \(count) is negative.")
            }
            let limits =
                switch input["method"].present?.text {
                case "byar": CountInterval.limits(count, at: document.levels, exactBelow: 0)
                case "exact": CountInterval.limits(count, at: document.levels, exactBelow: .infinity)
                default: CountInterval.limits(count, at: document.levels, exactBelow: exactBelow)
                }
            rows.append(
                .object(
                    [.init("count", .decimal(count)), .init("intervals", .intervals(limits.intervals))],
                    by: limits.method))
        }
        return CalcAnswer(
            ["rows": .list(rows)],
            steps: [
                Working.Step(
                    "Where no method is asked for, counts below \(exactBelow) have exact limits.",
                    rule: "needs.rate.exactBelow")
            ])
    }
}
