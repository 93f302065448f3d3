import Methods
import Rulebook
import Vocabulary

/// Events for so many people.
enum CalcCrudeRate: CalcMethod {
    static let name = "rate.crude"
    static let title = "Crude rates of areas; limits exact for few events and Byar's for more."
    static let working = "CrudeRate"

    static let input = Shape.object([
        NeedsDocument.areas(
            .init("count", .number, "events; absent where suppressed", isOptional: true),
            .init("population", .number, "absent where missing", isOptional: true)),
        NeedsDocument.per, NeedsDocument.confidence, NeedsDocument.on,
    ])

    static let examples = [
        CalcExample(
            name: "five events among a hundred people, and none",
            input: [
                "areas": [
                    ["area": "five", "count": 5, "population": 100], ["area": "none", "count": 0, "population": 100],
                ], "per": 100, "confidence": [95],
            ],
            expected: [
                "areas": [
                    [
                        "value": 5, "intervals": [["level": 95, "low": .decimal(1.62), "high": .decimal(11.67)]],
                        "method": "Exact",
                    ], ["value": 0, "intervals": [["level": 95, "low": 0, "high": .decimal(3.69)]]],
                ]
            ], tolerance: 0.005, source: "Garwood, Biometrika 28 (1936) 437, table of limits for a Poisson count")
    ]

    static func answer(_ input: ShapedValue, by rulebook: Rulebook) throws(Refusal) -> CalcAnswer {
        let document = try NeedsDocument(input, by: rulebook)
        let exactBelow = try document.count("needs.rate.exactBelow")
        var areas: [JSONValue] = []
        for (name, area) in try document.areas() {
            let found = try CrudeRate.estimate(
                area["count"].present?.number, population: area["population"].present?.number,
                per: document.number("per", or: 100_000), at: document.levels, exactBelow: exactBelow, area: name)
            areas.append(.measured(found, besides: [.init("area", .text(name))]))
        }
        return CalcAnswer(
            ["areas": .list(areas)],
            steps: [
                Working.Step("Limits of fewer than \(exactBelow) events are exact.", rule: "needs.rate.exactBelow")
            ])
    }
}
